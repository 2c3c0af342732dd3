package org.openadmin.fees.reports.internal.documents;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The sentence with the pay codes of the accounts of a document: a field of documents with a slip, a row of the others. */
final class PayCodeNote {

    private static final String FIELD = "payCode";

    private PayCodeNote() {}

    static Map<String, Object> row(DocumentTexts words, Collection<? extends AccountNumber> accounts) {
        return Map.of("kind", "NOTE", "name", text(words, accounts));
    }

    static void put(Map<String, Object> document, DocumentTexts words, Collection<? extends AccountNumber> accounts) {
        document.put(FIELD, text(words, accounts));
    }

    private static String text(DocumentTexts words, Collection<? extends AccountNumber> accounts) {
        String codes = accounts.stream().map(PayCode::of).map(PayCode::toString).collect(Collectors.joining(", "));
        return words.text(accounts.size() == 1 ? "payCode" : "payCodes", codes);
    }
}
