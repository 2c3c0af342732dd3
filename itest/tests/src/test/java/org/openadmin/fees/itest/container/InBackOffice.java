package org.openadmin.fees.itest.container;

import javax.inject.Inject;
import org.openadmin.fees.api.Corrections;
import org.openadmin.fees.api.FeeExports;
import org.openadmin.fees.api.FeesOverview;
import org.openadmin.fees.api.Journal;
import org.openadmin.fees.api.MonthlySummary;
import org.openadmin.fees.api.Receipts;
import org.openadmin.fees.api.Statements;

/** The services that look back on what was done, and make it good. */
public abstract class InBackOffice extends InOffice {

    @Inject
    Journal journal;

    @Inject
    Receipts receipts;

    @Inject
    Statements statements;

    @Inject
    MonthlySummary months;

    @Inject
    FeesOverview overview;

    @Inject
    FeeExports exports;

    @Inject
    Corrections corrections;
}
