package org.openadmin.fees.api.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.PastBalance;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Totals for the whole school, read from the journal in one pass. The amounts of a single student are consistent with
 * each other; a payment recorded during the call may be included in some of the school's totals and not in others.
 * Requires any fees role.
 */
@ProviderType
public interface FeesOverview {

    /**
     * The age of an outstanding charge: the number of days since its due date or, in old rows without one, since its date. A charge
     * is not overdue before the day after.
     */
    enum Age {
        /** Due on the day of the figures or later. */
        NOT_DUE,
        /** 1 to 30 days overdue. */
        TO_30,
        /** 31 to 60 days overdue. */
        TO_60,
        /** 61 to 90 days overdue. */
        TO_90,
        /** More than 90 days overdue, and old charges without a date. */
        OVER_90;

        /** Returns the age on a day of a charge that was to be paid by its due date. */
        public static Age of(LocalDate due, LocalDate day) {
            long days = ChronoUnit.DAYS.between(due, day);
            if (days <= 0) {
                return NOT_DUE;
            }
            return days <= 30 ? TO_30 : days <= 60 ? TO_60 : days <= 90 ? TO_90 : OVER_90;
        }
    }

    /**
     * The outstanding charges of one age.
     *
     * @param amount the sum of the charges, before credit; zero or more
     */
    record Band(Age age, int students, int charges, Money amount) {}

    /**
     * The activity of one month.
     *
     * @param charged the charges, less those reversed or waived in the month
     * @param received the money received, less what was voided or refunded in the month; positive if more came in than
     *     went out
     */
    record Month(YearMonth month, Money charged, Money received) {}

    /**
     * What was known on a past day: without the rows that were recorded after it for a date up to it.
     *
     * @param laterRows the number of those rows
     * @param laterTotal the sum of those rows; negative if they are more payments than charges
     * @param outstanding what was outstanding without them; zero or more
     * @param credit the credit on account without them; zero or more
     */
    record KnownThen(int laterRows, Money laterTotal, Money outstanding, Money credit) {

        /** Returns what was known of these accounts. */
        public static KnownThen of(Collection<PastBalance> accounts, Money zero) {
            KnownThen sum = new KnownThen(0, zero, zero, zero);
            for (PastBalance each : accounts) {
                sum = new KnownThen(
                        sum.laterRows + each.laterRows(),
                        each.laterRows() == 0 ? sum.laterTotal : sum.laterTotal.plus(each.laterTotal()),
                        sum.outstanding.plus(each.known().outstanding()),
                        sum.credit.plus(each.known().credit()));
            }
            return sum;
        }
    }

    /**
     * The figures for one day.
     *
     * @param today the day of the figures
     * @param outstanding the sum of the unsettled charges; zero or more
     * @param credit the sum of the credit on account
     * @param studentsOwing the number of students whose balance is above zero
     * @param receiptsToday the number of receipts dated today, without those voided today
     * @param takenToday the money of these receipts; zero or more
     * @param paidOutToday the refunds dated today, and the voids dated today of receipts of other days; zero or more
     * @param chargedToday the charges dated today, less those reversed or waived today
     * @param receivedThisMonth the money received this month, less what was voided or refunded this month
     * @param bands the outstanding charges by age; always all five ages, youngest first
     * @param months the last twelve months including the current one, oldest first
     * @param known what was known on a past day; empty for the figures of now
     */
    record Figures(
            LocalDate today,
            Money outstanding,
            Money credit,
            int studentsOwing,
            int receiptsToday,
            Money takenToday,
            Money paidOutToday,
            Money chargedToday,
            Money receivedThisMonth,
            List<Band> bands,
            List<Month> months,
            Optional<KnownThen> known) {
        public Figures {
            bands = List.copyOf(bands);
            months = List.copyOf(months);
        }

        /** The figures of now. */
        public Figures(
                LocalDate today,
                Money outstanding,
                Money credit,
                int studentsOwing,
                int receiptsToday,
                Money takenToday,
                Money paidOutToday,
                Money chargedToday,
                Money receivedThisMonth,
                List<Band> bands,
                List<Month> months) {
            this(
                    today,
                    outstanding,
                    credit,
                    studentsOwing,
                    receiptsToday,
                    takenToday,
                    paidOutToday,
                    chargedToday,
                    receivedThisMonth,
                    bands,
                    months,
                    Optional.empty());
        }

        /** The money received today, less what was voided or refunded today; positive if more came in than went out. */
        public Money receivedToday() {
            return takenToday.minus(paidOutToday);
        }

        /** The sum of what all students owe, after credit. */
        public Money balance() {
            return outstanding.minus(credit);
        }
    }

    /**
     * The outstanding charges of one student, by age.
     *
     * @param outstanding the sum of the charges of each age; always all five ages
     * @param past what was known of the account on a past day; empty for the receivables of now
     */
    record Receivable(
            StudentSnapshot student, Map<Age, Money> outstanding, AccountBalance account, Optional<PastBalance> past) {
        public Receivable {
            outstanding = Map.copyOf(outstanding);
        }

        /** A receivable of now. */
        public Receivable(StudentSnapshot student, Map<Age, Money> outstanding, AccountBalance account) {
            this(student, outstanding, account, Optional.empty());
        }
    }

    /**
     * The aged receivables. With the students who have only credit, they add up to the balances of all accounts.
     *
     * @param owing every student with an outstanding charge, by name
     * @param creditOnlyStudents the number of students without an outstanding charge whose balance is not zero
     * @param creditOnly the credit of these students; zero or more, except in faulty old data
     * @param known what was known on a past day of all accounts; empty for the receivables of now
     */
    record Receivables(List<Receivable> owing, int creditOnlyStudents, Money creditOnly, Optional<KnownThen> known) {
        public Receivables {
            owing = List.copyOf(owing);
        }

        /** The receivables of now. */
        public Receivables(List<Receivable> owing, int creditOnlyStudents, Money creditOnly) {
            this(owing, creditOnlyStudents, creditOnly, Optional.empty());
        }

        /** The receivables as this reader may see them, see {@link StudentSnapshot#shownTo}. */
        public Receivables shownTo(Actor reader) {
            return new Receivables(
                    owing.stream()
                            .map(each -> new Receivable(
                                    each.student().shownTo(reader), each.outstanding(), each.account(), each.past()))
                            .toList(),
                    creditOnlyStudents,
                    creditOnly,
                    known);
        }

        /** Only these students, without those who have only credit. */
        public Receivables of(Set<? extends AccountNumber> students) {
            List<Receivable> those = owing.stream()
                    .filter(each -> students.contains(each.student().number()))
                    .toList();
            Money zero = Money.zero(creditOnly.currency());
            return new Receivables(those, 0, zero, known.map(all -> KnownThen.of(past(those), zero)));
        }

        /** What was known on a past day of the accounts that are not in the list. */
        public KnownThen knownOfOthers() {
            Money zero = Money.zero(creditOnly.currency());
            KnownThen all = known.orElse(new KnownThen(0, zero, zero, zero));
            KnownThen listed = KnownThen.of(past(owing), zero);
            return new KnownThen(
                    all.laterRows() - listed.laterRows(),
                    all.laterTotal().minus(listed.laterTotal()),
                    all.outstanding().minus(listed.outstanding()),
                    all.credit().minus(listed.credit()));
        }

        private static List<PastBalance> past(List<Receivable> those) {
            return those.stream().flatMap(each -> each.past().stream()).toList();
        }

        /** The sum of all outstanding charges. */
        public Money outstanding() {
            return sum(AccountBalance::outstanding);
        }

        /** The credit of all students. */
        public Money credit() {
            return creditOnly.plus(sum(AccountBalance::credit));
        }

        /** The sum of the balances of all students. */
        public Money balance() {
            return sum(AccountBalance::balance).minus(creditOnly);
        }

        private Money sum(Function<AccountBalance, Money> amount) {
            return owing.stream()
                    .map(Receivable::account)
                    .map(amount)
                    .reduce(Money.zero(creditOnly.currency()), Money::plus);
        }
    }

    /**
     * Returns the figures for this day.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Figures figures(Actor reader, LocalDate today);

    /**
     * Returns the aged receivables: every student with an outstanding charge, and the sum of those with credit only.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Receivables receivables(Actor reader, LocalDate today);

    /**
     * Returns the figures as of a day, today or earlier: of the rows dated up to that day, by the rule of
     * {@link FeeAccounts#balance(AccountNumber, LocalDate)}. Of today, they are the figures of now. Ages count from that day, and
     * the last of the twelve months ends with it.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws DateNotAllowedException if the day is later than today
     */
    Figures figuresAsOf(Actor reader, LocalDate day);

    /**
     * Returns the aged receivables as of a day, today or earlier, by the same rule. Names are those of today.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws DateNotAllowedException if the day is later than today
     */
    Receivables receivablesAsOf(Actor reader, LocalDate day);
}
