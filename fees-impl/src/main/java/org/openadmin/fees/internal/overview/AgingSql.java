package org.openadmin.fees.internal.overview;

import java.time.LocalDate;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.internal.persistence.Sql;

/** The age of a charge, as a condition on the row {@code j}. */
final class AgingSql {

    private static final int YOUNG = 30;
    private static final int OLDER = 60;
    private static final int OLD = 90;

    private AgingSql() {}

    /** The condition that the row is of this age. */
    static Sql of(Age age, LocalDate today) {
        return switch (age) {
            case TO_30 -> Sql.of("j.trans_date >= :from").with("from", today.minusDays(YOUNG));
            case TO_60 -> between(today.minusDays(OLDER), today.minusDays(YOUNG));
            case TO_90 -> between(today.minusDays(OLD), today.minusDays(OLDER));
            case OVER_90 ->
                Sql.of("(j.trans_date < :to OR j.trans_date IS NULL)").with("to", today.minusDays(OLD));
        };
    }

    private static Sql between(LocalDate from, LocalDate to) {
        return Sql.of("j.trans_date >= :from AND j.trans_date < :to")
                .with("from", from)
                .with("to", to);
    }
}
