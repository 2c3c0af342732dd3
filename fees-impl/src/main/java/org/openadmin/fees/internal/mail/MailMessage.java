package org.openadmin.fees.internal.mail;

/**
 * A message to a family.
 *
 * @param id unlike that of any other message, and the same if it is made again: letters, figures and hyphens
 * @param text lines end with {@code \n}
 * @param fileName of the PDF; what is not ASCII is left out of it
 */
public record MailMessage(String id, Recipients to, String subject, String text, String fileName, byte[] pdf) {}
