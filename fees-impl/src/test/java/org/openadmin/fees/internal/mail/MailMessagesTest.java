package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;
import org.openadmin.fees.internal.mail.MailSettings.Login;
import org.openadmin.fees.internal.mail.MailSettings.Security;

/** The messages that families receive, read from a real server. */
class MailMessagesTest {

    private static final byte[] PDF = "%PDF-1.7\r\n.\r\n\0\377 not ASCII é".getBytes(StandardCharsets.ISO_8859_1);

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Waiting waiting = new Waiting();

    @BeforeEach
    void start() {
        greenMail.setUser("office", "s3cr3t");
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void aFamilyGetsATextAndAPdf() throws Exception {
        MimeMessage message = sent(
                "École Prairie View",
                new MailMessage(
                        "run-7-ab12",
                        Recipients.of("Marie@Home.example"),
                        "Facture du 8 septembre 2026 / Invoice of September 8, 2026",
                        "Bonjour,\n\nvoici la facture d’Inès.\n.\nFrom here on:\n" + "long ".repeat(300)
                                + "\nMerci ⚜ 学校",
                        "factures-2026-09-08-Tremblay.pdf",
                        PDF));

        assertThat(message.getFrom())
                .containsExactly(new InternetAddress("office@school.example", "École Prairie View"));
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("École Prairie View");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("fees@school.example"));
        assertThat(message.getRecipients(RecipientType.TO)).containsExactly(new InternetAddress("Marie@Home.example"));
        assertThat(message.getSubject()).isEqualTo("Facture du 8 septembre 2026 / Invoice of September 8, 2026");
        assertThat(message.getSentDate()).isEqualTo(waiting.now);
        assertThat(message.getMessageID()).isEqualTo("<run-7-ab12@school.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Bonjour,\n\nvoici la facture d’Inès.\n.\nFrom here on:\n" + "long ".repeat(300)
                        + "\nMerci ⚜ 学校");
        BodyPart pdf = parts.getBodyPart(1);
        assertThat(pdf.getDisposition()).isEqualTo("attachment");
        assertThat(pdf.getContentType()).startsWith("application/pdf");
        assertThat(pdf.getFileName()).isEqualTo("factures-2026-09-08-Tremblay.pdf");
        assertThat(pdf.getInputStream().readAllBytes()).isEqualTo(PDF);
    }

    @Test
    void severalAddressesAreBlindCopies() throws Exception {
        MimeMessage message = sent(
                "École Prairie View",
                new MailMessage(
                        "7-1",
                        Recipients.of("marie@home.example; luc@home.example"),
                        "Invoice",
                        "Hello",
                        "invoice.pdf",
                        PDF));

        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("office@school.example"));
        assertThat(raw()).doesNotContain("marie@", "luc@");
        assertThat(greenMail.getReceivedMessages()).as("each has it").hasSize(2);
    }

    @Test
    void onTheLineEverythingIsAsciiAndNoLineIsTooLong() throws Exception {
        sent("École « Prairie », 学校", letter("Facture d’Inès — " + "é".repeat(150), "é".repeat(2000)));

        String raw = raw();
        assertThat(raw.chars()).allMatch(c -> c < 0x7f);
        assertThat(raw.lines()).allMatch(line -> line.length() <= 998);
        assertThat(raw).contains("From: =?UTF-8?").contains("Subject: =?UTF-8?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: thief@evil.example\r\n\r\nHello",
                "\nBcc: thief@evil.example",
                "\rBcc: thief@evil.example",
                "\u2028Bcc: thief@evil.example",
                "\u0085Bcc: thief@evil.example",
                "\0\u000b\u000cBcc: thief@evil.example",
                "\r\n.\r\nMAIL FROM:<thief@evil.example>\r\nRCPT TO:<thief@evil.example>\r\nDATA\r\n",
                "\"; filename=\"evil.exe\r\nContent-Type: text/html",
                "=?UTF-8?Q?=0D=0ABcc:_thief@evil.example?=",
                "\ud83d lone",
            })
    void noTextCanAddAHeaderOrAMessage(String hostile) throws Exception {
        sent(
                "School" + hostile,
                new MailMessage(
                        "7-1" + hostile,
                        Recipients.of("a@home.example"),
                        "Invoice" + hostile,
                        "Dear family," + hostile,
                        "invoice" + hostile + ".pdf",
                        PDF));

        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        MimeMessage message = greenMail.getReceivedMessages()[0];
        assertThat(names(message))
                .containsExactlyInAnyOrder(
                        "Return-Path",
                        "Received",
                        "Date",
                        "From",
                        "Reply-To",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted");
        assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("a@home.example"));
        assertThat(message.getFrom()).hasSize(1);
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("office@school.example");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).matches("[A-Za-z0-9._-]+");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(raw().lines().takeWhile(line -> !line.isEmpty())).noneMatch(line -> line.startsWith("Bcc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@home.example\r\nBcc:thief@evil.example",
                "a@home.example>\r\nRCPT",
                "Marie <a@home.example> <",
                "Marie <a b@home.example>",
                "Marie <>",
                "john smith@home.example, Marie <a@home.example>",
                "a@home.example (mum)",
                "a/b@home.example",
                "john smith@home.example",
                "a@home.example none",
                "a@@home.example",
                "a@home..example",
                "a",
                "@home.example",
                "a@",
                ".a@home.example",
                "@relay.example:a@home.example",
                "family:a@home.example,b@home.example;",
                "\"a b\"@home.example",
                "\"a\"@home.example",
                "a(comment)@home.example",
                "a@[127.0.0.1]",
                "inès@home.example",
                "a@école.example",
                "a\0@home.example",
                "a@home.example\u0000",
                "a@home_.example",
            })
    void anInvalidAddressMakesTheWholeFieldUnusable(String text) {
        Recipients recipients = Recipients.of(text);

        assertThat(recipients.addresses()).isEmpty();
        assertThat(recipients.problem())
                .hasValueSatisfying(problem -> assertThat(problem).doesNotContain("\n", "\r", "\0"));
    }

    @Test
    void addressesAreSeparatedByCommasSemicolonsOrSpacesAndEachCountsOnce() {
        Recipients recipients = Recipients.of(" b@home.example;A@home.example, a@HOME.example\tc+x@home.example ,;");

        assertThat(recipients.addresses()).containsExactly("A@home.example", "b@home.example", "c+x@home.example");
        assertThat(recipients.key()).isEqualTo("a@home.example,b@home.example,c+x@home.example");
        assertThat(recipients.key())
                .isEqualTo(Recipients.of("c+X@home.example b@home.example a@home.example")
                        .key());
        assertThat(recipients.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mum <m@x.example>, Dad <d@x.example>",
                "Tremblay, Marie <m@x.example>; \"Roy, Luc\" <D@x.example>",
                "<m@x.example> <d@x.example>",
                "m@x.example / d@x.example",
                "m@x.example/d@x.example",
                "m@x.example|d@x.example",
                "m@x.example & d@x.example",
                "m@x.example et d@x.example",
                "m@x.example AND d@x.example",
                "d@x.example Mum <m@x.example>",
                "m@x.example <m@x.example>, d@x.example",
                "'m@x.example' <m@x.example>; “d@x.example”",
                "mailto:m@x.example, Dad <MAILTO:d@x.example>",
                "\u00a0m@x.example\u00a0d@x.example\u200b",
                "\ufeffm@x.\u00adexample;\u202fd@x\u2060.example",
                "m@x.example\u2028d@x.example\u3000",
                "\u202am@x.example\u202c, \u200ed@x.example",
            })
    void aFieldIsUnderstoodAsPeopleFillItIn(String text) {
        assertThat(Recipients.of(text).key()).isEqualTo("d@x.example,m@x.example");
    }

    @Test
    void theWholeFieldIsReportedIfAPartOfItIsNotAnAddress() {
        assertThat(Recipients.of(" m@x.example,\nask\tMum\u200b ").problem()).contains("m@x.example, ask Mum");
    }

    @Test
    void anEmptyFieldIsNotAProblem() {
        assertThat(Recipients.of("")).isEqualTo(new Recipients(List.of(), Optional.empty()));
        assertThat(Recipients.of(" , ;").isEmpty()).isTrue();
    }

    @Test
    void moreAddressesThanTheLogCanKeepAreAProblem() {
        String many = String.join(
                ",",
                Stream.iterate(1, i -> i + 1)
                        .limit(60)
                        .map(i -> "a" + i + "@home.example")
                        .toList());

        assertThat(Recipients.of(many).isEmpty()).isTrue();
        assertThat(Recipients.of(many).problem()).isPresent();
    }

    private static MailMessage letter(String subject, String text) {
        return new MailMessage("7-1", Recipients.of("a@home.example"), subject, text, "invoice.pdf", PDF);
    }

    private MimeMessage sent(String school, MailMessage letter) {
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                greenMail.getSmtp().getPort(),
                Security.NONE,
                Optional.of(new Login("office", "s3cr3t")),
                "office@school.example",
                Optional.of("fees@school.example"),
                60,
                1,
                Map.of());
        try (MailServer server = new MailServer(settings, school, waiting, waiting)) {
            assertThat(server.awaitTurn()).isTrue();
            assertThat(server.send(letter)).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        }
        return greenMail.getReceivedMessages()[0];
    }

    private String raw() {
        return GreenMailUtil.getWholeMessage(greenMail.getReceivedMessages()[0]);
    }

    private static List<String> names(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }
}
