package org.openadmin.fees.internal.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A message in MIME form, as it is transmitted. */
final class MimeMailMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private MimeMailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param sender the school's name, which mail programs show in place of its address */
    static MimeMailMessage of(MailMessage letter, MailSettings mail, String sender, Instant now, Session session)
            throws MessagingException {
        String domain = mail.from().substring(mail.from().lastIndexOf('@') + 1);
        MimeMailMessage mime =
                new MimeMailMessage(session, "<" + letter.id().replaceAll("[^A-Za-z0-9-]", "-") + "@" + domain + ">");
        mime.setFrom(named(mail.from(), sender));
        if (mail.replyTo().isPresent()) {
            mime.setReplyTo(
                    new InternetAddress[] {new InternetAddress(mail.replyTo().get(), true)});
        }
        List<InternetAddress> to = letter.to().forEnvelope();
        // several addresses are blind copies: the envelope has them, and the header only the sender
        mime.setRecipient(RecipientType.TO, to.size() == 1 ? to.get(0) : named(mail.from(), sender));
        mime.setSubject(HeaderLines.one(letter.subject()), UTF_8);
        mime.setSentDate(Date.from(now));
        // suppresses automatic replies such as out-of-office notices
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setContent(
                letter.pdf().length == 0
                        ? new MimeMultipart("mixed", text(letter))
                        : new MimeMultipart("mixed", text(letter), pdf(letter)));
        mime.saveChanges();
        return mime;
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        InternetAddress named = new InternetAddress(address, true);
        try {
            named.setPersonal(HeaderLines.one(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
        return named;
    }

    private static MimeBodyPart text(MailMessage letter) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(HeaderLines.many(letter.text()), UTF_8);
        return part;
    }

    private static MimeBodyPart pdf(MailMessage letter) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(letter.pdf(), "application/pdf")));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(letter.fileName().replaceAll("[^A-Za-z0-9._-]", ""));
        return part;
    }

    /** The library's default would contain the operating system's user name. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
