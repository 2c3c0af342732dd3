package org.openadmin.fees.itest.container;

import javax.inject.Inject;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Till;

/** The services for reports and corrections. */
public abstract class BackOfficeTestBase extends OfficeTestBase {

    @Inject
    Journal journal;

    @Inject
    Receipts receipts;

    @Inject
    Statements statements;

    @Inject
    MonthSummaries months;

    @Inject
    FeesOverview overview;

    @Inject
    FeeCollection collection;

    @Inject
    Till till;

    @Inject
    Deposits deposits;

    @Inject
    Postings postings;

    @Inject
    PostingFiles books;

    @Inject
    FeeExports exports;

    @Inject
    Corrections corrections;
}
