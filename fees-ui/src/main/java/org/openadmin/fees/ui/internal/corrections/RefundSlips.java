package org.openadmin.fees.ui.internal.corrections;

import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The links that print the slip of a refund, for the family to sign. */
public final class RefundSlips {

    private static final Logger LOG = LoggerFactory.getLogger(RefundSlips.class);

    private final UserContext context;
    private final Refunds refunds;
    private final FeeReports reports;
    private final Consumer<RuntimeException> failed;

    /** @param failed runs on the page if the slip cannot be made */
    public RefundSlips(UserContext context, Refunds refunds, FeeReports reports, Consumer<RuntimeException> failed) {
        this.context = context;
        this.refunds = refunds;
        this.reports = reports;
        this.failed = failed;
    }

    /** The link for the refund that this request has paid out; empty if the refund cannot be read now. */
    Optional<PdfLink> of(RequestKey key) {
        try {
            return refunds.refund(context.actor(), key).map(row -> of(new RefundNumber(row.id())));
        } catch (FeesException e) {
            LOG.info("The slip of a refund is not offered", e);
            return Optional.empty();
        }
    }

    /** The link for a refund. */
    public PdfLink of(RefundNumber number) {
        PdfLink link = new PdfLink(
                context,
                "refund-slip-" + number,
                context.document(context.text("correct.refund.slip"), reports.language()),
                context.text("correct.refund.slip.file", number.toString()),
                out -> reports.refund(context.actor(), number, out),
                failed);
        Styles.secondary(link);
        return link.printingHere();
    }
}
