package org.openadmin.fees.internal.binder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.binder.AccountLine;
import org.openadmin.fees.api.binder.BinderBalance;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.ledger.PeriodAccountQueries;
import org.openadmin.fees.internal.ledger.PeriodAccountQueries.Account;
import org.openadmin.fees.internal.ledger.PeriodAccountQueries.PeriodCharge;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.spi.search.NameOrder;

/**
 * What follows from the accounts: the balances, the accounts themselves, and what became of the charges by fee.
 *
 * @param accounts those with anything outstanding or on account at the end of the period, by name
 */
record PeriodFiguresView(
        BinderBalance opening,
        BinderBalance closing,
        BinderBalance now,
        List<AccountLine> accounts,
        List<CollectionLine> fees) {

    private static final Comparator<CollectionLine> BY_NAME = Comparator.comparing(
                    (CollectionLine line) -> line.name().isEmpty())
            .thenComparing(CollectionLine::name, new NaturalOrder());

    static PeriodFiguresView read(EntityManager em, Currency currency, PeriodSql span) {
        Building building = new Building(em, currency, span);
        new PeriodAccountQueries(em, currency, span.before(), span.last()).forEach(building::add);
        return building.figures();
    }

    private static final class Building {

        private final EntityManager em;
        private final PeriodSql span;
        private final Money zero;
        private BinderBalance opening;
        private BinderBalance closing;
        private BinderBalance now;
        private final List<AccountLine> accounts = new ArrayList<>();
        private final Map<String, Fee> fees = new HashMap<>();

        /** @param latest the number of the last charge, whose name is shown */
        private record Fee(long latest, String name, Collected collected) {
            Fee plus(Fee more) {
                Fee named = more.latest > latest ? more : this;
                return new Fee(named.latest, named.name, collected.plus(more.collected));
            }
        }

        Building(EntityManager em, Currency currency, PeriodSql span) {
            this.em = em;
            this.span = span;
            zero = Money.zero(currency);
            opening = new BinderBalance(zero, zero);
            closing = opening;
            now = opening;
        }

        void add(List<Account> some) {
            ReaderWork.check();
            some.forEach(account -> {
                opening = plus(opening, account.opening());
                closing = plus(closing, account.closing());
                now = plus(now, account.now());
            });
            addAccounts(some.stream()
                    .map(Account::closing)
                    .filter(account -> !account.outstanding().isZero()
                            || !account.balance().isZero())
                    .toList());
            addCharges(some.stream()
                    .filter(account -> account.student() instanceof StudentNumber)
                    .flatMap(account -> account.charges().stream())
                    .toList());
        }

        private static BinderBalance plus(BinderBalance sum, AccountBalance account) {
            return new BinderBalance(
                    sum.outstanding().plus(account.outstanding()), sum.credit().plus(account.credit()));
        }

        private void addAccounts(List<AccountBalance> some) {
            Map<AccountNumber, StudentSnapshot> students =
                    students(some.stream().map(AccountBalance::student).toList());
            some.forEach(account -> accounts.add(new AccountLine(
                    students.getOrDefault(account.student(), new StudentSnapshot(account.student(), "", "", "")),
                    account)));
        }

        /** As on the latest row with a name that was recorded by the end of the period; old rows have only the number. */
        private Map<AccountNumber, StudentSnapshot> students(Collection<? extends AccountNumber> numbers) {
            Map<AccountNumber, StudentSnapshot> found = new HashMap<>(new PayerQueries(em).find(numbers));
            if (numbers.isEmpty()) {
                return found;
            }
            Sql.of("""
                    SELECT r.studnum, r.student_name, r.student_grade, r.student_homeroom
                    FROM (
                      SELECT MAX(j.id) AS latest FROM {journal}
                      WHERE j.studnum IN (:students) AND j.student_name <> '' AND {known} GROUP BY j.studnum) named
                    JOIN fees_jrl r ON r.id = named.latest
                    """)
                    .part("journal", JournalIndex.STUDENT.table())
                    .part("known", span.known())
                    .with(
                            "students",
                            AccountNumber.students(numbers).stream()
                                    .map(AccountNumber::journalNumber)
                                    .toList())
                    .rows(em)
                    .forEach(row -> {
                        StudentSnapshot student = JournalStudentLookup.record(row);
                        found.put(student.number(), student);
                    });
            List<? extends AccountNumber> nameless = numbers.stream()
                    .filter(number -> !found.containsKey(number))
                    .toList();
            if (!nameless.isEmpty()) {
                new HostStudents(em)
                        .find(nameless).values().stream()
                                .map(Student::snapshot)
                                .forEach(student -> found.put(student.number(), student));
            }
            return found;
        }

        private void addCharges(List<PeriodCharge> charges) {
            if (charges.isEmpty()) {
                return;
            }
            Map<Long, EntryKind> settling = settling(charges);
            Map<Long, Row> names = new HashMap<>();
            Sql.of("""
                    SELECT c.id, TRIM(COALESCE(c.name, '')) AS fee,
                      MD5(WEIGHT_STRING(TRIM(COALESCE(c.name, '')))) AS folded
                    FROM fees_jrl c WHERE c.id IN (:charges)
                    """)
                    .with("charges", charges.stream().map(PeriodCharge::id).toList())
                    .rows(em)
                    .forEach(row -> names.put(row.number("id"), row));
            for (PeriodCharge charge : charges) {
                Row name = names.get(charge.id());
                if (isSplit(charge, settling)) {
                    continue;
                }
                ChargeState state = state(charge, settling);
                fees.merge(
                        Objects.toString(name.value("folded"), ""),
                        new Fee(charge.id(), name.text("fee"), Collected.of(state, charge.total())),
                        Fee::plus);
            }
        }

        /** The rows without money among those that settled these charges. */
        private Map<Long, EntryKind> settling(List<PeriodCharge> charges) {
            List<Long> by = charges.stream()
                    .flatMapToLong(charge -> charge.settledBy().stream())
                    .distinct()
                    .boxed()
                    .toList();
            Map<Long, EntryKind> kinds = new HashMap<>();
            Sql.of(
                            "SELECT s.id, s.trans_type FROM fees_jrl s WHERE s.id IN (:by) AND s.trans_type IN (:REVERSAL, :WAIVER, :SPLIT, :TRANSFER)")
                    .with("by", by)
                    .rows(em)
                    .forEach(row -> kinds.put(row.number("id"), EntryKind.of(row.text("trans_type"))));
            return kinds;
        }

        /** Of a charge that was split, its parts count. */
        private static boolean isSplit(PeriodCharge charge, Map<Long, EntryKind> settling) {
            return charge.settledBy().isPresent()
                    && settling.get(charge.settledBy().getAsLong()) == EntryKind.SPLIT;
        }

        private static ChargeState state(PeriodCharge charge, Map<Long, EntryKind> settling) {
            if (charge.settledBy().isEmpty()) {
                return ChargeState.OUTSTANDING;
            }
            EntryKind by = settling.getOrDefault(charge.settledBy().getAsLong(), EntryKind.PAYMENT);
            return switch (by) {
                case REVERSAL -> ChargeState.REVERSED;
                case WAIVER -> ChargeState.WAIVED;
                case TRANSFER -> ChargeState.COVERED;
                default -> ChargeState.PAID;
            };
        }

        PeriodFiguresView figures() {
            return new PeriodFiguresView(
                    opening,
                    closing,
                    now,
                    NameOrder.sorted(accounts, each -> NameOrder.of(each.student())),
                    fees.values().stream()
                            .map(fee -> new CollectionLine(fee.name(), fee.collected()))
                            .sorted(BY_NAME)
                            .toList());
        }
    }
}
