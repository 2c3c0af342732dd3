package org.openadmin.fees.testkit;

import java.util.Locale;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The names of the journal's own rows in the school's language. */
final class MemoryWords {

    private MemoryWords() {}

    static String payment(Locale locale) {
        return isFrench(locale) ? "Paiement" : "Payment";
    }

    static String voided(Locale locale) {
        return isFrench(locale) ? "Paiement annulé" : "Voided payment";
    }

    static String refund(Locale locale) {
        return isFrench(locale) ? "Remboursement" : "Refund";
    }

    static String rounding(Locale locale) {
        return isFrench(locale) ? "Arrondi comptant" : "Cash rounding";
    }

    static String split(Locale locale) {
        return isFrench(locale) ? "Frais fractionnés" : "Split charge";
    }

    static String transfer(Locale locale) {
        return isFrench(locale) ? "Frais transférés" : "Transferred charge";
    }

    static String move(Locale locale) {
        return isFrench(locale) ? "Crédit transféré" : "Moved credit";
    }

    static String opening(Locale locale) {
        return isFrench(locale) ? "Crédit d’ouverture" : "Opening credit";
    }

    static String returned(Locale locale) {
        return isFrench(locale) ? "Paiement retourné" : "Returned payment";
    }

    static String returnedReceipt(Locale locale, ReceiptNumber receipt) {
        return (isFrench(locale) ? "Reçu " : "Receipt ") + receipt;
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals("fr");
    }
}
