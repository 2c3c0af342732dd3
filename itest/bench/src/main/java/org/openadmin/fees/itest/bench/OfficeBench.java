package org.openadmin.fees.itest.bench;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.accounts.JpaFeeAccounts;
import org.openadmin.fees.internal.accounts.JpaStatements;
import org.openadmin.fees.internal.billing.JpaFeeAssessment;
import org.openadmin.fees.internal.billing.JpaFeeCatalogue;
import org.openadmin.fees.internal.collection.JpaFeeCollection;
import org.openadmin.fees.internal.invoicing.JpaInvoiceRuns;
import org.openadmin.fees.internal.journal.JpaMonthSummaries;
import org.openadmin.fees.internal.overview.JpaFeesOverview;
import org.openadmin.fees.internal.students.JpaStudents;

/** Measures the pages that show a single account or totals for the whole school. */
final class OfficeBench {

    private static final Actor READER = new Actor("bench", Set.of(Role.VIEW));
    private static final LocalDate TODAY = JournalRows.TODAY;
    private static final LocalDate YEAR = LocalDate.of(2024, 9, 1);
    private static final String OUTSTANDING = "trans_type = 'chg' AND paid_id IS NULL";

    private final BenchSchool school;
    private final PageTimings pages;
    private final StudentNumber student;

    OfficeBench(BenchSchool school, PageTimings pages, StudentNumber student) {
        this.school = school;
        this.pages = pages;
        this.student = student;
    }

    void run() throws Exception {
        figures();
        collection();
        account();
        counter();
        billing();
    }

    private void figures() throws Exception {
        JpaFeesOverview overview =
                new JpaFeesOverview(school.transactions(), school.settings(), Clock.systemDefaultZone());
        JpaMonthSummaries summary = new JpaMonthSummaries(school.transactions(), school.settings());
        pages.compare(
                "Overview",
                number -> overview.figures(READER, TODAY),
                "SELECT studnum, SUM(total) FROM fees_jrl GROUP BY studnum");
        pages.compare(
                "Aged receivables, all students owing",
                number -> requireAll(overview.receivables(READER, TODAY).owing().size()),
                "SELECT studnum, SUM(total) FROM fees_jrl WHERE " + OUTSTANDING + " GROUP BY studnum");
        for (LocalDate day : List.of(LocalDate.of(2026, 5, 31), LocalDate.of(2026, 6, 10), LocalDate.of(2025, 6, 30))) {
            pages.compare(
                    "Overview as of " + day,
                    number -> overview.figuresAsOf(READER, day),
                    "SELECT studnum, SUM(total) FROM fees_jrl WHERE trans_date <= '" + day + "' GROUP BY studnum");
            pages.compare(
                    "Aged receivables as of " + day,
                    number -> overview.receivablesAsOf(READER, day),
                    "SELECT c.studnum, SUM(c.total) FROM fees_jrl c LEFT JOIN fees_jrl p ON p.id = c.paid_id"
                            + " WHERE c.trans_type = 'chg' AND c.trans_date <= '" + day + "'"
                            + " AND (p.id IS NULL OR p.trans_date > '" + day + "') GROUP BY c.studnum");
        }
        pages.compare(
                "Monthly export",
                number -> summary.of(READER, YearMonth.from(YEAR)),
                "SELECT trans_type, name, COUNT(*), SUM(total) FROM fees_jrl"
                        + " WHERE trans_date BETWEEN '2024-09-01' AND '2024-09-30' GROUP BY trans_type, name");
    }

    /** From all fees of a year to the homerooms and to the students of one. */
    void collection() throws Exception {
        JpaFeeCollection collection = new JpaFeeCollection(
                school.transactions(),
                school.settings(),
                new JpaFeeCatalogue(school.transactions(), school.settings(), Clock.systemUTC()),
                Clock.systemUTC());
        String sums = "SELECT name, COUNT(*), SUM(total) FROM fees_jrl WHERE trans_type = 'chg'";
        CollectionPeriod year = CollectionPeriod.schoolYear(YEAR);
        pages.compare(
                "Collection, the fees of a school year",
                number -> collection.fees(READER, year),
                sums + " AND trans_date BETWEEN '2024-09-01' AND '2025-08-31' GROUP BY name");
        pages.compare(
                "Collection, all fees ever",
                number -> collection.fees(READER, CollectionPeriod.always()),
                sums + " GROUP BY name");
        CollectionQuery query =
                new CollectionQuery("Fee 58", GroupKind.HOMEROOM, GroupDay.CHARGE, CollectionPeriod.always());
        pages.compare(
                "Collection, the homerooms of a fee of the whole school",
                number -> collection.groups(READER, query),
                sums + " AND name = 'Fee 58' GROUP BY student_homeroom");
        pages.compare(
                "Collection, a fee by the homerooms of today",
                number -> collection.groups(
                        READER,
                        new CollectionQuery("Fee 58", GroupKind.HOMEROOM, GroupDay.TODAY, CollectionPeriod.always())),
                sums + " AND name = 'Fee 58' GROUP BY student_homeroom");
        pages.compare(
                "Collection, a fee of a school year by the homerooms of today",
                number -> collection.groups(
                        READER, new CollectionQuery("Fee 58", GroupKind.HOMEROOM, GroupDay.TODAY, year)),
                sums
                        + " AND name = 'Fee 58' AND trans_date BETWEEN '2024-09-01' AND '2025-08-31' GROUP BY student_homeroom");
    }

    private void account() throws Exception {
        JpaStatements statements = new JpaStatements(school.transactions(), school.settings());
        String rows = "SELECT * FROM fees_jrl WHERE studnum = " + student;
        pages.compare(
                "Accounts, search by name",
                number -> statements.search(READER, "tremb", 50),
                "SELECT * FROM fees_student WHERE lastname LIKE 'tremb%' LIMIT 50");
        pages.compare(
                "Accounts, search finding nobody",
                number -> statements.search(READER, "xyz", 50),
                "SELECT * FROM fees_student WHERE lastname LIKE 'xyz%' LIMIT 50");
        pages.compare(
                "Accounts, search by a cheque's number",
                number -> statements.search(READER, "009999", 50),
                "SELECT * FROM fees_jrl WHERE reference = '9999'");
        pages.compare(
                "Account, statement of a year",
                number -> statements.statement(new StatementRequest(READER, student, YEAR, YEAR.plusYears(1))),
                rows + " AND trans_date BETWEEN '2024-09-01' AND '2025-09-01'");
        pages.compare("Account, history", number -> statements.history(READER, student), rows);
        pages.compare(
                "Account, page of its transactions",
                number -> statements.lines(READER, AccountPeriod.all(student), Page.first(100)),
                rows + " ORDER BY trans_date, id LIMIT 100");
    }

    private void counter() throws Exception {
        JpaStudents students = new JpaStudents(school.transactions(), school.settings());
        JpaFeeAccounts accounts =
                new JpaFeeAccounts(school.transactions(), school.settings(), Clock.systemDefaultZone());
        pages.compare(
                "Payments, search by initials",
                number -> students.search("ti", 20),
                "SELECT * FROM fees_student WHERE lastname LIKE 't%' AND firstname LIKE 'i%' LIMIT 20");
        pages.compare(
                "Payments, one student",
                number -> {
                    accounts.balance(student);
                    accounts.outstanding(student);
                },
                "SELECT * FROM fees_jrl WHERE studnum = " + student + " AND " + OUTSTANDING);
        pages.compare(
                "Balances of all students, for other modules",
                number -> accounts.balances(),
                "SELECT studnum, SUM(total) FROM fees_jrl GROUP BY studnum");
    }

    private void billing() throws Exception {
        JpaFeeCatalogue catalogue = new JpaFeeCatalogue(school.transactions(), school.settings(), Clock.systemUTC());
        JpaFeeAssessment assessment = new JpaFeeAssessment(school.transactions(), school.settings(), Clock.systemUTC());
        JpaStudents students = new JpaStudents(school.transactions(), school.settings());
        pages.compare(
                "Predefined fees",
                number -> catalogue.list(),
                "SELECT predefined_id, SUM(charges) FROM fees_batch GROUP BY predefined_id");
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(),
                new Fee("Fee 64", "", Money.parse("84.00", BenchSchool.CAD), BigDecimal.ZERO, List.of("GST")),
                JournalRows.DAY_OF_LAST_FEE,
                new Audience.Group(GroupKind.GRADE, students.values(GroupKind.GRADE)));
        pages.compare(
                "Assess fees, preview for the whole school",
                number -> requireAll(
                        assessment.preview(READER, draft).candidates().size()),
                "SELECT * FROM fees_student WHERE active = 1 ORDER BY lastname, firstname, studnum");
        JpaInvoiceRuns runs = new JpaInvoiceRuns(school.transactions(), school.settings(), Clock.systemUTC());
        pages.compare("Invoices, all runs", number -> runs.latest(READER, Page.first(100)), "SELECT * FROM fees_run");
        pages.compare(
                "Invoices, one run",
                number -> runs.lines(READER, new RunNumber(12), Page.first(100)),
                "SELECT * FROM fees_run_line WHERE run_id = 12 LIMIT 100");
        pages.compare(
                "Assess fees and invoices, the values of a group",
                number -> students.values(GroupKind.SUBJECT_SECTION),
                "SELECT DISTINCT subject_section FROM fees_enrolment");
    }

    private static void requireAll(int students) {
        if (students < JournalRows.STUDENTS) {
            throw new IllegalStateException(students + " of " + JournalRows.STUDENTS);
        }
    }
}
