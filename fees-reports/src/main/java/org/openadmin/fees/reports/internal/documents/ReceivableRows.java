package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/**
 * The aged receivables: a line for each student who owes and one for those with credit only, a column for each age. The credit is
 * beside the homeroom: a page has room for six amounts.
 */
final class ReceivableRows {

    /** A line of the table: a student who owes, or all students with credit only. */
    private record Amounts(Map<Age, Money> ages, Money credit, Money balance) {}

    private final DocumentTexts words;
    private final Receivables receivables;
    private final Optional<Integer> ofAll;
    private final Money zero;
    private final AmountColumns<Amounts> columns;

    /** @param ofAll how many owe, if the list is a selection of them */
    ReceivableRows(Receivables receivables, Optional<Integer> ofAll, DocumentTexts words) {
        this.receivables = receivables;
        this.ofAll = ofAll;
        this.zero = Money.zero(receivables.creditOnly().currency());
        this.words = words;
        this.columns = new AmountColumns<>(words, zero);
        for (Age age : Age.values()) {
            columns.addSparse(words.text("age." + age), line -> line.ages().getOrDefault(age, zero));
        }
        columns.add(words.text("balance"), Amounts::balance);
    }

    Stream<DocumentRow> rows(ListHeading head, LocalDate today) {
        boolean credits = receivables.creditOnlyStudents() > 0;
        Map<String, Object> document = head.of(
                words.text(receivables.known().isPresent() ? "asOf" : "date"),
                words.date(today),
                words.text("balance"),
                receivables.balance(),
                count());
        document.putAll(columns.heads(words.text("number"), words.text("student")));
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Amounts> all = new ArrayList<>();
        receivables.owing().forEach(owes -> {
            Amounts amounts = new Amounts(
                    owes.outstanding(), owes.account().credit(), owes.account().balance());
            all.add(amounts);
            rows.add(line(owes.student(), amounts));
        });
        if (credits) {
            Amounts amounts = new Amounts(
                    Map.of(), receivables.creditOnly(), receivables.creditOnly().negated());
            all.add(amounts);
            rows.add(columns.line(
                    "",
                    words.text("creditOnly"),
                    words.text("studentCount", receivables.creditOnlyStudents()),
                    amounts));
        }
        if (all.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneOutstanding")));
        } else {
            rows.add(columns.total(words.text("total"), all));
        }
        receivables.known().ifPresent(known -> rows.add(Map.of("kind", "NOTE", "name", later(known, today))));
        TotalsBlock sums = new TotalsBlock(words);
        sums.add(words.text("outstandingFees"), receivables.outstanding());
        sums.add(words.text("credit"), receivables.credit().negated());
        rows.add(sums.endingWith(words.text("balance"), receivables.balance()));
        return KeepTogether.rows(document, rows);
    }

    /** What was recorded after a past day for that day or an earlier one. */
    private String later(KnownThen known, LocalDate day) {
        return words.text(
                "recordedLater",
                known.laterRows(),
                words.amount(known.laterTotal()),
                words.date(day),
                words.amount(known.outstanding()),
                words.amount(known.credit()));
    }

    private String count() {
        int listed = receivables.owing().size() + receivables.creditOnlyStudents();
        return ofAll.map(all -> words.text("studentSelection", listed, all))
                .orElseGet(() -> words.text("studentCount", listed));
    }

    private Map<String, Object> line(StudentSnapshot student, Amounts amounts) {
        String room = student.homeroom().isEmpty() ? "" : words.text("homeroom", student.homeroom());
        String grade = student.grade().isEmpty() ? "" : words.grade(student.grade());
        return columns.line(
                student.number().toString(),
                student.nameOrNumber(),
                Stream.of(room.isEmpty() ? grade : room, credit(amounts))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(DocumentTexts.SEPARATOR)),
                amounts);
    }

    private String credit(Amounts amounts) {
        return amounts.credit().isZero()
                ? ""
                : words.text("receivableCredit", words.amountWithoutCurrency(amounts.credit()));
    }
}
