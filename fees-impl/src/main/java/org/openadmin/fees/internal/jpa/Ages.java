package org.openadmin.fees.internal.jpa;

import java.time.LocalDate;
import org.openadmin.fees.api.FeesOverview.Age;

/** The age of an outstanding charge, as an expression over the row {@code j}. */
final class Ages {

    private Ages() {}

    /** Adds the name of the {@link Age}. */
    static Sql of(Sql sql, LocalDate today) {
        return sql.add("CASE WHEN j.trans_date >= ? THEN '" + Age.TO_30 + "'", day(today, 30))
                .add("WHEN j.trans_date >= ? THEN '" + Age.TO_60 + "'", day(today, 60))
                .add("WHEN j.trans_date >= ? THEN '" + Age.TO_90 + "'", day(today, 90))
                .add("ELSE '" + Age.OVER_90 + "' END");
    }

    private static String day(LocalDate today, int before) {
        return today.minusDays(before).toString();
    }
}
