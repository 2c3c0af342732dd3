package org.openadmin.fees.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.corrections.JpaReturnedPayments;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.ScriptedServer;
import org.openadmin.fees.spi.ReceiptRenderer;
import org.openadmin.fees.spi.ReturnLetter;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.DatedRequests;
import org.openadmin.fees.testkit.Kit;

class EmailedReceiptsDatabaseTest {

    private static final StudentNumber STUDENT = new StudentNumber(103);
    private static final String HOME = "m@home.example";
    private static DatabaseOffice office;

    private final ScriptedServer smtp = new ScriptedServer();
    private final Drawn renderer = new Drawn();
    private Optional<MailSettings> mail = Optional.of(mail(Map.of()));
    private EmailedReceipts mailer;
    private ReceiptNumber receipt;

    /** Draws a receipt as its number, and keeps how it was drawn. */
    private static final class Drawn implements ReceiptRenderer {

        final List<Boolean> copies = Collections.synchronizedList(new ArrayList<>());
        boolean broken;

        @Override
        public void draw(List<Receipt> receipts, boolean marked, Settings settings, OutputStream out) {
            if (broken) {
                throw new DocumentException(DocumentException.Problem.FAILED, "", null);
            }
            copies.add(marked);
            try {
                out.write(("%PDF " + receipts.get(0).number()).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Draws a letter as the number of its receipt. */
    private static void draw(ReturnLetter letter, Settings settings, OutputStream out) {
        try {
            out.write(("%PDF letter about " + letter.returned().receipt()).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(30);
        office.administrator.execute(
                "UPDATE student SET par1_email = 'Mum <m@home.example>; d@home.example' WHERE studnum = 103");
    }

    @BeforeEach
    void takePayment() {
        office.settings.change(Locale.CANADA, 1);
        receipt = office.cashier.receive(payment(STUDENT, "25.00")).number();
        mailer = new EmailedReceipts(
                office.receipts,
                office.students,
                renderer,
                new JpaReturnedPayments(office.transactions, office.settings, Kit.CLOCK),
                office.statements,
                EmailedReceiptsDatabaseTest::draw,
                office.transactions,
                office.settings,
                () -> mail,
                Kit.CLOCK);
    }

    private MailSettings mail(Map<String, Audience.Group> families) {
        return new MailSettings(
                "127.0.0.1",
                smtp.port(),
                MailSettings.Security.NONE,
                Optional.empty(),
                "office@school.example",
                Optional.empty(),
                1,
                3,
                Map.of(),
                false,
                families);
    }

    @AfterEach
    void leave() throws IOException {
        smtp.close();
    }

    @AfterAll
    static void nothingIsWrong() {
        assertThat(office.faults()).isEmpty();
        office.close();
    }

    private ReceiptMailRequest to(String addresses) {
        return new ReceiptMailRequest(CASHIER, RequestKey.fresh(), receipt, addresses, false);
    }

    @Test
    void theFamilyGetsOneMessageWithTheReceipt() throws Exception {
        assertThat(mailer.addresses(CASHIER, receipt)).containsExactly("d@home.example", HOME);

        MailedReceipt sent = mailer.send(to("Mum <m@home.example>, d@home.example"));

        assertThat(sent.outcome()).isEqualTo(Outcome.SENT);
        assertThat(sent.addresses()).containsExactly("d@home.example", HOME);
        assertThat(sent.recordedBy()).isEqualTo("cashier");
        assertThat(mailer.messages(VIEWER, receipt)).containsExactly(sent);
        assertThat(smtp.taken).singleElement().satisfies(each -> assertThat(each.recipients())
                .containsExactlyInAnyOrder(HOME, "d@home.example"));
        MimeMessage message = message();
        assertThat(message.getSubject())
                .isEqualTo("Prairie School: receipt " + receipt + " / Prairie School\u00a0: reçu " + receipt);
        assertThat(text(message))
                .startsWith("(Le texte français se trouve plus bas.)\n\nHello ")
                .contains(
                        "Attached is receipt " + receipt + " of September 8, 2026: we received $25.00 for ",
                        "Vous trouverez ci-joint le reçu " + receipt
                                + " du 8 septembre 2026\u00a0: nous avons reçu 25,00")
                .doesNotContain("voided", "annulé", "{");
        BodyPart attached = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("receipt-" + receipt + ".pdf");
        assertThat(new String(attached.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF " + receipt);
    }

    @Test
    void theFamilysLanguageComesFirst() throws Exception {
        mail = Optional.of(mail(Map.of("fr", Audience.Group.parse(GroupKind.STUDENT, STUDENT.toString()))));

        mailer.send(to(HOME));

        assertThat(message().getSubject()).startsWith("Prairie School\u00a0: reçu ");
        assertThat(text(message())).startsWith("(The English text is below.)\n\nBonjour ");
        assertThat(((MimeMultipart) message().getContent()).getBodyPart(1).getFileName())
                .isEqualTo("recu-" + receipt + ".pdf");
    }

    @Test
    void aRepeatedRequestSendsNothing() throws Exception {
        ReceiptMailRequest request = to(HOME);
        ExecutorService clicks = Executors.newFixedThreadPool(4);

        List<Callable<MailedReceipt>> all = IntStream.range(0, 8)
                .<Callable<MailedReceipt>>mapToObj(click -> () -> mailer.send(request))
                .toList();
        clicks.invokeAll(all);
        clicks.shutdown();

        assertThat(mailer.send(request).outcome()).isEqualTo(Outcome.SENT);
        assertThat(smtp.taken).hasSize(1);
        assertThat(mailer.messages(VIEWER, receipt)).hasSize(1);
        mail = Optional.empty();
        assertThat(mailer.send(request).outcome())
                .as("of the key, without a mail server")
                .isEqualTo(Outcome.SENT);
        assertThatThrownBy(() -> mailer.send(
                        new ReceiptMailRequest(CASHIER, request.key(), receipt, "other@home.example", false)))
                .isInstanceOf(RequestKeyReusedException.class);
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void aReceiptThatIsOutIsSentAgainAsACopy() {
        smtp.answers("RCPT", "550 no such user");
        assertThatThrownBy(() -> mailer.send(to(HOME)))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_ACCEPTED))
                .hasMessageContaining("550 no such user");

        assertThat(office.ask(
                        "SELECT COUNT(*) FROM fees_audit WHERE operation = 'email-receipt' AND outcome = 'refused'"
                                + " AND subject = " + receipt))
                .as("a refusal: the message was entered")
                .isEqualTo("0");
        assertThat(mailer.send(to(HOME)).copy()).isFalse();
        assertThat(mailer.send(to(HOME)).copy()).isTrue();

        assertThat(renderer.copies).containsExactly(false, false, true);
        assertThat(mailer.messages(VIEWER, receipt))
                .extracting(MailedReceipt::outcome)
                .containsExactly(Outcome.NOT_SENT, Outcome.SENT, Outcome.SENT);
        assertThat(mailer.messages(VIEWER, receipt).get(0).reply()).contains("550 no such user");
        assertThat(mailer.send(new ReceiptMailRequest(CLERK, RequestKey.fresh(), receipt, HOME, true))
                        .copy())
                .isTrue();
    }

    @Test
    void aMessageWhoseAnswerWasLostMayHaveArrivedAndIsNotSentAgain() {
        smtp.answers(ScriptedServer.END, ScriptedServer.DROP);
        ReceiptMailRequest request = to(HOME);

        assertThat(mailer.send(request).outcome()).isEqualTo(Outcome.MAY_HAVE_ARRIVED);
        assertThat(mailer.send(request).outcome()).isEqualTo(Outcome.MAY_HAVE_ARRIVED);

        assertThat(smtp.commands).filteredOn("DATA"::equals).hasSize(1);
    }

    @Test
    void theLetterAboutAReturnedPaymentIsSentOnceForEachRequest() throws Exception {
        receipt = office.cashier
                .receive(DatedRequests.paying(STUDENT, DAY, "25.00", PaymentMethod.CHEQUE))
                .number();
        ReceiptMailRequest early = ReceiptMailRequest.letter(CASHIER, RequestKey.fresh(), receipt, HOME);
        assertThatThrownBy(() -> mailer.send(early)).isInstanceOf(NotReturnedException.class);
        office.corrections.apply(DatedRequests.returning(receipt, DAY, "25.00"));
        ReceiptMailRequest request = ReceiptMailRequest.letter(CASHIER, RequestKey.fresh(), receipt, HOME);

        MailedReceipt sent = mailer.send(request);

        assertThat(sent.document()).isEqualTo(MailedDocument.RETURN_LETTER);
        assertThat(sent.copy()).isFalse();
        assertThat(mailer.send(request)).isEqualTo(sent);
        assertThat(mailer.messages(VIEWER, receipt)).containsExactly(sent);
        assertThat(smtp.taken).hasSize(1);
        assertThatThrownBy(() -> mailer.send(new ReceiptMailRequest(CASHIER, request.key(), receipt, HOME, false)))
                .isInstanceOf(RequestKeyReusedException.class);
        MimeMessage message = message();
        assertThat(message.getSubject())
                .isEqualTo("Prairie School: the payment of receipt " + receipt
                        + " was returned / Prairie School\u00a0: le paiement du reçu " + receipt + " a été retourné");
        assertThat(text(message))
                .contains(
                        "The bank returned your payment of $25.00 for ",
                        "(receipt " + receipt + " of September 8, 2026) on September 8, 2026.",
                        "a retourné le 8 septembre 2026 votre paiement de 25,00")
                .doesNotContain("{");
        BodyPart attached = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("returned-payment-" + receipt + ".pdf");
        assertThat(new String(attached.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF letter about " + receipt);
        assertThat(office.ask("SELECT COUNT(*) FROM fees_audit WHERE operation = 'email-return-letter'"
                        + " AND outcome = 'done' AND subject = " + receipt))
                .isEqualTo("1");
        assertThat(mailer.send(to(HOME)).copy())
                .as("the receipt itself was not e-mailed before")
                .isFalse();
    }

    @Test
    void aVoidedReceiptSaysSo() throws Exception {
        office.corrections.apply(
                new CorrectionRequest.VoidReceipt(RequestKey.fresh(), CASHIER, receipt, DAY, "Wrong student"));

        mailer.send(to(HOME));

        assertThat(text(message()))
                .contains(
                        "This receipt was voided on September 8, 2026 and is no longer valid.",
                        "Ce reçu a été annulé le 8 septembre 2026");
    }

    @Test
    void nothingIsSentOrRecordedOfARequestThatIsRefused() {
        for (String wrong : List.of("", " ", "nobody", "a@home.example, nobody")) {
            assertThatThrownBy(() -> mailer.send(to(wrong))).isInstanceOf(InvalidInputException.class);
        }
        ReceiptNumber unknown = new ReceiptNumber(987_654);
        assertThatThrownBy(() -> mailer.send(new ReceiptMailRequest(CASHIER, RequestKey.fresh(), unknown, HOME, false)))
                .isInstanceOf(UnknownReceiptException.class);
        assertThatThrownBy(() -> mailer.addresses(CASHIER, unknown)).isInstanceOf(UnknownReceiptException.class);
        renderer.broken = true;
        assertThatThrownBy(() -> mailer.send(to(HOME))).isInstanceOf(DocumentException.class);
        mail = Optional.empty();
        assertThat(mailer.isConfigured()).isFalse();
        assertThatThrownBy(() -> mailer.send(to(HOME)))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_CONFIGURED));

        assertThat(mailer.messages(VIEWER, receipt)).isEmpty();
        assertThat(smtp.commands).isEmpty();
    }

    @Test
    void cashiersAndClerksSend() {
        assertThatThrownBy(() -> mailer.send(new ReceiptMailRequest(VIEWER, RequestKey.fresh(), receipt, HOME, false)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> mailer.addresses(VIEWER, receipt)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> mailer.messages(new Actor("nobody", EnumSet.noneOf(Role.class)), receipt))
                .isInstanceOf(NotAllowedException.class);
        assertThat(mailer.send(new ReceiptMailRequest(CLERK, RequestKey.fresh(), receipt, HOME, false))
                        .outcome())
                .isEqualTo(Outcome.SENT);
    }

    private MimeMessage message() throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(smtp.taken.get(0).content().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String text(MimeMessage message) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }
}
