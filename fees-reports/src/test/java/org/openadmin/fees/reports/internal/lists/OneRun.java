package org.openadmin.fees.reports.internal.lists;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;

/** The log of one run, a print for two students. */
final class OneRun implements InvoiceRuns {

    @Override
    public Optional<InvoiceRun> started(Actor reader, RequestKey key) {
        throw new UnsupportedOperationException("no export starts a run");
    }

    @Override
    public InvoiceRun stop(Actor actor, RunNumber number) {
        throw new UnsupportedOperationException("no export stops a run");
    }

    @Override
    public List<InvoiceRun> latest(Actor reader, Page page) {
        throw new UnsupportedOperationException("no export lists runs");
    }

    @Override
    public InvoiceRun run(Actor reader, RunNumber number) {
        Instant now = Instant.parse("2026-09-08T14:05:00Z");
        return new InvoiceRun(
                number,
                Channel.PRINT,
                State.DONE,
                DAY,
                "",
                Optional.empty(),
                InvoiceOrder.NAME,
                1,
                1,
                money("10.00"),
                money("0"),
                Map.of(Outcome.INVOICED, 1, Outcome.NO_ADDRESS, 1),
                "",
                now,
                Optional.of(now),
                "anna");
    }

    @Override
    public List<InvoiceRun.Line> lines(Actor reader, RunNumber number, Page page) {
        return List.of(
                line(2, "Nowhere, Nell", Outcome.NO_ADDRESS, "1.00"),
                line(1, "O'Wes, =Olaf", Outcome.INVOICED, "10.00"));
    }

    private static InvoiceRun.Line line(int number, String name, Outcome outcome, String due) {
        StudentSnapshot student = new StudentSnapshot(new StudentNumber(number), name, "9", "9A");
        return InvoiceRun.Line.of(student, outcome, money(due));
    }
}
