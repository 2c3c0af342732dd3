package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.junit.Test;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Request;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** {@code InvoiceMailer} as an OSGi service: from the journal to a mail server outside the container. */
public class MailIT extends ShellTestBase {

    @Inject
    private InvoiceMailer mail;

    @Inject
    private BundleContext container;

    @Test
    public void aFamilyGetsItsInvoicesOnce() throws IOException {
        Student student = reachable(200);
        charge(fee("Canoe trip", "40.00", "GST"), student.number().value());
        var request = new Request(InvoiceRequest.of(CLERK, DAY, Optional.of(only(student))), false);
        assertEquals(1, mail.plan(request).messages());

        InvoiceRun run = mail.send(request, Progress.NONE);

        assertEquals(State.DONE, run.state());
        assertEquals(run.problem(), Map.of(Outcome.SENT, 1), run.outcomes());
        assertEquals(run, mail.send(request, Progress.NONE));
        String message = newest(student.email());
        assertTrue(message, message.contains("From: Prairie View School <fees@prairieview.example>"));
        String subject = "Subject: Prairie View School: invoice for " + student.firstname();
        assertTrue(message, message.contains(subject) || message.contains("Subject: =?UTF-8?"));
        assertTrue(message, message.contains("Auto-Submitted: auto-generated"));
        assertTrue(message, message.contains("Content-Type: application/pdf"));
        assertTrue("the PDF, in base64", message.contains("\nJVBERi0"));
        var later = new Request(InvoiceRequest.of(CLERK, DAY.plusDays(1), Optional.of(only(student))), false);
        var nothing = assertThrows(NothingToInvoiceException.class, () -> mail.send(later, Progress.NONE));
        assertEquals(1, nothing.run().count(Outcome.ALREADY_SENT));
    }

    @Test
    public void theShellSendsThemToo() {
        Student student = reachable(230);
        charge(fee("Canoe trip", "40.00"), student.number().value());
        String command = "fees:email-invoices --date 2026-09-08 --group student --values " + student.number();

        String plan = run(command + " --dry-run");
        String sent = run(command);

        assertTrue(plan, plan.contains("Messages 1, students 1"));
        assertTrue(sent, sent.contains(", done: students sent 1"));
    }

    @Test
    public void aTestMessageIsSent() throws IOException {
        String sent = run("fees:mail-test test.of.mail@family.example");

        assertTrue(sent, sent.contains("accepted a test message to test.of.mail@family.example"));
        String message = newest("test.of.mail@family.example");
        assertTrue(message, message.contains("From: Prairie View School <fees@prairieview.example>"));
        assertFalse(message, message.contains("application/pdf"));
        String status = run("fees:status");
        assertTrue(status, status.contains("from fees@prairieview.example"));
    }

    @Test
    public void aReceiptIsSentToTheFamily() throws IOException {
        Student student = reachable(290);
        charge(fee("Canoe trip", "40.00"), student.number().value());
        String paid = run("fees:pay " + student.number() + " --amount 40.00 --charges all --yes --date 2026-09-08");
        String receipt = paid.replaceAll("(?s).*?Receipt (\\d+).*", "$1");

        String sent = run("fees:email-receipt " + receipt);

        assertTrue(sent, sent.contains("accepted receipt " + receipt + " for "));
        String message = newest(student.email());
        assertTrue(message, message.contains("Content-Type: application/pdf"));
        assertTrue(message, message.contains("receipt-" + receipt + ".pdf"));
    }

    @Test
    public void aRunIsListedWithItsStateAndCannotBeStoppedAfterwards() {
        Student student = reachable(260);
        charge(fee("Canoe trip", "40.00"), student.number().value());
        var request = new Request(InvoiceRequest.of(CLERK, DAY, Optional.of(only(student))), false);
        InvoiceRun run = mail.send(request, Progress.NONE);

        String stop = run("fees:invoice-runs " + run.number() + " --stop");

        assertTrue(stop, stop.contains("has ended already: done"));
    }

    @Test
    public void whoMayNotSendDoesNot() {
        var request = new Request(InvoiceRequest.of(VIEWER, DAY, Optional.empty()), false);
        assertThrows(NotAllowedException.class, () -> mail.send(request, Progress.NONE));
    }

    @Test
    public void thePasswordIsNeitherPublishedNorLogged() throws Exception {
        assertTrue(mail.isConfigured());
        assertFalse(settings.current().toString().contains(ContainerConfiguration.PASSWORD));
        for (String key : container.getServiceReference(FeesSettings.class).getPropertyKeys()) {
            assertFalse(key, key.contains("mail"));
        }
        for (ServiceReference<?> service : container.getAllServiceReferences(null, null)) {
            for (String key : service.getPropertyKeys()) {
                String value = String.valueOf(service.getProperty(key));
                assertFalse(service + " " + key, value.contains(ContainerConfiguration.PASSWORD));
            }
        }
        Path log = Path.of(System.getProperty("karaf.data"), "log", "karaf.log");
        assertFalse(Files.readString(log, StandardCharsets.ISO_8859_1).contains(ContainerConfiguration.PASSWORD));
    }

    /** Returns the first student from this number on who has an e-mail address. */
    private Student reachable(int from) {
        return IntStream.range(from, from + 30)
                .mapToObj(number -> students.find(student(number)))
                .flatMap(Optional::stream)
                .filter(student -> student.active() && student.email().contains("@"))
                .findFirst()
                .orElseThrow();
    }

    private static Audience only(Student student) {
        return students(student.number().value());
    }

    /** Reads a mailbox of the test's mail server over its mail protocol. The password of a mailbox is its address. */
    private static String newest(String address) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Integer.getInteger(ContainerConfiguration.MAILBOXES))) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            in.readLine();
            for (String command : List.of("USER " + address, "PASS " + address, "RETR 1")) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                String answer = in.readLine();
                assertTrue(command + ": " + answer, answer.startsWith("+OK"));
            }
            var message = new StringBuilder();
            for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
                message.append(line).append('\n');
            }
            return message.toString();
        }
    }
}
