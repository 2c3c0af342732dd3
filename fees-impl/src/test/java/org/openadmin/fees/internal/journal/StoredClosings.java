package org.openadmin.fees.internal.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.testkit.Kit;

/** Closes and reopens the months of a journal with faults, which the service would not close. */
public final class StoredClosings implements AutoCloseable {

    private final DatabaseOffice office;
    private final List<YearMonth> months;

    /** @param dates of the rows of the journal */
    public StoredClosings(DatabaseOffice office, List<LocalDate> dates) {
        this.office = office;
        months = dates.stream().map(YearMonth::from).distinct().sorted().toList();
    }

    /** Closes a third of the months, then all, and reopens half of them. */
    public void closeAndReopen() {
        add(Close::new, months.get(months.size() / 3));
        add(Close::new, months.get(months.size() - 1));
        YearMonth reopened = months.get(months.size() / 2);
        add((key, actor, month) -> new Reopen(key, Kit.ADMIN, reopened, "Late"), reopened.minusMonths(1));
    }

    /** Closes all of the months. */
    public void closeAll() {
        add(Close::new, months.get(months.size() - 1));
    }

    /** Closes all but the last of the months. */
    public void closeAgain() {
        add(Close::new, months.get(months.size() - 2));
    }

    private interface Request {
        ClosingRequest of(RequestKey key, Actor actor, YearMonth month);
    }

    private void add(Request request, YearMonth last) {
        office.transactions.write(em -> new ClosingStore(em)
                .add(
                        request.of(RequestKey.fresh(), DatabaseOffice.CLERK, last),
                        last.atEndOfMonth(),
                        Instant.parse("2026-10-01T12:00:00Z"),
                        DatabaseOffice.CAD));
    }

    /** Makes the closings those of an earlier version, which carried no lists forward. */
    public void forgetLists() {
        forgetLists(office);
    }

    /** Makes all closings of an office those of an earlier version. */
    public static void forgetLists(DatabaseOffice office) {
        truncate(office, List.of("_list", "_fee", "_group", "_opened", "_receipt", "_amount"));
    }

    private static void truncate(DatabaseOffice office, List<String> tables) {
        tables.forEach(table -> office.administrator.execute("TRUNCATE TABLE fees_closing" + table));
    }

    /** Forgets the closings. */
    @Override
    public void close() {
        truncate(office, List.of("", "_account", "_charge", "_day", "_sum"));
        office.administrator.execute("UPDATE fees_counter SET value = 0 WHERE name = 'closing'");
        forgetLists();
    }
}
