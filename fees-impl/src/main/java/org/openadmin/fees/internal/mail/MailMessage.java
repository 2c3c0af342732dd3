package org.openadmin.fees.internal.mail;

/**
 * A message to a family.
 *
 * @param id unique to this message, and the same if the message is created again: letters, digits and hyphens
 * @param to several addresses are blind copies: none of them sees the others
 * @param text lines end with {@code \n}
 * @param fileName the name of the PDF; characters that are not ASCII are removed
 * @param pdf the attachment; empty for none
 */
public record MailMessage(String id, Recipients to, String subject, String text, String fileName, byte[] pdf) {}
