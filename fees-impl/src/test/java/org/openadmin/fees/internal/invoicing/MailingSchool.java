package org.openadmin.fees.internal.invoicing;

import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.NOW;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Request;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.internal.mail.ScriptedServer;

/**
 * The school that e-mails invoices, its mail server and its mailer: the base of the tests of runs by e-mail, from the families to the
 * server and the log.
 */
abstract class MailingSchool {

    final InvoicingSchool school = new InvoicingSchool();
    final ScriptedServer smtp = new ScriptedServer();
    final EmailedInvoices mail = school.mailer(new StridingClock(NOW));

    @BeforeEach
    void configure() {
        school.mail = Optional.of(settings(Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        smtp.close();
    }

    StudentNumber owes(int number, String lastname, String firstname, String email, String amount) {
        StudentNumber student = school.reachable(number, lastname, firstname, email);
        school.charge(student, "Lab fee", amount);
        return student;
    }

    Line line(InvoiceRun run, StudentNumber student) {
        return school.lines(run.number()).stream()
                .filter(line -> line.student().number().equals(student))
                .findFirst()
                .orElseThrow();
    }

    MimeMessage message(int index) throws Exception {
        byte[] content = smtp.taken.get(index).content().getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    }

    static String text(MimeMessage message) throws Exception {
        return ((Multipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    List<List<String>> recipients() {
        return smtp.taken.stream().map(ScriptedServer.Taken::recipients).toList();
    }

    String pdf(int index) throws Exception {
        Multipart parts = (Multipart) message(index).getContent();
        return new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static Request on(LocalDate date, boolean again) {
        return new Request(InvoiceRequest.of(CLERK, date, Optional.empty()), again);
    }

    static Request request(String minimum, boolean again) {
        Optional<Money> least =
                Optional.of(minimum).filter(text -> !text.isEmpty()).map(InvoicingSchool::money);
        return new Request(
                new InvoiceRequest(RequestKey.fresh(), CLERK, DAY, Optional.empty(), least, InvoiceOrder.NAME, false),
                again);
    }

    MailSettings settings(Map<String, MessageTemplate> letters) {
        return settings(letters, 60);
    }

    MailSettings settings(Map<String, MessageTemplate> letters, int perMinute) {
        return settings(letters, perMinute, false);
    }

    MailSettings settings(Map<String, MessageTemplate> letters, int perMinute, boolean blindCopies) {
        return new MailSettings(
                "127.0.0.1",
                smtp.port(),
                MailSettings.Security.NONE,
                Optional.empty(),
                "office@school.example",
                Optional.empty(),
                perMinute,
                3,
                letters,
                blindCopies,
                Map.of());
    }
}
