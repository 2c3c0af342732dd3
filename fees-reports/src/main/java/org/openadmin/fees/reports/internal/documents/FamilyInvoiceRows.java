package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.PaymentTerms;

/** Fills the fields of the invoice's template for all children of a family: a section for each, and one amount due. */
final class FamilyInvoiceRows {

    private static final String AMOUNT = "cell0";
    private static final String CREDIT = "credit";
    private static final String DUE = "amountDue";

    private final InvoiceRows invoices;
    private final List<Invoice> children;
    private final DocumentTexts words;
    private final Money zero;
    private final PaymentTerms terms;
    private final ChargeTable table;

    /**
     * @param children the invoices that the children would get, also of those for whom nothing is due
     * @param terms those of the invoices for which something is due
     */
    FamilyInvoiceRows(InvoiceRows invoices, List<Invoice> children, PaymentTerms terms, DocumentTexts words) {
        this.invoices = invoices;
        this.children = List.copyOf(children);
        this.terms = terms;
        this.words = words;
        Currency currency = children.get(0).credit().currency();
        zero = Money.zero(currency);
        List<Charge> charges =
                children.stream().flatMap(child -> child.charges().stream()).toList();
        Set<AccountNumber> owing = children.stream()
                .filter(child -> due(child).isPositive())
                .map(child -> child.student().number())
                .collect(Collectors.toSet());
        Function<Charge, String> remarks = invoices.remarks(terms);
        table = new ChargeTable(
                charges,
                currency,
                words,
                charge -> owing.contains(charge.student().number()) ? remarks.apply(charge) : "");
    }

    /** @param addressed the child to whose guardian it goes */
    Stream<DocumentRow> of(Invoice addressed) {
        Map<String, Object> document = new HashMap<>(table.heads());
        document.put("document", 1);
        document.put("studentName", students(StudentSnapshot::nameOrNumber, "; "));
        document.put("studentLine", "");
        document.put("address", Addressee.lines(addressed.student(), addressed.hostStudent(), words));
        invoices.putFigures(document, terms, due(), "familyInvoice");
        document.put("fact3Name", words.text("studentNumber"));
        document.put("fact3", students(student -> student.number().toString(), ", "));
        PayCodeNote.put(
                document,
                words,
                children.stream().map(child -> child.student().number()).toList());

        List<Map<String, Object>> rows = new ArrayList<>();
        Money total = zero;
        for (Invoice child : children) {
            total = section(child, total, rows);
        }
        for (Map<String, Object> row : invoices.closing(terms, sums(), due())) {
            rows.add(carrying(total, total, new HashMap<>(row)));
        }
        return KeepTogether.rows(document, rows);
    }

    private String students(Function<StudentSnapshot, String> text, String separator) {
        return children.stream().map(Invoice::student).map(text).collect(Collectors.joining(separator));
    }

    private TotalsBlock sums() {
        TotalsBlock sums = table.sums();
        Money used = sum(FamilyInvoiceRows::used);
        if (!used.isZero()) {
            sums.add(words.text("total"), sum(Invoice::charged));
            sums.add(words.text(CREDIT), used.negated());
        }
        return sums;
    }

    /** @return the total after the section: what is due for this child and those before */
    private Money section(Invoice child, Money before, List<Map<String, Object>> rows) {
        int first = rows.size();
        Money total = lines(child, before, rows);
        rows.subList(first, rows.size())
                .forEach(row -> row.put("section", child.student().number().toString()));
        return total;
    }

    private Money lines(Invoice child, Money before, List<Map<String, Object>> rows) {
        StudentSnapshot student = child.student();
        Money total = before;
        String gap = rows.isEmpty() ? "" : "\n";
        rows.add(carrying(total, total, strong(gap + student.nameOrNumber() + " (" + student.number() + ")")));
        String left = creditLeft(child);
        if (child.charges().isEmpty()) {
            rows.add(carrying(total, total, line((words.text("noneOutstanding") + " " + left).strip())));
            return total;
        }
        for (Charge charge : child.charges()) {
            Money after = total.plus(charge.total());
            rows.add(carrying(total, after, table.line(charge)));
            total = after;
        }
        if (!used(child).isZero()) {
            Money after = total.minus(used(child));
            Map<String, Object> credit = line(words.text(CREDIT));
            credit.put(AMOUNT, words.amountWithoutCurrency(used(child).negated()));
            rows.add(carrying(total, after, credit));
            total = after;
        }
        Map<String, Object> due = strong(words.text(DUE));
        due.put(AMOUNT, words.amountWithoutCurrency(due(child)));
        if (!left.isEmpty()) {
            due.put("description", left);
        }
        rows.add(carrying(total, total, due));
        return total;
    }

    /** A sentence about the credit that pays for nothing here; empty if there is none. */
    private String creditLeft(Invoice child) {
        Money left = child.credit().minus(used(child));
        return left.isPositive() ? words.text("creditLeft", words.amount(left)) : "";
    }

    private static Map<String, Object> strong(String name) {
        Map<String, Object> line = line(name);
        line.put("strong", true);
        return line;
    }

    private static Map<String, Object> line(String name) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", "LINE");
        line.put("name", name);
        return line;
    }

    /** The row with the totals that are carried over if the page breaks before or after it. */
    private Map<String, Object> carrying(Money before, Money after, Map<String, Object> row) {
        row.put("brought", words.amountWithoutCurrency(before));
        row.put("carried", words.amountWithoutCurrency(after));
        return row;
    }

    private Money due() {
        return sum(FamilyInvoiceRows::due);
    }

    private Money sum(Function<Invoice, Money> figure) {
        return children.stream().map(figure).reduce(zero, Money::plus);
    }

    /** What is due for a child. More credit than charges is not taken off what is due for the siblings. */
    static Money due(Invoice child) {
        return child.charged().minus(used(child));
    }

    /** The credit that pays for the charges. */
    private static Money used(Invoice child) {
        return child.due().isNegative() ? child.charged() : child.credit();
    }
}
