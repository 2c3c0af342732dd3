package org.openadmin.fees.internal.overview;

import java.time.LocalDate;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.internal.ledger.PastSchoolQueries.Grouping;
import org.openadmin.fees.internal.persistence.Sql;

/** The age of a charge, in SQL on the row {@code j}. The index fees_jrl_kind contains both dates. */
final class AgingSql {

    private static final int YOUNG = 30;
    private static final int OLDER = 60;
    private static final int OLD = 90;

    private AgingSql() {}

    /** The name of the age. A charge without a due date was due on its date; without any date it is of the oldest age. */
    static Sql name(LocalDate today) {
        return Sql.of("""
                CASE WHEN COALESCE(j.due_date, j.trans_date) >= :today THEN :not_due
                  WHEN COALESCE(j.due_date, j.trans_date) >= :young THEN :to_30
                  WHEN COALESCE(j.due_date, j.trans_date) >= :older THEN :to_60
                  WHEN COALESCE(j.due_date, j.trans_date) >= :old THEN :to_90
                  ELSE :over_90 END
                """)
                .with("today", today)
                .with("young", today.minusDays(YOUNG))
                .with("older", today.minusDays(OLDER))
                .with("old", today.minusDays(OLD))
                .with("not_due", Age.NOT_DUE.name())
                .with("to_30", Age.TO_30.name())
                .with("to_60", Age.TO_60.name())
                .with("to_90", Age.TO_90.name())
                .with("over_90", Age.OVER_90.name());
    }

    /** By the names of the ages on a past day. */
    static Grouping grouping(LocalDate day) {
        return new Grouping(name(day), charge -> Age.of(charge.due(), day).name());
    }
}
