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

    /** Adds the condition that the row is of this age. */
    static Sql add(Sql sql, Age age, LocalDate today) {
        return switch (age) {
            case TO_30 -> sql.add("j.trans_date >= ?", before(today, YOUNG));
            case TO_60 -> sql.add("j.trans_date >= ? AND j.trans_date < ?", before(today, OLDER), before(today, YOUNG));
            case TO_90 -> sql.add("j.trans_date >= ? AND j.trans_date < ?", before(today, OLD), before(today, OLDER));
            case OVER_90 -> sql.add("(j.trans_date < ? OR j.trans_date IS NULL)", before(today, OLD));
        };
    }

    private static String before(LocalDate today, int days) {
        return today.minusDays(days).toString();
    }
}
