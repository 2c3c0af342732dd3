package org.openadmin.fees.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.catchup.CatchUps;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.drawer.Drawer;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.Reminders;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.internal.accounts.JpaFamilies;
import org.openadmin.fees.internal.billing.JpaCatchUps;
import org.openadmin.fees.internal.binder.JpaAuditBinder;
import org.openadmin.fees.internal.collection.JpaFeeCollection;
import org.openadmin.fees.internal.corrections.JpaReceiptVoider;
import org.openadmin.fees.internal.corrections.JpaRefunds;
import org.openadmin.fees.internal.corrections.JpaReturnedPayments;
import org.openadmin.fees.internal.imports.JpaClaims;
import org.openadmin.fees.internal.imports.JpaImports;
import org.openadmin.fees.internal.invoicing.JpaInvoiceRunRecorder;
import org.openadmin.fees.internal.invoicing.LocalPortal;
import org.openadmin.fees.internal.invoicing.OverdueReminders;
import org.openadmin.fees.internal.journal.JpaMonthSummaries;
import org.openadmin.fees.internal.notes.JpaAccountNotes;
import org.openadmin.fees.internal.overview.JpaFeesOverview;
import org.openadmin.fees.internal.parents.JpaParentAccounts;
import org.openadmin.fees.internal.payers.JpaCovers;
import org.openadmin.fees.internal.payers.JpaPayers;
import org.openadmin.fees.internal.payments.JpaClassPayments;
import org.openadmin.fees.internal.payments.JpaDrawer;
import org.openadmin.fees.internal.payments.JpaPaymentWriter;
import org.openadmin.fees.internal.persistence.GuardianView;
import org.openadmin.fees.internal.postings.JpaPostings;
import org.openadmin.fees.internal.till.JpaDeposits;
import org.openadmin.fees.internal.till.JpaTill;
import org.openadmin.fees.internal.verify.JournalVerification;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.school.HostTables;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.Office;

/** A school without students on a real database, for the contract tests. */
public final class ContractOffice implements Office {

    private static final int CONNECTIONS = 10;
    /** The code of rows of another program. */
    private static final String OTHER = "adj";

    public final DatabaseOffice office;
    private final Clock clock;
    private final Connection administrator;

    public ContractOffice() {
        this(Kit.CLOCK);
    }

    /** An office on the days of a clock. */
    public ContractOffice(Clock clock) {
        this(clock, ContractOffice::prepare);
    }

    private ContractOffice(Clock clock, Consumer<Database> filling) {
        this.clock = clock;
        office = new DatabaseOffice(filling, CONNECTIONS, clock);
        administrator = connect(office.administrator);
        configure(Kit.settings());
    }

    /** An office of a school whose view of students has the optional column. */
    public static ContractOffice withFamilyNumbers() {
        return new ContractOffice(Kit.CLOCK, database -> {
            prepare(database);
            database.execute(
                    "ALTER TABLE student ADD COLUMN family CHAR(12)",
                    "CREATE VIEW fees_student AS SELECT studnum, lastname, firstname, initial, grade, homeroom, 1 AS active,"
                            + " par1_lastname AS guardian, address1, city1 AS address2, '' AS address3, par1_email AS email,"
                            + " family FROM student");
        });
    }

    private static void prepare(Database database) {
        try (Connection connection = database.connect()) {
            HostTables.create(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Database database) {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Students students() {
        return office.students;
    }

    @Override
    public FeeCatalogue catalogue() {
        return office.catalogue;
    }

    @Override
    public FeeAssessment assessment() {
        return office.assessment;
    }

    @Override
    public ClassPayments classPayments() {
        return new JpaClassPayments(office.transactions, office.settings, collection(), clock);
    }

    @Override
    public CatchUps catchUps() {
        return new JpaCatchUps(office.transactions, office.settings, clock);
    }

    @Override
    public Cashier cashier() {
        return office.cashier;
    }

    @Override
    public Corrections corrections() {
        return office.corrections;
    }

    @Override
    public Refunds refunds() {
        return new JpaRefunds(office.transactions, office.settings);
    }

    @Override
    public ReturnedPayments returns() {
        return new JpaReturnedPayments(office.transactions, office.settings, clock);
    }

    @Override
    public FeeAccounts accounts() {
        return office.accounts;
    }

    @Override
    public Families families() {
        return new JpaFamilies(office.transactions, office.settings);
    }

    @Override
    public Statements statements() {
        return office.statements;
    }

    @Override
    public ParentAccounts parents() {
        return new JpaParentAccounts(office.transactions, office.settings, new GuardianView() {}, clock);
    }

    @Override
    public void link(String login, int student) {
        execute("INSERT INTO guardian_login (login, studnum) VALUES (?, ?)", login, student);
    }

    @Override
    public AccountNotes notes() {
        return new JpaAccountNotes(office.transactions, office.settings, clock);
    }

    @Override
    public Payers payers() {
        return new JpaPayers(office.transactions, office.settings, clock);
    }

    @Override
    public Covers covers() {
        return new JpaCovers(office.transactions, office.settings, clock);
    }

    @Override
    public Journal journal() {
        return office.journal;
    }

    @Override
    public Receipts receipts() {
        return office.receipts;
    }

    @Override
    public Drawer drawer() {
        return new JpaDrawer(office.transactions, office.settings);
    }

    @Override
    public Till till() {
        return new JpaTill(office.transactions, office.settings, clock);
    }

    @Override
    public Deposits deposits() {
        return new JpaDeposits(office.transactions, office.settings, clock);
    }

    @Override
    public Postings postings() {
        return new JpaPostings(office.transactions, office.settings, clock);
    }

    @Override
    public Imports imports() {
        return new JpaImports(
                office.transactions,
                office.settings,
                new JpaPaymentWriter(office.transactions, office.settings, clock),
                new JpaReceiptVoider(office.transactions, office.settings, clock),
                clock);
    }

    @Override
    public Claims claims() {
        return new JpaClaims(
                office.transactions,
                office.settings,
                new JpaPaymentWriter(office.transactions, office.settings, clock),
                clock);
    }

    @Override
    public AuditBinder binder() {
        return new JpaAuditBinder(
                office.transactions,
                office.settings,
                new JournalVerification(office.database, office.settings, () -> 3),
                clock);
    }

    @Override
    public MonthSummaries months() {
        return new JpaMonthSummaries(office.transactions, office.settings);
    }

    @Override
    public Closings closings() {
        return office.closings;
    }

    @Override
    public FeesOverview overview() {
        return new JpaFeesOverview(office.transactions, office.settings, clock);
    }

    @Override
    public FeeCollection collection() {
        return new JpaFeeCollection(office.transactions, office.settings, office.catalogue, clock);
    }

    @Override
    public InvoiceRuns runs() {
        return office.runs;
    }

    @Override
    public Reminders reminders() {
        return new OverdueReminders(
                office.accounts,
                office.students,
                new JpaInvoiceRunRecorder(office.transactions, office.settings, clock, new LocalPortal()),
                office.settings,
                clock);
    }

    @Override
    public AuditLog audit() {
        return office.audit;
    }

    @Override
    public void configure(Settings settings) {
        office.settings.change(settings);
    }

    @Override
    public void enrol(Student student, String... sections) {
        remove(student.number());
        execute(
                "INSERT INTO " + (student.active() ? "student" : "studentwd")
                        + " (studnum, lastname, firstname, initial, grade, homeroom, par1_lastname, par1_email, address1, city1)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                student.number().value(),
                student.lastname(),
                student.firstname(),
                student.initial(),
                student.grade(),
                student.homeroom(),
                student.guardian(),
                student.email(),
                student.address().stream().findFirst().orElse(""),
                student.address().stream().skip(1).collect(Collectors.joining(" ")));
        student.family()
                .ifPresent(family -> execute(
                        "UPDATE student SET family = ? WHERE studnum = ?",
                        family,
                        student.number().value()));
        for (String section : sections) {
            for (int term = 1; term <= 2; term++) {
                execute(
                        "INSERT INTO eval (studnum, subjcode, term) VALUES (?, ?, ?)",
                        student.number().value(),
                        section,
                        term);
            }
        }
    }

    @Override
    public void remove(StudentNumber student) {
        for (String table : List.of("student", "studentwd", "eval")) {
            execute("DELETE FROM " + table + " WHERE studnum = ?", student.value());
        }
    }

    @Override
    public void addPayer(PayerNumber number, String name) {
        execute("""
                INSERT INTO fees_payer (id, version, request_key, kind, name, address, email, may_owe, recorded_at, recorded_by)
                VALUES (?, 1, UUID(), 'sponsor', ?, '', '', TRUE, '2026-08-01T12:00:00.000Z', 'claire')
                """, number.value(), name);
    }

    @Override
    public long add(JournalRow row) {
        JournalEntry entry = row.at(0);
        OptionalLong paid = entry.receipt().isPresent()
                ? OptionalLong.of(entry.receipt().get().value())
                : entry.settledBy();
        List<Object> values = new ArrayList<>(
                List.of(entry.kind() == EntryKind.OTHER ? OTHER : entry.kind().code()));
        values.add(
                entry.student().map(student -> student.number().journalNumber()).orElse(null));
        values.add(
                entry.links().coveredStudent().isEmpty()
                        ? entry.student()
                                .map(student -> nullIfEmpty(student.name()))
                                .orElse(null)
                        : entry.links().coveredStudent());
        values.add(entry.student().map(student -> nullIfEmpty(student.grade())).orElse(null));
        values.add(
                entry.student().map(student -> nullIfEmpty(student.homeroom())).orElse(null));
        values.add(nullIfEmpty(entry.dateText(LocalDate::toString, "")));
        values.add(entry.due().equals(entry.date()) ? null : entry.due().orElse(null));
        values.add(nullIfEmpty(entry.name()));
        values.add(nullIfEmpty(entry.description()));
        values.add(entry.subtotal().map(Money::amount).orElse(null));
        values.add(entry.total().amount());
        values.add(paid.isPresent() ? paid.getAsLong() : null);
        values.add(entry.reverses().isPresent() ? entry.reverses().getAsLong() : null);
        values.add(entry.batch().map(batch -> batch.value()).orElse(null));
        values.add(entry.method().map(PaymentMethod::keyword).orElse(null));
        values.add(nullIfEmpty(entry.reference()));
        values.add(entry.recordedAt().map(Object::toString).orElse(null));
        values.add(nullIfEmpty(entry.recordedBy()));
        values.add(nullIfAbsent(entry.links().origin()));
        values.add(nullIfAbsent(entry.links().lead()));
        values.add(entry.links().part().map(ChargePart::number).orElse(null));
        values.add(entry.links().part().map(ChargePart::count).orElse(null));
        for (int i = 0; i < Tax.MAX_PER_CHARGE; i++) {
            boolean there = i < entry.taxes().size();
            values.add(there ? entry.taxes().get(i).name() : null);
            values.add(there ? entry.taxes().get(i).amount().amount() : null);
        }
        return execute("""
                INSERT INTO fees_jrl (trans_type, studnum, student_name, student_grade, student_homeroom, trans_date,
                  due_date, name, description, subtotal, total, paid_id, reverses_id, batch_id, method, reference,
                  recorded_at, recorded_by, origin_id, lead_id, part_number, part_count, tax1_name, tax1, tax2_name, tax2, tax3_name, tax3, tax4_name, tax4)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, values.toArray());
    }

    @Override
    public void settle(long charge, OptionalLong by) {
        execute("UPDATE fees_jrl SET paid_id = ? WHERE id = ?", nullIfAbsent(by), charge);
    }

    private static Long nullIfAbsent(OptionalLong row) {
        return row.isPresent() ? row.getAsLong() : null;
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** @return the number of the new row, if there is one */
    private long execute(String sql, Object... values) {
        try (PreparedStatement statement = administrator.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (administrator) {
            office.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
