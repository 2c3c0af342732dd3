package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.ReturnLetter;

/** Fills the fields of the letter about a returned payment: what was returned, the fee, what is owed now, and how to pay. */
final class ReturnedPaymentRows {

    private final ReturnLetter letter;
    private final ReturnedPayment returned;
    private final Money balance;
    private final DocumentTexts words;

    ReturnedPaymentRows(ReturnLetter letter, DocumentTexts words) {
        this.letter = letter;
        this.words = words;
        returned = letter.returned();
        balance = letter.balance();
    }

    Stream<DocumentRow> of() {
        Money zero = Money.zero(balance.currency());
        Money due = balance.isNegative() ? zero : balance;
        Map<String, Object> document = new HashMap<>();
        document.put("document", 1);
        document.put("title", words.text("returnedPayment"));
        document.put("continued", words.text("returnedPayment"));
        StudentLine.put(document, returned.student(), words);
        document.put("address", Addressee.lines(returned.student(), letter.student(), words));
        document.put("figureName", words.text("amountDue"));
        document.put("figure", words.amount(due));
        document.put("fact1Name", words.text("date"));
        document.put("fact1", words.date(letter.date()));
        document.put("fact2Name", words.text("returnedOn"));
        document.put("fact2", words.date(returned.returned()));
        document.put("fact3Name", words.text("returnedReceipt"));
        document.put("fact3", returned.receipt().toString());
        document.put("intro", intro());
        AmountColumns<JournalEntry> columns = new AmountColumns<>(words, zero);
        columns.add(words.text("amount"), JournalEntry::total);
        document.putAll(columns.heads(words.text("date"), words.text("fee")));
        List<Map<String, Object>> rows = new ArrayList<>();
        letter.outstanding()
                .forEach(entry -> rows.add(columns.line(
                        entry.dateText(words::shortDate, DocumentTexts.UNKNOWN),
                        words.name(entry),
                        remarks(entry),
                        entry)));
        if (letter.outstanding().isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("returnedNothing")));
        }
        rows.add(sums(due));
        rows.add(Map.of("kind", "NOTE", "name", howToPay()));
        rows.add(Map.of("kind", "NOTE", "name", words.text("returnedThanks")));
        return KeepTogether.rows(document, rows);
    }

    private Map<String, Object> sums(Money due) {
        TotalsBlock sums = new TotalsBlock(words);
        Money total = letter.outstanding().stream().map(JournalEntry::total).reduce(due.minus(due), Money::plus);
        Money credit = total.minus(balance);
        if (credit.isPositive()) {
            sums.add(words.text("outstandingFees"), total);
            sums.add(words.text("credit"), credit.negated());
        }
        return sums.endingWith(words.text("amountDue"), due);
    }

    private String intro() {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.text(
                "returnedIntro",
                words.amount(returned.amount()),
                payment(),
                returned.received().map(words::date).orElse(DocumentTexts.UNKNOWN)));
        returned.fee().ifPresent(fee -> sentences.add(words.text("returnedFee", words.amount(fee.total()))));
        String now = letter.outstanding().isEmpty() ? "" : "\n\n" + words.text("returnedNow");
        return String.join(" ", sentences) + now;
    }

    /** Such as {@code Cheque 17}. */
    private String payment() {
        return Stream.of(returned.method().map(words::method).orElse(""), returned.reference())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" "), text -> text.isEmpty() ? DocumentTexts.UNKNOWN : text));
    }

    private String remarks(JournalEntry entry) {
        List<String> remarks = new ArrayList<>();
        if (!entry.description().isEmpty()) {
            remarks.add(entry.description());
        }
        entry.due()
                .map(due -> words.text(due.isBefore(letter.date()) ? "chargeOverdue" : "chargeDue", words.date(due)))
                .ifPresent(remarks::add);
        return String.join("\n", remarks);
    }

    private String howToPay() {
        return returned.cashOnlyUntil()
                .map(until -> words.text("returnedCashOnly", words.date(until)))
                .orElseGet(() -> words.text("returnedPay"));
    }
}
