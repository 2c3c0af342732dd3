package org.openadmin.fees.reports.internal.documents;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/**
 * The heading of a list for the office.
 *
 * @param title the key of its title
 * @param by the user who requested it
 * @param at the time of the request
 */
record ListHeading(String title, String by, Instant at, DocumentTexts words) {

    /**
     * @param main the subject, such as a date
     * @param count the number of items, as text
     */
    Map<String, Object> of(String mainName, String main, String figureName, Money figure, String count) {
        return of(mainName, main, figureName, words.amount(figure), count);
    }

    /**
     * @param figure the main figure, such as {@code 24 of 27}
     * @param subject what the list is about, on each page
     */
    Map<String, Object> of(String mainName, String main, String figureName, String figure, String subject) {
        Map<String, Object> head = new HashMap<>();
        head.put("document", 1);
        head.put("title", words.text(title));
        head.put("continued", words.text(title) + "\n" + main);
        head.put("mainName", mainName);
        head.put("main", main);
        head.put("figureName", figureName);
        head.put("figure", figure);
        head.put("studentName", subject);
        head.put("studentLine", prepared());
        return head;
    }

    String prepared() {
        return words.text("preparedBy", by, words.time(at));
    }
}
