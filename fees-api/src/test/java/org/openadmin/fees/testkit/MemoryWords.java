package org.openadmin.fees.testkit;

import java.util.Locale;

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

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals("fr");
    }
}
