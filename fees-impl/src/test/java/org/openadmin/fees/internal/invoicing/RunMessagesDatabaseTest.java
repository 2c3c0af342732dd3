package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.NOTHING;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.message;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.request;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.student;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Copy;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.EmailedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;

/** The messages of a run by e-mail on a real database: each is claimed, sent and counted once. */
class RunMessagesDatabaseTest {

    @RegisterExtension
    private static final RunLogOffice RUNS = new RunLogOffice();

    /** The portal's field for addresses may be longer than the log's. */
    @Test
    void aMessageWithAVeryLongRecipientIsClaimedToo() {
        String recipient = "m".repeat(600) + "@x.example";
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(run, List.of(message(1, "5.00", recipient), message(2, "6.00", "b@x.example")));

        assertThat(RUNS.recorder.claim(run, recipient)).isTrue();
        RUNS.recorder.recordResult(run, recipient, Outcome.FAILED, "no such address", NOTHING);

        assertThat(RUNS.office.runs.lines(VIEWER, run, Page.first(10)))
                .extracting(line -> line.outcome() + " " + line.recipient().length())
                .containsExactly("FAILED 512", "WAITING 11");
        RUNS.end(run, State.FAILED);
    }

    @Test
    void aMessageIsClaimedOnceAndWhatBecameOfItStays() {
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(run, List.of(message(1, "5.00", "a@x.example"), message(2, "6.00", "a@x.example")));

        assertThat(RUNS.recorder.claim(run, "a@x.example")).isTrue();
        assertThat(RUNS.recorder.claim(run, "a@x.example")).isFalse();
        assertThat(RUNS.recorder.claim(run, "b@x.example")).isFalse();
        RUNS.recorder.recordResult(run, "a@x.example", Outcome.SENT, "250 ok", NOTHING);
        RUNS.recorder.recordResult(run, "a@x.example", Outcome.FAILED, "too late", NOTHING);

        assertThat(RUNS.office.runs.lines(VIEWER, run, Page.first(10)))
                .containsExactly(
                        new Line(student(1), Outcome.SENT, cad("5.00"), "a@x.example", "250 ok"),
                        new Line(student(2), Outcome.SENT, cad("6.00"), "a@x.example", "250 ok"));
        RUNS.end(run, State.DONE);
        assertThat(RUNS.recorder.claim(run, "a@x.example")).isFalse();
    }

    @Test
    void anInvoiceThatWasSentIsKnownByItsAddressAndCharges() {
        StudentNumber ann = new StudentNumber(21);
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(
                run,
                List.of(message(21, "5.00", "dad@x.example,mum@x.example"), message(22, "6.00", "mum@x.example")),
                List.of(
                        new Copy(ann, "dad@x.example", Outcome.WAITING, List.of(new ChargeId(7), new ChargeId(9))),
                        new Copy(ann, "mum@x.example", Outcome.WAITING, List.of(new ChargeId(7), new ChargeId(9))),
                        new Copy(ann, "none@x.example", Outcome.SHARED_EMAIL, List.of(new ChargeId(7))),
                        new Copy(new StudentNumber(22), "mum@x.example", Outcome.WAITING, List.of())));
        assertThat(RUNS.recorder.emailed(Kind.INVOICES, Set.of(ann))).isEmpty();

        RUNS.recorder.claim(run, "dad@x.example");
        RUNS.recorder.recordResult(run, "dad@x.example", Outcome.FAILED, "550 no such user", NOTHING);
        RUNS.recorder.claim(run, "mum@x.example");

        assertThat(RUNS.recorder.emailed(Kind.INVOICES, Set.of(ann)))
                .containsExactly(new EmailedInvoice(
                        run, ann, "mum@x.example", List.of(new ChargeId(7), new ChargeId(9)), cad("5.00")));
        RUNS.recorder.recordResult(run, "mum@x.example", Outcome.SENT, "", NOTHING);
        assertThat(RUNS.recorder.emailed(Kind.INVOICES, Set.of(new StudentNumber(22), new StudentNumber(23))))
                .containsExactly(
                        new EmailedInvoice(run, new StudentNumber(22), "mum@x.example", List.of(), cad("6.00")));
        RUNS.end(run, State.DONE);
        assertThat(RUNS.office.runs.lines(VIEWER, run, Page.first(10)))
                .extracting(line -> line.outcome() + " " + line.detail())
                .containsExactly("SENT dad@x.example: 550 no such user; none@x.example: shared email", "SENT ");
    }

    @Test
    void whatWasSentBeforeEachAddressHadAMessageOfItsOwnIsKnownToo() throws Exception {
        StudentNumber ann = new StudentNumber(41);
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(run, List.of(message(41, "5.00", "a@x.example,b@x.example")), List.of());
        RUNS.end(run, State.DONE);
        String script;
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db"))) {
            script = Files.readString(scripts.filter(file -> file.toString().endsWith("__messages.sql"))
                    .findFirst()
                    .orElseThrow());
        }
        try (Connection connection = RUNS.office.administrator.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE fees_run_line SET outcome = 'sent' WHERE run_id = " + run);
            statement.executeUpdate(script.substring(script.indexOf("INSERT"), script.lastIndexOf(';')));
        }

        assertThat(RUNS.recorder.emailed(Kind.INVOICES, Set.of(ann)))
                .containsExactly(
                        new EmailedInvoice(run, ann, "a@x.example", List.of(), cad("5.00")),
                        new EmailedInvoice(run, ann, "b@x.example", List.of(), cad("5.00")));
    }

    @Test
    void blindCopiesAreClaimedTogether() {
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(run, List.of(message(31, "5.00", "a@x.example,b@x.example")));

        assertThat(RUNS.recorder.claim(run, "a@x.example,b@x.example")).isTrue();
        assertThat(RUNS.recorder.claim(run, "b@x.example")).isFalse();
        RUNS.recorder.recordResult(run, "a@x.example,b@x.example", Outcome.SENT, "", NOTHING);

        assertThat(RUNS.office.runs.run(VIEWER, run).outcomes()).isEqualTo(Map.of(Outcome.SENT, 1));
        assertThat(RUNS.recorder.emailed(Kind.INVOICES, Set.of(new StudentNumber(31))))
                .extracting(EmailedInvoice::address)
                .containsExactlyInAnyOrder("a@x.example", "b@x.example");
        RUNS.end(run, State.DONE);
    }

    @Test
    void aMessageIsCountedOnce() {
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(run, List.of(message(61, "5.00", "g@x.example"), message(62, "6.00", "g@x.example")));
        RUNS.recorder.claim(run, "g@x.example");
        RunTotals sent = new RunTotals(2, 0, cad("13.00"), cad("2.00"));
        RUNS.recorder.recordResult(run, "g@x.example", Outcome.SENT, "", sent);
        RUNS.recorder.recordResult(run, "g@x.example", Outcome.SENT, "", sent);

        InvoiceRun underWay = RUNS.office.runs.run(VIEWER, run);
        assertThat(underWay.invoices()).isEqualTo(2);
        assertThat(underWay.due()).isEqualTo(cad("11.00"));
        RUNS.recorder.end(run, State.DONE, sent, "");
    }
}
