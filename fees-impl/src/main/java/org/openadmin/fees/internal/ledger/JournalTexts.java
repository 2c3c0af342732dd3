package org.openadmin.fees.internal.ledger;

import java.util.Locale;
import java.util.ResourceBundle;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The names of the module's own rows in the school's language; they are stored in the journal. */
public final class JournalTexts {

    private static final String BUNDLE = "org.openadmin.fees.internal.ledger.journal";

    private JournalTexts() {}

    /** The name of a payment: "Payment". */
    public static String payment(Locale locale) {
        return word(locale, "payment");
    }

    /** The name of a void: "Voided payment". */
    public static String voided(Locale locale) {
        return word(locale, "void");
    }

    /** The name of a refund: "Refund". */
    public static String refund(Locale locale) {
        return word(locale, "refund");
    }

    /** The name of what cash was rounded by: "Cash rounding". */
    public static String rounding(Locale locale) {
        return word(locale, "rounding");
    }

    /** The name of what settles a charge that was split: "Split charge". */
    public static String split(Locale locale) {
        return word(locale, "split");
    }

    /** The name of what settles a charge that a payer owes from now on: "Transferred charge". */
    public static String transfer(Locale locale) {
        return word(locale, "transfer");
    }

    /** The name of credit that was moved: "Moved credit". */
    public static String move(Locale locale) {
        return word(locale, "move");
    }

    /** The name of credit from an older system: "Opening credit". */
    public static String opening(Locale locale) {
        return word(locale, "opening");
    }

    /** The name of the void of a payment that the bank returned: "Returned payment". */
    public static String returned(Locale locale) {
        return word(locale, "returned");
    }

    /** The description of the fee for it: "Receipt 12". */
    public static String returnedReceipt(Locale locale, ReceiptNumber receipt) {
        return word(locale, "returned-receipt").replace("{0}", receipt.toString());
    }

    private static String word(Locale locale, String key) {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        return ResourceBundle.getBundle(BUNDLE, locale, JournalTexts.class.getClassLoader(), control)
                .getString(key);
    }
}
