package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The figures below a table, line by line, and the final amount. */
final class TotalsBlock {

    private final DocumentTexts words;
    private final List<String> names = new ArrayList<>();
    private final List<String> amounts = new ArrayList<>();

    TotalsBlock(DocumentTexts words) {
        this.words = words;
    }

    void add(String name, Money amount) {
        names.add(name);
        amounts.add(words.amountWithoutCurrency(amount));
    }

    Map<String, Object> endingWith(String name, Money amount) {
        return Map.of(
                "kind",
                "SUMS",
                "name",
                String.join("\n", names),
                "amount",
                String.join("\n", amounts),
                "finalName",
                name,
                "finalAmount",
                words.amount(amount));
    }
}
