package org.openadmin.fees.api.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The office at a glance, read from the journal in one pass. What is said of one student is of one moment; a payment that is taken
 * meanwhile may be in some of the office's sums and not in others. Needs any of our roles.
 */
@ProviderType
public interface FeesOverview {

    /** How long ago the date of an outstanding charge is, in days. Charges of a later date count as the youngest. */
    enum Age {
        /** 0 to 30 days. */
        TO_30,
        /** 31 to 60 days. */
        TO_60,
        /** 61 to 90 days. */
        TO_90,
        /** More than 90 days, and old charges without a date. */
        OVER_90
    }

    /**
     * The outstanding charges of one age.
     *
     * @param amount their sum, before credit is taken off; zero or more
     */
    record Band(Age age, int students, int charges, Money amount) {}

    /**
     * What a month brought.
     *
     * @param charged the charges, less those cancelled or waived in that month
     * @param received the money received, less what was voided or refunded in that month; positive when more came than went
     */
    record Month(YearMonth month, Money charged, Money received) {}

    /**
     * Today's figures.
     *
     * @param today the day that they are for
     * @param outstanding the charges that nothing has settled
     * @param credit the money on account
     * @param studentsOwing how many students have a balance above zero
     * @param receiptsToday how many receipts carry today's date
     * @param receivedToday the money that they were given for, less what of it was voided
     * @param chargedToday the charges of today
     * @param receivedThisMonth the money received in this month, less what was voided or refunded in it
     * @param bands what is outstanding by age, always all four, youngest first
     * @param months the last twelve months up to today's, oldest first
     */
    record Figures(
            LocalDate today,
            Money outstanding,
            Money credit,
            int studentsOwing,
            int receiptsToday,
            Money receivedToday,
            Money chargedToday,
            Money receivedThisMonth,
            List<Band> bands,
            List<Month> months) {
        public Figures {
            bands = List.copyOf(bands);
            months = List.copyOf(months);
        }

        /** What all students together owe, credit taken off. */
        public Money balance() {
            return outstanding.minus(credit);
        }
    }

    /**
     * What one student has outstanding, by age.
     *
     * @param outstanding the sum of the charges of each age; always all four
     */
    record Receivable(StudentSnapshot student, Map<Age, Money> outstanding, AccountBalance account) {
        public Receivable {
            outstanding = Map.copyOf(outstanding);
        }
    }

    /** @throws NotAllowedException without a role */
    Figures figures(Actor reader, LocalDate today);

    /**
     * The aged receivables: every student with an outstanding charge, by name.
     *
     * @throws NotAllowedException without a role
     */
    List<Receivable> receivables(Actor reader, LocalDate today);
}
