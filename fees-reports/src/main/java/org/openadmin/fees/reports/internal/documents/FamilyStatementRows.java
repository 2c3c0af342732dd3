package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.reports.internal.documents.AccountRows.Flow;
import org.openadmin.fees.reports.internal.documents.AccountRows.Reading;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** Fills the fields of the template for the statement of all children of a family: a section for each, and one total. */
final class FamilyStatementRows {

    private final AccountRows accounts;
    private final DocumentTexts words;

    FamilyStatementRows(AccountRows accounts, DocumentTexts words) {
        this.accounts = accounts;
        this.words = words;
    }

    /** @param addressed the child whose address it has */
    Stream<DocumentRow> rows(
            StudentSnapshot addressed,
            List<StudentSnapshot> children,
            StatementRequest period,
            Function<AccountNumber, Reading> reading) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        for (StudentSnapshot child : children) {
            Flow flow = accounts.new Flow();
            rows.add(name(child));
            rows.addAll(accounts.lines(flow, reading.apply(child.number())));
            rows.add(accounts.balance("closing", flow.closing()));
            flows.add(flow);
        }
        Money closing = sum(flows, Flow::closing);
        TotalsBlock sums = new TotalsBlock(words);
        sums.add(words.text("opening"), sum(flows, Flow::opening));
        sums.add(words.text("charged"), sum(flows, Flow::charged));
        sums.add(words.text("payments"), sum(flows, Flow::paid));
        rows.add(sums.endingWith(words.text("closing"), closing));
        rows.add(PayCodeNote.row(
                words, children.stream().map(StudentSnapshot::number).toList()));
        Map<String, Object> document = accounts.statement("familyStatement", addressed, period, closing);
        document.put(
                "studentName",
                children.stream().map(StudentSnapshot::nameOrNumber).collect(Collectors.joining("; ")));
        document.put("studentLine", "");
        return KeepTogether.rows(document, rows);
    }

    /** The line above the transactions of a child. */
    private static Map<String, Object> name(StudentSnapshot child) {
        return Map.of(
                "kind",
                "LINE",
                "strong",
                true,
                KeepTogether.HEADING,
                true,
                "name",
                child.nameOrNumber() + " (" + child.number() + ")");
    }

    private static Money sum(List<Flow> flows, Function<Flow, Money> figure) {
        return flows.stream().map(figure).reduce(Money::plus).orElseThrow();
    }
}
