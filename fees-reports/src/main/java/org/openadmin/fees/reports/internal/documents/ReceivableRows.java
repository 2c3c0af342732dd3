package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The aged receivables: a line for each student, a column for each age. */
final class ReceivableRows {

    private final DocumentTexts words;
    private final List<Receivable> receivables;
    private final Money zero;
    private final AmountColumns<Receivable> columns;

    ReceivableRows(List<Receivable> receivables, Money zero, DocumentTexts words) {
        this.receivables = receivables;
        this.zero = zero;
        this.words = words;
        this.columns = new AmountColumns<>(words, zero);
        for (Age age : Age.values()) {
            columns.addSparse(
                    words.text("age." + age), owes -> owes.outstanding().getOrDefault(age, zero));
        }
        columns.addSparse(
                words.text("creditColumn"), owes -> owes.account().credit().negated());
        columns.add(words.text("balance"), owes -> owes.account().balance());
    }

    Stream<DocumentRow> rows(ListHeading head, LocalDate today) {
        Money balance = sum(owes -> owes.account().balance());
        Map<String, Object> document = head.of(
                words.text("date"),
                words.date(today),
                words.text("balance"),
                balance,
                words.text("studentCount", receivables.size()));
        document.putAll(columns.heads(words.text("number"), words.text("student")));
        List<Map<String, Object>> rows = new ArrayList<>();
        receivables.forEach(owes -> rows.add(line(owes)));
        if (receivables.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneOutstanding")));
        } else {
            rows.add(columns.total(words.text("total"), receivables));
        }
        TotalsBlock sums = new TotalsBlock(words);
        sums.add(words.text("outstandingFees"), sum(owes -> owes.account().outstanding()));
        sums.add(words.text("credit"), sum(owes -> owes.account().credit()).negated());
        rows.add(sums.endingWith(words.text("balance"), balance));
        return KeepTogether.rows(document, rows);
    }

    private Map<String, Object> line(Receivable owes) {
        StudentSnapshot student = owes.student();
        String room = student.homeroom().isEmpty() ? "" : words.text("homeroom", student.homeroom());
        String grade = student.grade().isEmpty() ? "" : words.grade(student.grade());
        return columns.line(student.number().toString(), student.nameOrNumber(), room.isEmpty() ? grade : room, owes);
    }

    private Money sum(Function<Receivable, Money> amount) {
        return receivables.stream().map(amount).reduce(zero, Money::plus);
    }
}
