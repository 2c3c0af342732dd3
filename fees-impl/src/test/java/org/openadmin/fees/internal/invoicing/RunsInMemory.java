package org.openadmin.fees.internal.invoicing;

import static org.openadmin.fees.internal.invoicing.InvoicingSchool.NOW;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;

/** The logs of runs in memory, with the rules of the database. */
final class RunsInMemory implements InvoiceRunRecorder, InvoiceRuns {

    private final Map<RunNumber, Kept> runs = new TreeMap<>();

    private static final class Kept {

        private final InvoiceRequest request;
        private final Map<StudentNumber, Line> lines = new LinkedHashMap<>();
        private InvoiceRun run;

        Kept(InvoiceRequest request, InvoiceRun run) {
            this.request = request;
            this.run = run;
        }
    }

    @Override
    public Begun begin(InvoiceRequest request, Channel channel) {
        Optional<Kept> same = runs.values().stream()
                .filter(kept -> kept.request.key().equals(request.key()))
                .findFirst();
        if (same.isPresent()) {
            return new Begun(record(same.get()), false);
        }
        Kept kept = new Kept(
                request,
                new InvoiceRun(
                        new RunNumber(runs.size() + 1),
                        channel,
                        State.RUNNING,
                        request.date(),
                        request.audience().isPresent() ? "some" : "",
                        request.minimum(),
                        request.order(),
                        0,
                        0,
                        money("0"),
                        money("0"),
                        Map.of(),
                        "",
                        NOW,
                        Optional.empty(),
                        request.actor().name()));
        runs.put(kept.run.number(), kept);
        return new Begun(kept.run, true);
    }

    @Override
    public void add(RunNumber run, List<Line> lines) {
        lines.forEach(line -> runs.get(run).lines.putIfAbsent(line.student().number(), line));
    }

    @Override
    public boolean claim(RunNumber run, String recipient) {
        return change(run, recipient, Outcome.WAITING, Outcome.SENDING, "");
    }

    @Override
    public void settle(RunNumber run, String recipient, Outcome outcome, String detail) {
        change(run, recipient, Outcome.SENDING, outcome, detail);
    }

    private boolean change(RunNumber run, String recipient, Outcome from, Outcome to, String detail) {
        List<Line> found = runs.get(run).lines.values().stream()
                .filter(line -> line.recipient().equals(recipient) && line.outcome() == from)
                .toList();
        found.forEach(line -> runs.get(run)
                .lines
                .put(line.student().number(), new Line(line.student(), to, line.due(), recipient, detail)));
        return !found.isEmpty();
    }

    @Override
    public InvoiceRun end(RunNumber run, State state, Made made, String problem) {
        Kept kept = runs.get(run);
        if (kept.run.state() == State.RUNNING) {
            kept.run = new InvoiceRun(
                    run,
                    kept.run.channel(),
                    state,
                    kept.run.date(),
                    kept.run.audience(),
                    kept.run.minimum(),
                    kept.run.order(),
                    made.invoices(),
                    made.pages(),
                    made.charged(),
                    made.credit(),
                    Map.of(),
                    problem,
                    NOW,
                    Optional.of(NOW),
                    kept.run.startedBy());
        }
        return record(kept);
    }

    @Override
    public Map<StudentNumber, List<Money>> sent(LocalDate date, Collection<StudentNumber> students) {
        Map<StudentNumber, List<Money>> sent = new TreeMap<>();
        List<Outcome> gone = List.of(Outcome.SENDING, Outcome.SENT, Outcome.UNCERTAIN);
        runs.values().stream()
                .filter(kept ->
                        kept.run.channel() == Channel.EMAIL && kept.run.date().equals(date))
                .flatMap(kept -> kept.lines.values().stream())
                .filter(line -> gone.contains(line.outcome())
                        && students.contains(line.student().number()))
                .forEach(line -> sent.computeIfAbsent(line.student().number(), number -> new ArrayList<>())
                        .add(line.due()));
        return sent;
    }

    @Override
    public List<InvoiceRun> latest(Actor reader, Page page) {
        List<InvoiceRun> latest = new ArrayList<>();
        runs.values().forEach(kept -> latest.add(0, record(kept)));
        return latest.stream().skip(page.offset()).limit(page.limit()).toList();
    }

    @Override
    public InvoiceRun run(Actor reader, RunNumber number) {
        return record(runs.get(number));
    }

    @Override
    public List<Line> lines(Actor reader, RunNumber number, Page page) {
        List<Line> lines = List.copyOf(runs.get(number).lines.values());
        return lines.stream().skip(page.offset()).limit(page.limit()).toList();
    }

    /** The students with this outcome in a run, in the order of the log. */
    List<StudentNumber> who(RunNumber run, Outcome outcome) {
        return runs.get(run).lines.values().stream()
                .filter(line -> line.outcome() == outcome)
                .map(line -> line.student().number())
                .toList();
    }

    InvoiceRun last() {
        return latest(InvoicingSchool.CLERK, Page.first(1)).get(0);
    }

    private static InvoiceRun record(Kept kept) {
        InvoiceRun run = kept.run;
        Map<Outcome, Integer> outcomes =
                kept.lines.values().stream().collect(Collectors.toMap(Line::outcome, line -> 1, Integer::sum));
        return new InvoiceRun(
                run.number(),
                run.channel(),
                run.state(),
                run.date(),
                run.audience(),
                run.minimum(),
                run.order(),
                run.invoices(),
                run.pages(),
                run.charged(),
                run.credit(),
                outcomes,
                run.problem(),
                run.startedAt(),
                run.endedAt(),
                run.startedBy());
    }
}
