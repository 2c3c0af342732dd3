package org.openadmin.fees.ui.internal;

import static org.openadmin.fees.testkit.Kit.cad;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.testkit.MemoryOffice;

/** E-mail that is never sent: two students with a message, one without an address. */
public final class FakeMailer implements InvoiceMailer, OutgoingMail {

    private final MemoryOffice office;
    public final List<Request> sent = new ArrayList<>();
    /** The addresses of test messages. */
    public final List<String> tests = new ArrayList<>();

    public RuntimeException failure;
    public List<SharedAddress> shared = List.of();
    /** What a request does before it fails. */
    public Consumer<Request> beforeFailure = request -> {};
    /** Whether there is a mail server. */
    public boolean configured;

    public FakeMailer(MemoryOffice office) {
        this.office = office;
    }

    public static Line line(int number, Outcome outcome, String due) {
        return Line.of(
                new StudentSnapshot(new StudentNumber(number), "Student " + number, "9", "9A"), outcome, cad(due));
    }

    /** Stores the log of a run with 24.95 due. */
    public InvoiceRun log(Channel channel, State state, InvoiceRequest request, String problem, Line... lines) {
        RunNumber number = office.runs().begin(request, channel).number();
        office.runs().add(number, List.of(lines));
        int invoices = (int) List.of(lines).stream()
                .filter(line -> line.outcome() == Outcome.INVOICED || line.outcome() == Outcome.SENT)
                .count();
        return office.runs()
                .end(number, state, invoices, state == State.CANCELLED ? 0 : 1, cad("30.00"), cad("5.05"), problem);
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public Optional<Setup> setup(Actor reader) {
        return Optional.of(new Setup(
                "smtp.school.example", 587, Security.STARTTLS, "Prairie View School", "office@school.example"));
    }

    @Override
    public void sendTest(Actor actor, String address) {
        if (failure != null) {
            throw failure;
        }
        tests.add(address);
    }

    @Override
    public Plan plan(Request request) {
        Map<Outcome, Integer> leftOut = request.includeAlreadySent()
                ? Map.of(Outcome.NO_EMAIL, 1)
                : Map.of(Outcome.NO_EMAIL, 1, Outcome.ALREADY_SENT, 1);
        int messages = request.includeAlreadySent() ? 2 : 1;
        return new Plan(messages, messages, cad("24.95"), leftOut, 1, shared);
    }

    @Override
    public InvoiceRun send(Request request, Progress progress) {
        sent.add(request);
        if (failure != null) {
            beforeFailure.accept(request);
            throw failure;
        }
        boolean on = progress.at(1, 2);
        return log(
                Channel.EMAIL,
                on ? State.DONE : State.CANCELLED,
                request.invoices(),
                "",
                line(100, on ? Outcome.SENT : Outcome.WAITING, "24.95"),
                line(101, Outcome.NO_EMAIL, "3.00"));
    }
}
