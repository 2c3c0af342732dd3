package org.openadmin.fees.ui.internal;

import java.time.YearMonth;
import org.openadmin.fees.api.BatchNumber;
import org.openadmin.fees.api.PredefinedFeeId;
import org.openadmin.fees.api.ReceiptNumber;
import org.openadmin.fees.api.RunNumber;
import org.openadmin.fees.api.StudentNumber;

/** The address of every page, relative to the portal's root, and of what a page shows. */
final class Routes {

    static final String OVERVIEW = "fees/overview";
    static final String PREDEFINED = "fees/predefined";
    static final String ASSESS = "fees/assess";
    static final String PAYMENTS = "fees/payments";
    static final String INVOICES = "fees/invoices";
    static final String RECEIPTS = "fees/receipts";
    static final String ACCOUNT = "fees/account";
    static final String JOURNAL = "fees/journal";
    static final String EXPORT = "fees/export";

    private Routes() {}

    /** A list on the overview, such as {@code over-90}. */
    static String overview(String list) {
        return below(OVERVIEW, list);
    }

    /** The assessment of a predefined fee. */
    static String assess(PredefinedFeeId fee) {
        return below(ASSESS, fee);
    }

    /** The counter with a student's charges. */
    static String payments(StudentNumber student) {
        return below(PAYMENTS, student);
    }

    /** The invoice of one student. */
    static String invoices(StudentNumber student) {
        return below(INVOICES, student);
    }

    /** The log of an invoice run. */
    static String invoiceRun(RunNumber run) {
        return below(INVOICES, "run=" + run);
    }

    static String receipt(ReceiptNumber number) {
        return below(RECEIPTS, number);
    }

    static String account(StudentNumber student) {
        return below(ACCOUNT, student);
    }

    /** The journal rows of an assessment. */
    static String journal(BatchNumber batch) {
        return below(JOURNAL, "batch=" + batch);
    }

    /** The export of a month. */
    static String export(YearMonth month) {
        return below(EXPORT, month);
    }

    private static String below(String page, Object rest) {
        return page + "/" + rest;
    }
}
