package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.BatchNumber;
import org.openadmin.fees.api.EntryKind;
import org.openadmin.fees.api.JournalQuery;
import org.openadmin.fees.api.JournalQuery.Order;
import org.openadmin.fees.api.ReceiptNumber;
import org.openadmin.fees.api.ReceiptQuery;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StatementRequest;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.JpaFeesOverview;
import org.openadmin.fees.internal.JpaJournal;
import org.openadmin.fees.internal.JpaMonthlySummary;
import org.openadmin.fees.internal.JpaReceipts;
import org.openadmin.fees.internal.JpaStatements;

/** The lists and figures of the office over a million rows, each against the plain statement that gives the same rows. */
final class ListsBench {

    private static final Actor READER = new Actor("bench", Set.of(Role.VIEW));
    private static final JournalQuery ALL = JournalQuery.everything();
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate YEAR = LocalDate.of(2024, 9, 1);
    private static final String ROWS = "SELECT * FROM fees_jrl ";
    private static final String NEWEST = " ORDER BY trans_date DESC, id DESC LIMIT ";
    private static final String RECEIPTS = "trans_type IN ('pay', 'roa') ";
    private static final String SUMS = "SELECT COUNT(*), SUM(total) FROM fees_jrl ";
    private static final int PAGE = 100;

    private final BenchSchool school;
    private final StudentNumber student;
    private final JpaJournal journal;
    private final JpaReceipts receipts;
    private final JpaStatements statements;
    private final JpaFeesOverview overview;
    private final JpaMonthlySummary summary;

    ListsBench(BenchSchool school) throws SQLException {
        this.school = school;
        this.student = new StudentNumber(ask("SELECT studnum FROM bench_student WHERE n = 4711"));
        this.journal = new JpaJournal(school.transactions(), school.settings());
        this.receipts = new JpaReceipts(school.transactions(), school.settings());
        this.statements = new JpaStatements(school.transactions(), school.settings());
        this.overview = new JpaFeesOverview(school.transactions(), school.settings());
        this.summary = new JpaMonthlySummary(school.transactions(), school.settings());
    }

    void run() throws Exception {
        System.out.println(
                "Over " + ask("SELECT COUNT(*) FROM fees_jrl") + " rows of " + MillionRows.STUDENTS + " students:");
        pages();
        orders();
        totals();
        receipts();
        accounts();
        office();
    }

    private void pages() throws Exception {
        page("newest", ALL, 0, ROWS + NEWEST + PAGE);
        page("at row 900,000", ALL, 900_000, ROWS + NEWEST + "900000, " + PAGE);
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
        page("one batch", batch(30), 0, ROWS + "WHERE batch_id = 30" + NEWEST + PAGE);
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
                page(name, ALL.sorted(order, ascending), 0, ROWS + by);
                page(
                        name + ", one year",
                        ALL.between(YEAR, YEAR.plusYears(1)).sorted(order, ascending),
                        0,
                        ROWS + "WHERE trans_date BETWEEN '2024-09-01' AND '2025-09-01'" + by);
                page(
                        name + ", payments",
                        kinds(EntryKind.PAYMENT).sorted(order, ascending),
                        0,
                        ROWS + "WHERE trans_type = 'pay'" + by);
                page(
                        name + ", outstanding",
                        outstanding().sorted(order, ascending),
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
        total("payments", kinds(EntryKind.PAYMENT), SUMS + "WHERE trans_type = 'pay'");
        total("outstanding", outstanding(), SUMS + "WHERE trans_type = 'chg' AND paid_id IS NULL");
        total("one batch", batch(30), SUMS + "WHERE batch_id = 30");
    }

    private void receipts() throws Exception {
        String newest = "ORDER BY paid_id DESC LIMIT ";
        found("newest", ReceiptQuery.everything(), 0, ROWS + "WHERE " + RECEIPTS + newest + PAGE);
        found(
                "at receipt 170,000",
                ReceiptQuery.everything(),
                170_000,
                ROWS + "WHERE " + RECEIPTS + newest + "170000, " + PAGE);
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
        compare(
                "Cashiers",
                number -> receipts.cashiers(READER),
                "SELECT DISTINCT recorded_by FROM fees_jrl WHERE " + RECEIPTS);
    }

    private void accounts() throws Exception {
        String rows = ROWS + "WHERE studnum = " + student;
        compare(
                "Accounts by name",
                number -> statements.search(READER, "tremb", 50),
                "SELECT * FROM fees_student WHERE lastname LIKE 'tremb%' LIMIT 50");
        compare(
                "Statement of a year",
                number -> statements.statement(new StatementRequest(READER, student, YEAR, YEAR.plusYears(1))),
                rows + " AND trans_date BETWEEN '2024-09-01' AND '2025-09-01'");
        compare("History", number -> statements.history(READER, student), rows);
    }

    private void office() throws Exception {
        compare(
                "Overview",
                number -> overview.figures(READER, TODAY),
                "SELECT studnum, SUM(total) FROM fees_jrl GROUP BY studnum");
        compare(
                "Aged receivables",
                number -> overview.receivables(READER, TODAY),
                "SELECT studnum, SUM(total) FROM fees_jrl WHERE trans_type = 'chg' AND paid_id IS NULL GROUP BY studnum");
        compare(
                "Summary of a month",
                number -> summary.of(READER, YearMonth.from(YEAR)),
                "SELECT trans_type, name, COUNT(*), SUM(total) FROM fees_jrl"
                        + " WHERE trans_date BETWEEN '2024-09-01' AND '2024-09-30' GROUP BY trans_type, name");
    }

    private void page(String what, JournalQuery query, int offset, String raw) throws Exception {
        compare("Journal page, " + what, number -> journal.entries(READER, query, offset, PAGE), raw);
    }

    private void total(String what, JournalQuery query, String raw) throws Exception {
        compare("Journal totals, " + what, number -> journal.totals(READER, query), raw);
    }

    private void found(String what, ReceiptQuery query, int offset, String raw) throws Exception {
        compare("Receipts, " + what, number -> receipts.search(READER, query, offset, PAGE), raw);
    }

    private void compare(String what, Stopwatch.Work service, String raw) throws Exception {
        Stopwatch.compare(what, "service", service, "raw JDBC", number -> read(raw));
    }

    private void read(String sql) throws SQLException {
        try (Connection connection = school.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }

    private int ask(String sql) throws SQLException {
        try (Connection connection = school.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
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
