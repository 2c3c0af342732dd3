package org.openadmin.fees.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
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
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.students.Audience;

/** Logs of runs, and e-mail that is never sent: two students with a message, one without an address. */
public final class FakeRuns implements InvoiceRuns, InvoiceMailer {

    public final List<InvoiceRun> kept = new ArrayList<>();
    final Map<RunNumber, List<Line>> lines = new HashMap<>();
    public final List<Request> sent = new ArrayList<>();
    public RuntimeException nextFailure;
    /** Whether there is a mail server. */
    public boolean configured;

    public static Line line(int number, Outcome outcome, String due) {
        return Line.of(
                new StudentSnapshot(new StudentNumber(number), "Student " + number, "9", "9A"),
                outcome,
                Money.parse(due, FakeSchool.CAD));
    }

    public InvoiceRun keep(Channel channel, State state, InvoiceRequest request, Line... students) {
        RunNumber number = new RunNumber(kept.size() + 1);
        lines.put(number, List.of(students));
        Map<Outcome, Integer> outcomes =
                lines.get(number).stream().collect(Collectors.toMap(Line::outcome, each -> 1, Integer::sum));
        InvoiceRun run = new InvoiceRun(
                number,
                channel,
                state,
                request.date(),
                request.audience()
                        .map(whom -> ((Audience.Group) whom).kind().word() + " " + ((Audience.Group) whom).text())
                        .orElse(""),
                request.minimum(),
                request.order(),
                outcomes.getOrDefault(Outcome.INVOICED, 0) + outcomes.getOrDefault(Outcome.SENT, 0),
                state == State.CANCELLED ? 0 : 1,
                Money.parse("30.00", FakeSchool.CAD),
                Money.parse("5.05", FakeSchool.CAD),
                outcomes,
                state == State.FAILED ? "No space left on device" : "",
                Instant.parse("2026-09-08T12:00:00Z"),
                Optional.empty(),
                request.actor().name());
        kept.add(0, run);
        return run;
    }

    @Override
    public List<InvoiceRun> latest(Actor reader, Page page) {
        return kept;
    }

    @Override
    public InvoiceRun run(Actor reader, RunNumber number) {
        return kept.stream()
                .filter(run -> run.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new UnknownRunException(number));
    }

    @Override
    public List<Line> lines(Actor reader, RunNumber number, Page page) {
        List<Line> all = lines.getOrDefault(number, List.of());
        return all.stream().skip(page.offset()).limit(page.limit()).toList();
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public Plan plan(Request request) {
        Map<Outcome, Integer> leftOut =
                request.again() ? Map.of(Outcome.NO_EMAIL, 1) : Map.of(Outcome.NO_EMAIL, 1, Outcome.ALREADY_SENT, 1);
        int messages = request.again() ? 2 : 1;
        return new Plan(messages, messages, Money.parse("24.95", FakeSchool.CAD), leftOut);
    }

    @Override
    public InvoiceRun send(Request request, Progress progress) {
        sent.add(request);
        if (nextFailure != null) {
            throw nextFailure;
        }
        boolean on = progress.at(1, 2);
        return keep(
                Channel.EMAIL,
                on ? State.DONE : State.CANCELLED,
                request.invoices(),
                line(100, on ? Outcome.SENT : Outcome.WAITING, "24.95"),
                line(101, Outcome.NO_EMAIL, "3.00"));
    }
}
