package org.openadmin.fees.api.binder;

import java.util.Objects;

/**
 * What was written to a binder.
 *
 * @param faults the number of faults that the check found and that are not of an earlier system
 * @param showsConfidential whether the reasons of waivers and the refused commands are in it
 * @param files the number of files, the one with the checksums included
 */
public record BinderSummary(
        BinderPeriod period, TieOut tieOut, ReceiptTotals receipts, long faults, boolean showsConfidential, int files) {

    public BinderSummary {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(tieOut, "tieOut");
        Objects.requireNonNull(receipts, "receipts");
    }
}
