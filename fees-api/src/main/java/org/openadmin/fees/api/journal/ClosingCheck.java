package org.openadmin.fees.api.journal;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;

/**
 * What should be looked at before a month is closed.
 *
 * @param rows the number of journal rows dated in the month
 * @param findings how many there are of each kind; kinds without any are absent
 */
public record ClosingCheck(YearMonth month, long rows, Map<Finding, Long> findings) {

    /** What a check finds. */
    public enum Finding {
        /** Faults in the journal that are not of an earlier system. They must be cleared up first. */
        FAULT,
        /** Faults in rows of an earlier system. */
        INHERITED_FAULT,
        /** Months before this one that are closed together with it. */
        EARLIER_MONTH,
        /** Rows dated in these months that were recorded after the month of their date. */
        LATE_ROW,
        /** Receipts of cash and cheques dated up to the end of the month that are not in a deposit. */
        UNDEPOSITED,
        /** Drawers of a day in the month that paid out more cash than they had. */
        NEGATIVE_DRAWER,
        /** Rows up to the end of the month that are not posted to the books, where postings are made. */
        UNPOSTED_ROW
    }

    public ClosingCheck {
        Map<Finding, Long> some = new EnumMap<>(Finding.class);
        findings.forEach((finding, count) -> {
            if (count > 0) {
                some.put(finding, count);
            }
        });
        findings = Map.copyOf(some);
    }

    /** How many there are of a kind. */
    public long count(Finding finding) {
        return findings.getOrDefault(finding, 0L);
    }

    /** Whether the month can be closed as it is. */
    public boolean canClose() {
        return count(Finding.FAULT) == 0;
    }
}
