package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptGap;
import org.openadmin.fees.api.payments.ReceiptGap.Kind;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.DocumentSettings.ReceiptPaper;

/** Fills the fields of the receipt's template from the receipt alone, so that each print is the same. */
final class ReceiptRows {

    private final DocumentTexts words;
    private final ReceiptPaper paper;
    private int documents;

    ReceiptRows(DocumentTexts words, ReceiptPaper paper) {
        this.words = words;
        this.paper = paper;
    }

    Stream<DocumentRow> of(Receipt receipt, Print print) {
        ChargeTable table = table(receipt);
        Map<String, Object> document = new HashMap<>(table.heads());
        document.put("document", ++documents);
        receipt.recordedStudent()
                .ifPresentOrElse(
                        student -> StudentLine.put(document, student, words),
                        () -> document.put("studentName", DocumentTexts.UNKNOWN));
        if (receipt.isOfSeveral()) {
            document.put("studentName", receipt.studentNameOrNumber());
            document.put("studentLine", "");
        }
        document.put("continued", words.text("receipt") + " " + receipt.number());
        document.put("mainName", words.text("receiptNumber"));
        document.put("main", receipt.number().toString());
        document.put("figureName", words.text("received"));
        document.put("figure", receipt.lacks(Kind.TOTAL) ? DocumentTexts.UNKNOWN : words.amount(receipt.received()));
        document.put("paidOn", words.date(receipt.date()));
        document.put("method", receipt.method().map(words::method).orElse(DocumentTexts.UNKNOWN));
        document.put("reference", known(receipt.reference()));
        document.put("cashier", known(receipt.cashier()));
        document.put("recorded", receipt.recordedAt().map(words::time).orElse(DocumentTexts.UNKNOWN));
        if (print == Print.COPY) {
            document.put("copy", words.text("copy"));
        }
        receipt.voided().ifPresent(day -> {
            document.put("stamp", words.text("voided", words.date(day)));
            document.put("stampNote", words.text("voidedNote"));
        });
        return KeepTogether.rows(document, rows(receipt, table));
    }

    /** A roll has room for one column of amounts. */
    private ChargeTable table(Receipt receipt) {
        Function<Charge, String> remark =
                charge -> receipt.isOfSeveral() ? charge.student().nameOrNumber() : "";
        return paper == ReceiptPaper.ROLL
                ? ChargeTable.ofTotals(receipt.settled(), receipt.received().currency(), words, remark)
                : new ChargeTable(receipt.settled(), receipt.received().currency(), words, remark);
    }

    private List<Map<String, Object>> rows(Receipt receipt, ChargeTable table) {
        List<Map<String, Object>> closing = new ArrayList<>();
        TotalsBlock sums = new TotalsBlock(words);
        if (receipt.settled().isEmpty()) {
            if (!receipt.lacks(Kind.CHARGE_STUDENT)) {
                closing.add(Map.of("kind", "NOTE", "name", words.text("receivedOnAccount")));
            }
        } else {
            sums = table.sums();
            sums.add(words.text("settled"), receipt.settledTotal());
        }
        if (!receipt.reopened().isEmpty()) {
            String charges = receipt.reopenedCharges().stream()
                    .map(charge -> words.name(charge) + " (" + words.amountWithoutCurrency(charge.total()) + ")")
                    .collect(Collectors.joining("; "));
            closing.add(Map.of("kind", "NOTE", "name", words.text("noLongerPaid", charges)));
        }
        if (receipt.fromCredit().isPositive()) {
            sums.add(words.text("fromCredit"), receipt.fromCredit().negated());
        }
        if (receipt.onAccount().isPositive()) {
            sums.add(words.text("onAccount"), receipt.onAccount());
        }
        if (!receipt.rounding().isZero()) {
            sums.add(words.text("cashRounding"), receipt.rounding().negated());
        }
        for (Receipt.Share share : receipt.shares()) {
            closing.add(Map.of(
                    "kind",
                    "NOTE",
                    "name",
                    words.text(
                            "receiptShare",
                            share.student().nameOrNumber(),
                            words.amountWithoutCurrency(share.received()))));
        }
        for (ReceiptGap gap : receipt.gaps()) {
            closing.add(Map.of("kind", "NOTE", "name", words.gap(gap)));
        }
        closing.add(sums.endingWith(words.text("received"), receipt.received()));
        return table.rows(closing);
    }

    private static String known(String text) {
        return text.isEmpty() ? DocumentTexts.UNKNOWN : text;
    }
}
