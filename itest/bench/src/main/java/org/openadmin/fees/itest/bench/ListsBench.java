package org.openadmin.fees.itest.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.internal.journal.JpaJournal;
import org.openadmin.fees.internal.payments.JpaReceipts;

/**
 * Pages of the module in a large journal, each compared with a plain statement that reads the same rows. This class measures
 * the lists.
 */
final class ListsBench {

    private static final Actor READER = new Actor("bench", Set.of(Role.VIEW));
    private static final JournalQuery ALL = JournalQuery.everything();
    private static final LocalDate YEAR = LocalDate.of(2024, 9, 1);
    private static final String ROWS = "SELECT * FROM fees_jrl ";
    private static final String NEWEST = " ORDER BY trans_date DESC, id DESC LIMIT ";
    private static final String RECEIPTS = "trans_type IN ('pay', 'roa') ";
    private static final String SUMS = "SELECT COUNT(*), SUM(total) FROM fees_jrl ";
    private static final int PAGE = 100;

    private final BenchSchool school;
    private final JournalRows size;
    private final PageTimings pages;
    private final StudentNumber student;
    private final JpaJournal journal;
    private final JpaReceipts receipts;

    /** @param journalRows the size of the journal */
    ListsBench(BenchSchool school, JournalRows journalRows, PageTimings pages) throws SQLException {
        this.school = school;
        this.size = journalRows;
        this.pages = pages;
        this.student = new StudentNumber(pages.ask("SELECT studnum FROM bench_student WHERE n = 4711"));
        this.journal = new JpaJournal(school.transactions(), school.settings());
        this.receipts = new JpaReceipts(school.transactions(), school.settings());
    }

    void run() throws Exception {
        System.out.println("Over " + size.rows() + " rows of " + JournalRows.STUDENTS + " students:");
        pages();
        orders();
        totals();
        receipts();
        new OfficeBench(school, pages, student).run();
    }

    private void pages() throws Exception {
        page("newest", ALL, 0, ROWS + NEWEST + PAGE);
        for (int percent : new int[] {10, 50, 90}) {
            int row = size.rows() / 100 * percent;
            page("at " + percent + " % of the rows", ALL, row, deep("trans_date DESC, id DESC", row));
        }
        page(
                "one month",
                ALL.between(YEAR, YEAR.plusDays(29)),
                0,
                ROWS + "WHERE trans_date BETWEEN '2024-09-01' AND '2024-09-30'" + NEWEST + PAGE);
        for (EntryKind kind : EntryKind.values()) {
            if (kind != EntryKind.OTHER) {
                page("kind " + kind, kinds(kind), 0, ROWS + "WHERE trans_type = '" + kind.code() + "'" + NEWEST + PAGE);
            }
        }
        page(
                "kind OTHER",
                kinds(EntryKind.OTHER),
                0,
                ROWS
                        + "WHERE trans_type IS NULL OR trans_type NOT IN ('chg','pay','roa','rev','waive','refund','void')"
                        + NEWEST + PAGE);
        page("one student", ALL.ofStudent(student), 0, ROWS + "WHERE studnum = " + student + NEWEST + PAGE);
        page("one batch", batch(5), 0, ROWS + "WHERE batch_id = 5" + NEWEST + PAGE);
        page("outstanding", outstanding(), 0, ROWS + "WHERE trans_type = 'chg' AND paid_id IS NULL" + NEWEST + PAGE);
    }

    private void orders() throws Exception {
        for (Order order : Order.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                String direction = ascending ? " ASC" : " DESC";
                String column =
                        switch (order) {
                            case DATE -> "trans_date";
                            case STUDENT -> "studnum";
                            case AMOUNT -> "total";
                        };
                String by = " ORDER BY " + column + direction + ", id" + direction + " LIMIT " + PAGE;
                String name = "by " + order + direction;
                page(name, ALL.orderedBy(order, ascending), 0, ROWS + by);
                page(
                        name + ", in the middle",
                        ALL.orderedBy(order, ascending),
                        size.rows() / 2,
                        deep(column + direction + ", id" + direction, size.rows() / 2));
                page(
                        name + ", one year",
                        ALL.between(YEAR, YEAR.plusYears(1)).orderedBy(order, ascending),
                        0,
                        ROWS + "WHERE trans_date BETWEEN '2024-09-01' AND '2025-09-01'" + by);
                page(
                        name + ", payments",
                        kinds(EntryKind.PAYMENT).orderedBy(order, ascending),
                        0,
                        ROWS + "WHERE trans_type = 'pay'" + by);
                page(
                        name + ", outstanding",
                        outstanding().orderedBy(order, ascending),
                        0,
                        ROWS + "WHERE trans_type = 'chg' AND paid_id IS NULL" + by);
            }
        }
    }

    private void totals() throws Exception {
        total("everything", ALL, SUMS);
        total(
                "one year",
                ALL.between(YEAR, YEAR.plusYears(1)),
                SUMS + "WHERE trans_date BETWEEN '2024-09-01' AND '2025-09-01'");
        total(
                "nine years",
                ALL.between(YEAR.minusYears(7), YEAR.plusYears(2)),
                SUMS + "WHERE trans_date BETWEEN '2017-09-01' AND '2026-09-01'");
        total("charges", kinds(EntryKind.CHARGE), SUMS + "WHERE trans_type = 'chg'");
        total("payments", kinds(EntryKind.PAYMENT), SUMS + "WHERE trans_type = 'pay'");
        total("outstanding", outstanding(), SUMS + "WHERE trans_type = 'chg' AND paid_id IS NULL");
        total("one batch", batch(5), SUMS + "WHERE batch_id = 5");
    }

    private void receipts() throws Exception {
        String newest = "ORDER BY paid_id DESC LIMIT ";
        found("newest", ReceiptQuery.everything(), 0, ROWS + "WHERE " + RECEIPTS + newest + PAGE);
        for (int percent : new int[] {50, 97}) {
            int row = size.receipts() / 100 * percent;
            found(
                    "at " + percent + " % of them",
                    ReceiptQuery.everything(),
                    row,
                    ROWS + "WHERE " + RECEIPTS + newest + row + ", " + PAGE);
        }
        found(
                "by number",
                query(Optional.of(new ReceiptNumber(4711)), Optional.empty()),
                0,
                ROWS + "WHERE " + RECEIPTS + "AND paid_id = 4711");
        found(
                "of one day",
                ReceiptQuery.ofDay(YEAR),
                0,
                ROWS + "WHERE trans_date = '2024-09-01' AND " + RECEIPTS + newest + PAGE);
        found(
                "of one student",
                ReceiptQuery.ofStudent(student),
                0,
                ROWS + "WHERE studnum = " + student + " AND " + RECEIPTS + newest + PAGE);
        found(
                "of one cashier",
                query(Optional.empty(), Optional.of("cashier3")),
                0,
                ROWS + "WHERE " + RECEIPTS + "AND recorded_by = 'cashier3' " + newest + PAGE);
        pages.compare(
                "Cashiers",
                number -> receipts.cashiers(READER),
                "SELECT DISTINCT recorded_by FROM fees_jrl WHERE " + RECEIPTS);
    }

    private void page(String what, JournalQuery query, int offset, String raw) throws Exception {
        pages.compare("Journal page, " + what, number -> journal.entries(READER, query, new Page(offset, PAGE)), raw);
    }

    private void total(String what, JournalQuery query, String raw) throws Exception {
        pages.compare("Journal totals, " + what, number -> journal.totals(READER, query), raw);
    }

    private void found(String what, ReceiptQuery query, int offset, String raw) throws Exception {
        pages.compare("Receipts, " + what, number -> receipts.search(READER, query, new Page(offset, PAGE)), raw);
    }

    /** Selects the ids first and joins the rows afterwards, because sorting whole rows takes seconds. */
    private static String deep(String order, int row) {
        return "SELECT r.* FROM (SELECT id FROM fees_jrl ORDER BY " + order + " LIMIT " + row + ", " + PAGE
                + ") page JOIN fees_jrl r ON r.id = page.id";
    }

    private static JournalQuery kinds(EntryKind kind) {
        return new JournalQuery(
                ALL.from(), ALL.to(), Set.of(kind), ALL.student(), ALL.batch(), false, Order.DATE, false);
    }

    private static JournalQuery batch(long number) {
        return new JournalQuery(
                ALL.from(),
                ALL.to(),
                Set.of(),
                ALL.student(),
                Optional.of(new BatchNumber(number)),
                false,
                Order.DATE,
                false);
    }

    private static JournalQuery outstanding() {
        return new JournalQuery(ALL.from(), ALL.to(), Set.of(), ALL.student(), ALL.batch(), true, Order.DATE, false);
    }

    private static ReceiptQuery query(Optional<ReceiptNumber> number, Optional<String> cashier) {
        return new ReceiptQuery(number, Optional.empty(), Optional.empty(), Optional.empty(), cashier);
    }
}
