package org.openadmin.fees.ui.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The addresses of all pages and of what they show, relative to the portal's root. */
public final class Routes {

    public static final String OVERVIEW = "fees/overview";
    public static final String PREDEFINED = "fees/predefined";
    public static final String ASSESS = "fees/assess";
    public static final String CATCH_UP = "fees/catch-up";
    public static final String PAYMENTS = "fees/payments";
    /** The money of a class. */
    public static final String CLASS_PAYMENT = "fees/class-payment";

    public static final String INVOICES = "fees/invoices";
    public static final String TILL = "fees/till";
    public static final String IMPORT = "fees/import";
    /** The part of the page with the unclaimed money. */
    public static final String UNCLAIMED = IMPORT + "/unclaimed";

    public static final String RECEIPTS = "fees/receipts";
    public static final String ACCOUNT = "fees/account";
    public static final String PAYERS = "fees/payers";
    /** The page of the payers with the preview of a cover run. */
    public static final String COVER_RUN = PAYERS + "/cover-run";

    public static final String COLLECTION = "fees/collection";
    public static final String JOURNAL = "fees/journal";
    public static final String EXPORT = "fees/export";
    public static final String AUDIT = "fees/audit-log";
    /** What parents see of their own children. */
    public static final String MY_FEES = "fees/my-fees";

    /** Addresses that people type although no page has them; each leads to a page. */
    static final String START = "fees";

    static final String ACCOUNTS_ALIAS = "fees/accounts";
    static final String PAYMENT_ALIAS = "fees/payment";
    static final String RECEIPT_ALIAS = "fees/receipt";
    static final String INVOICE_ALIAS = "fees/invoice";

    private Routes() {}

    /** A list on the overview, such as {@code over-90}. */
    public static String overview(String list) {
        return below(OVERVIEW, list);
    }

    /** The assessment of a predefined fee. */
    public static String assess(PredefinedFeeId fee) {
        return below(ASSESS, fee);
    }

    /** The result of an assessment. */
    public static String assessed(BatchNumber batch) {
        return below(ASSESS, "batch=" + batch);
    }

    /** Who has joined or left the group of an assessment. */
    public static String catchUp(BatchNumber batch) {
        return below(CATCH_UP, batch);
    }

    /** The payments page with a student's charges. */
    public static String payments(AccountNumber student) {
        return below(PAYMENTS, student);
    }

    /** The invoice of one student. */
    public static String invoices(AccountNumber student) {
        return below(INVOICES, student);
    }

    /** The invoices of these students, who are filled in. */
    public static String invoices(List<? extends AccountNumber> students) {
        return below(
                INVOICES,
                "students=" + students.stream().map(AccountNumber::toString).collect(Collectors.joining(",")));
    }

    /** The reminders of these students, who are filled in. */
    public static String reminders(List<? extends AccountNumber> students) {
        return below(
                INVOICES,
                "reminders=" + students.stream().map(AccountNumber::toString).collect(Collectors.joining(",")));
    }

    /** The log of an invoice run. */
    public static String invoiceRun(RunNumber run) {
        return below(INVOICES, "run=" + run);
    }

    /** The drawers of a day, and what can be deposited up to it. */
    public static String till(LocalDate day) {
        return below(TILL, day);
    }

    public static String receipt(ReceiptNumber number) {
        return below(RECEIPTS, number);
    }

    public static String account(AccountNumber student) {
        return below(ACCOUNT, student);
    }

    /** The journal rows of an assessment. */
    public static String journal(BatchNumber batch) {
        return below(JOURNAL, "batch=" + batch);
    }

    /** The export of a month. */
    public static String export(YearMonth month) {
        return below(EXPORT, month);
    }

    private static String below(String page, Object rest) {
        return page + "/" + rest;
    }
}
