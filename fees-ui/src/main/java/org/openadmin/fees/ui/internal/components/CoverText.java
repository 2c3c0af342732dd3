package org.openadmin.fees.ui.internal.components;

import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.ui.internal.UserContext;

/** A cover in words. */
public final class CoverText {

    private CoverText() {}

    /** What is paid, such as {@code 60 % of Band trip, up to 100.00 a school year}. */
    public static String what(UserContext context, Cover cover) {
        String percent = cover.percent().stripTrailingZeros().toPlainString();
        String what = cover.terms()
                .fee()
                .map(fee -> context.text("covers.what.fee", percent, fee))
                .orElseGet(() -> context.text("covers.what.all", percent));
        return cover.terms()
                .yearLimit()
                .map(limit -> context.text("covers.what.limit", what, context.format(limit)))
                .orElse(what);
    }

    /** For charges of which days. */
    public static String days(UserContext context, Cover cover) {
        String from = context.format(cover.terms().from());
        String days = cover.lastDay()
                .map(last -> last.isBefore(cover.terms().from())
                        ? context.text("covers.days.none")
                        : context.text("covers.days.to", from, context.format(last)))
                .orElseGet(() -> context.text("covers.days.from", from));
        return cover.ended()
                .filter(end -> !end.reason().isEmpty())
                .map(end -> days + " · " + end.reason())
                .orElse(days);
    }
}
