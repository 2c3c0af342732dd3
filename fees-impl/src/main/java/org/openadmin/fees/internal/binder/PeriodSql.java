package org.openadmin.fees.internal.binder;

import java.time.ZoneId;
import java.util.Optional;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/**
 * A period, by the dates of rows and by the times at which they were recorded.
 *
 * @param before the day before the period
 * @param last its last day
 */
record PeriodSql(BinderPeriod period, PastDay before, PastDay last) {

    static PeriodSql of(BinderPeriod period, ZoneId zone) {
        return new PeriodSql(period, PastDay.at(period.from().minusDays(1), zone), PastDay.at(period.to(), zone));
    }

    /** The condition that the row {@code j} is dated in the period. */
    Sql dated() {
        return dated("j.trans_date");
    }

    /** The condition that a column with a date is in the period. */
    Sql dated(String column) {
        return Sql.of("{column} >= :from AND {column} <= :to")
                .part("column", column)
                .with("from", period.from())
                .with("to", period.to());
    }

    /** The condition that the row {@code j} was recorded by the end of the period; when is not known of old rows. */
    Sql known() {
        return Sql.of("(j.recorded_at IS NULL OR j.recorded_at < :end)").with("end", last.end());
    }

    /** The condition that a column with a time of recording is in the period. */
    Sql recorded(String column) {
        return Sql.of("{column} >= :begin AND {column} < :end")
                .part("column", column)
                .with("begin", before.end())
                .with("end", last.end());
    }

    /** Whether a row is dated and recorded by the end of the period. */
    boolean includes(JournalEntry row) {
        Optional<String> recorded = row.recordedAt().map(UtcTimestamp::text);
        return row.dateText(Object::toString, "").compareTo(last.text()) <= 0
                && recorded.stream().allMatch(at -> at.compareTo(last.end()) < 0);
    }
}
