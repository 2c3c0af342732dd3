package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** Fills the fields of the template for the statement and the history of one account. */
final class AccountRows {

    /** More would not fit on as many pages as a document may have. */
    private static final int MAX_LINES = 200_000;

    private final DocumentTexts words;
    private final Optional<Student> hostStudent;
    private final Optional<Payer> payer;

    /**
     * @param hostStudent the student in the student records, for the address
     * @param payer whose account it is, if it is no student's
     */
    AccountRows(DocumentTexts words, Optional<Student> hostStudent, Optional<Payer> payer) {
        this.words = words;
        this.hostStudent = hostStudent;
        this.payer = payer;
    }

    /** Passes on the transactions of the account, some at a time. */
    interface Reading {
        void forEach(Consumer<AccountLines> each);
    }

    Stream<DocumentRow> statement(StudentSnapshot student, StatementRequest period, Reading reading) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Flow flow = new Flow();
        rows.addAll(lines(flow, reading));
        TotalsBlock sums = new TotalsBlock(words);
        sums.add(words.text("opening"), flow.opening);
        flow.addTo(sums);
        rows.add(sums.endingWith(words.text("closing"), flow.closing));
        rows.add(PayCodeNote.row(words, List.of(student.number())));

        Map<String, Object> document = statement("statement", student, period, flow.closing);
        document.put("fact3Name", StudentLine.numberName(student.number(), words));
        document.put("fact3", student.number().toString());
        return KeepTogether.rows(document, rows);
    }

    /** The head of a statement of a period. */
    Map<String, Object> statement(String title, StudentSnapshot student, StatementRequest period, Money closing) {
        Map<String, Object> document = document(title, student, closing);
        document.put("fact1Name", words.text("periodFrom"));
        document.put("fact1", words.date(period.from()));
        document.put("fact2Name", words.text("periodTo"));
        document.put("fact2", words.date(period.to()));
        return document;
    }

    /** The transactions of an account after its opening balance; a note if there are none. */
    List<Map<String, Object>> lines(Flow flow, Reading reading) {
        List<Map<String, Object>> rows = new ArrayList<>();
        reading.forEach(account -> {
            if (flow.isNew()) {
                rows.add(balance("opening", account.opening()));
            }
            flow.add(account);
            DocumentEntryLabels entries = new DocumentEntryLabels(account.entries(), words);
            rows.addAll(lines(account.lines(), entries, entries::remarks));
        });
        if (flow.isEmpty()) {
            Map<String, Object> none = new HashMap<>();
            none.put("kind", "NOTE");
            none.put("name", words.text("noneInPeriod"));
            rows.add(none);
        }
        return rows;
    }

    /** A line with a balance, such as the opening one. */
    Map<String, Object> balance(String text, Money balance) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", "LINE");
        line.put("strong", true);
        line.put("name", words.text(text));
        line.put("cell0", words.amountWithoutCurrency(balance));
        return line;
    }

    Stream<DocumentRow> history(StudentSnapshot student, LocalDate today, Reading reading) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Flow flow = new Flow();
        reading.forEach(account -> {
            flow.add(account);
            DocumentEntryLabels entries = new DocumentEntryLabels(account.entries(), words);
            rows.addAll(lines(account.lines(), entries, entry -> entries.details(entry, today)));
        });
        Money balance = flow.closing;
        Map<String, Object> document = document("history", student, balance);
        document.put("fact1Name", words.text("date"));
        document.put("fact1", words.date(today));
        document.put("fact2Name", StudentLine.numberName(student.number(), words));
        document.put("fact2", student.number().toString());
        if (flow.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneEver")));
        }
        Money credit = flow.outstanding.minus(balance);
        if (credit.isPositive()) {
            String outstanding = words.amount(flow.outstanding);
            rows.add(Map.of("kind", "NOTE", "name", words.text("lessCredit", outstanding, words.amount(credit))));
        }
        TotalsBlock sums = new TotalsBlock(words);
        flow.addTo(sums);
        rows.add(sums.endingWith(words.text("balance"), balance));
        rows.add(PayCodeNote.row(words, List.of(student.number())));
        return KeepTogether.rows(document, rows);
    }

    private Map<String, Object> document(String title, StudentSnapshot student, Money balance) {
        Map<String, Object> document = new HashMap<>();
        document.put("document", 1);
        document.put("title", words.text(title));
        document.put("continued", words.text(title));
        StudentLine.put(document, student, words);
        document.put(
                "address", payer.map(Addressee::lines).orElseGet(() -> Addressee.lines(student, hostStudent, words)));
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
            List<AccountLines.Line> lines, DocumentEntryLabels entries, Function<JournalEntry, List<String>> remarks) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AccountLines.Line line : lines) {
            JournalEntry entry = line.entry();
            boolean charged = entry.kind().isCharged(entry.total());
            Map<String, Object> row = new HashMap<>();
            row.put("kind", "LINE");
            row.put("date", entry.dateText(words::shortDate, DocumentTexts.UNKNOWN));
            row.put("name", entries.label(entry));
            List<String> more = remarks.apply(entry);
            if (!more.isEmpty()) {
                row.put("description", String.join("\n", more));
            }
            // money received is positive in its column
            Money amount = charged ? entry.total() : entry.total().negated();
            row.put(charged ? "cell2" : "cell1", words.amountWithoutCurrency(amount));
            row.put("cell0", words.amountWithoutCurrency(line.balance()));
            rows.add(row);
        }
        return rows;
    }

    /** The sums of the two columns, which allow the opening and closing balances to be checked by hand. */
    final class Flow {

        private Money opening;
        private Money closing;
        private Money charged;
        private Money paid;
        private Money outstanding;
        private int lines;

        Money opening() {
            return opening;
        }

        Money closing() {
            return closing;
        }

        Money charged() {
            return charged;
        }

        Money paid() {
            return paid;
        }

        boolean isNew() {
            return opening == null;
        }

        boolean isEmpty() {
            return lines == 0;
        }

        void add(AccountLines account) {
            if (isNew()) {
                opening = account.opening();
                charged = Money.zero(opening.currency());
                paid = charged;
                outstanding = charged;
            }
            account.lines().forEach(line -> add(line.entry()));
            closing = account.closing();
            lines += account.lines().size();
            if (lines > MAX_LINES) {
                throw new DocumentException(Problem.TOO_LONG, "more than " + MAX_LINES + " transactions", null);
            }
        }

        private void add(JournalEntry entry) {
            if (entry.kind().isCharged(entry.total())) {
                charged = charged.plus(entry.total());
            } else {
                paid = paid.plus(entry.total());
            }
            if (entry.isOutstanding()) {
                outstanding = outstanding.plus(entry.total());
            }
        }

        void addTo(TotalsBlock sums) {
            sums.add(words.text("charged"), charged);
            sums.add(words.text("payments"), paid);
        }
    }
}
