package org.openadmin.fees.ui.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;

/**
 * The receipts that are shown, as written in the address after the page's path: nothing for today's receipts; a number to open
 * that receipt; or {@code student=100}, {@code number=12}, {@code from=2026-09-01}, {@code to=2026-09-30}, {@code cashier=NAME},
 * and {@code open=12} for the open receipt. {@code dates=all} is a search without any filter.
 *
 * @param ignored the parts of the address that could not be read and are ignored
 */
public record ReceiptsQueryString(ReceiptQuery query, Optional<ReceiptNumber> open, List<String> ignored) {

    public static ReceiptsQueryString read(String rest, LocalDate today) {
        if (rest == null || rest.isBlank()) {
            return new ReceiptsQueryString(ReceiptQuery.ofDay(today), Optional.empty(), List.of());
        }
        if (!rest.contains("=")) {
            return ofNumber(rest, today);
        }
        QueryString address = QueryString.read(rest);
        QueryString.Period period = address.takePeriod();
        ReceiptQuery query = new ReceiptQuery(
                address.take("number", ReceiptNumber::parse),
                address.take("student", AccountNumber::parse),
                period.from(),
                period.to(),
                address.take("cashier", String::strip));
        Optional<ReceiptNumber> open = address.take("open", ReceiptNumber::parse);
        boolean all = address.take("dates", ReceiptsQueryString::all).isPresent();
        if (query.equals(ReceiptQuery.everything()) && !all) {
            query = ReceiptQuery.ofDay(today);
        }
        return new ReceiptsQueryString(query, open, address.ignored());
    }

    private static ReceiptsQueryString ofNumber(String rest, LocalDate today) {
        try {
            ReceiptNumber number = ReceiptNumber.parse(rest);
            return new ReceiptsQueryString(ReceiptQuery.of(number), Optional.of(number), List.of());
        } catch (FeesException e) {
            return new ReceiptsQueryString(ReceiptQuery.ofDay(today), Optional.empty(), new ArrayList<>(List.of(rest)));
        }
    }

    /** The address of the page for this query. */
    public static String of(ReceiptQuery query, Optional<ReceiptNumber> open, LocalDate today) {
        if (open.isPresent() && query.equals(ReceiptQuery.of(open.get()))) {
            return Routes.receipt(open.get());
        }
        boolean usual = query.equals(ReceiptQuery.ofDay(today));
        boolean dated = query.from().isPresent() || query.to().isPresent();
        return QueryString.empty()
                .with("number", query.number())
                .with("student", query.student())
                .with("from", usual ? Optional.empty() : query.from())
                .with("to", usual ? Optional.empty() : query.to())
                .with("cashier", query.cashier())
                .with("dates", !dated && query.equals(ReceiptQuery.everything()), "all")
                .with("open", open)
                .appendTo(Routes.RECEIPTS);
    }

    private static String all(String text) {
        if (text.equals("all")) {
            return text;
        }
        throw new IllegalArgumentException(text);
    }
}
