package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** Fills the fields of the template for the statement and the history of one account. */
final class AccountRows {

    private final DocumentTexts words;
    private final Optional<Student> hostStudent;

    /** @param hostStudent the student in the student records, for the address */
    AccountRows(DocumentTexts words, Optional<Student> hostStudent) {
        this.words = words;
        this.hostStudent = hostStudent;
    }

    /** @param context the entries to which those of the period may refer */
    Stream<DocumentRow> of(AccountStatement statement, Collection<JournalEntry> context) {
        Map<String, Object> document = document("statement", statement.student(), statement.closing());
        document.put("fact1Name", words.text("periodFrom"));
        document.put("fact1", words.date(statement.from()));
        document.put("fact2Name", words.text("periodTo"));
        document.put("fact2", words.date(statement.to()));
        document.put("fact3Name", words.text("studentNumber"));
        document.put("fact3", statement.student().number().toString());

        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(Map.of(
                "kind",
                "LINE",
                "strong",
                true,
                "name",
                words.text("opening"),
                "cell0",
                words.amountWithoutCurrency(statement.opening())));
        Flow flow = new Flow(statement.closing());
        DocumentEntryLabels entries = new DocumentEntryLabels(context, words);
        rows.addAll(lines(statement.lines(), entries, entries::remarks, flow));
        if (statement.lines().isEmpty()) {
            rows.add(Map.of("kind", "NOTE", "name", words.text("noneInPeriod")));
        }
        TotalsBlock sums = new TotalsBlock(words);
        sums.add(words.text("opening"), statement.opening());
        flow.addTo(sums);
        rows.add(sums.endingWith(words.text("closing"), statement.closing()));
        return KeepTogether.rows(document, rows);
    }

    Stream<DocumentRow> of(AccountHistory history, LocalDate today) {
        Money balance = history.account().balance();
        Map<String, Object> document = document("history", history.student(), balance);
        document.put("fact1Name", words.text("date"));
        document.put("fact1", words.date(today));
        document.put("fact2Name", words.text("studentNumber"));
        document.put("fact2", history.student().number().toString());

        DocumentEntryLabels entries = new DocumentEntryLabels(
                history.lines().stream().map(AccountStatement.Line::entry).toList(), words);
        Flow flow = new Flow(balance);
        List<Map<String, Object>> rows = lines(history.lines(), entries, entries::details, flow);
        if (rows.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneEver")));
        }
        Money credit = history.account().credit();
        if (credit.isPositive()) {
            String outstanding = words.amount(history.account().outstanding());
            rows.add(Map.of("kind", "NOTE", "name", words.text("lessCredit", outstanding, words.amount(credit))));
        }
        TotalsBlock sums = new TotalsBlock(words);
        flow.addTo(sums);
        rows.add(sums.endingWith(words.text("balance"), balance));
        return KeepTogether.rows(document, rows);
    }

    private Map<String, Object> document(String title, StudentSnapshot student, Money balance) {
        Map<String, Object> document = new HashMap<>();
        document.put("document", 1);
        document.put("title", words.text(title));
        document.put("continued", words.text(title));
        StudentLine.put(document, student, words);
        document.put("address", Addressee.lines(student, hostStudent, words));
        // a minus is easily overlooked, so a negative balance is shown as a credit
        document.put("figureName", words.text(balance.isNegative() ? "credit" : "balance"));
        document.put("figure", words.amount(balance.isNegative() ? balance.negated() : balance));
        document.put("headDate", words.text("date"));
        document.put("headName", words.text("transaction"));
        document.put("columns", 3);
        document.put("head2", words.text("charged"));
        document.put("head1", words.text("payments"));
        document.put("head0", words.text("balance"));
        return document;
    }

    private List<Map<String, Object>> lines(
            List<AccountStatement.Line> lines,
            DocumentEntryLabels entries,
            Function<JournalEntry, List<String>> remarks,
            Flow flow) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AccountStatement.Line line : lines) {
            JournalEntry entry = line.entry();
            Map<String, Object> row = new HashMap<>();
            row.put("kind", "LINE");
            row.put("date", entry.dateText(words::shortDate, DocumentTexts.UNKNOWN));
            row.put("name", entries.label(entry));
            List<String> more = remarks.apply(entry);
            if (!more.isEmpty()) {
                row.put("description", String.join("\n", more));
            }
            row.put(
                    entry.kind().isCharged(entry.total()) ? "cell2" : "cell1",
                    words.amountWithoutCurrency(flow.add(entry)));
            row.put("cell0", words.amountWithoutCurrency(line.balance()));
            rows.add(row);
        }
        return rows;
    }

    /** The sums of the two columns, which allow the opening and closing balances to be checked by hand. */
    private final class Flow {

        private Money charged;
        private Money paid;

        Flow(Money any) {
            charged = Money.zero(any.currency());
            paid = charged;
        }

        /** The amount as shown in its column, where money received is positive. */
        Money add(JournalEntry entry) {
            if (entry.kind().isCharged(entry.total())) {
                charged = charged.plus(entry.total());
                return entry.total();
            }
            Money came = entry.total().negated();
            paid = paid.plus(came);
            return came;
        }

        void addTo(TotalsBlock sums) {
            sums.add(words.text("charged"), charged);
            sums.add(words.text("payments"), paid.negated());
        }
    }
}
