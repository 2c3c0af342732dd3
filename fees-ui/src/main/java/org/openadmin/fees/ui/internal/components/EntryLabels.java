package org.openadmin.fees.ui.internal.components;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.spi.messages.EntryWords;
import org.openadmin.fees.ui.internal.UserContext;

/** The rows of one account in words: what each one is, what it settles or corrects, and what became of it. */
public final class EntryLabels {

    private static final Set<EntryState> WITHOUT_MONEY = EnumSet.of(
            EntryState.REVERSED, EntryState.WAIVED, EntryState.SPLIT, EntryState.COVERED, EntryState.TAKEN_BACK);

    private final UserContext context;
    private final EntryWords words;
    /** The charges by the row that settled them. */
    private final Map<Long, List<JournalEntry>> settled;

    /** @param rows those to name, and the rows of the account to which they refer */
    public EntryLabels(UserContext context, List<JournalEntry> rows) {
        this.context = context;
        words = context.entries(rows);
        settled = rows.stream()
                .filter(row -> row.kind() == EntryKind.CHARGE && row.settledBy().isPresent())
                .collect(Collectors.groupingBy(row -> row.settledBy().getAsLong()));
    }

    /** The description of the row, such as {@code Payment, receipt 12} or {@code Reversed: Lab fee}. */
    public String label(JournalEntry row) {
        return words.what(row);
    }

    /** Details for a line of secondary text; may be empty. */
    public String details(JournalEntry row) {
        Stream<String> parts =
                switch (row.kind()) {
                    case CHARGE ->
                        Stream.of(
                                row.links().coveredStudent(),
                                row.description(),
                                taxes(row),
                                row.isOutstanding() ? DueText.of(context, row) : "");
                    case PAYMENT, ON_ACCOUNT -> Stream.of(method(row), row.reference(), settled(row));
                    case REFUND -> Stream.of(method(row), row.reference(), row.description());
                    default -> Stream.of(context.description(row));
                };
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** What became of the row, in a word or two; may be empty. */
    public String status(JournalEntry row) {
        return words.stateOf(row);
    }

    /** The receipt of this row, or of the row that it corrects. */
    public Optional<ReceiptNumber> receipt(JournalEntry row) {
        return row.receipt().or(() -> words.corrected(row).flatMap(JournalEntry::receipt));
    }

    /** Whether the row is money received that has not been voided. */
    public static boolean mayBeVoided(JournalEntry row) {
        return row.kind().isReceipt()
                && row.receipt().isPresent()
                && row.voidedBy().isEmpty();
    }

    /** Whether this is a charge that was neither reversed nor waived, nor split or transferred. */
    public boolean mayBeCancelled(JournalEntry row) {
        return row.kind() == EntryKind.CHARGE
                && words.state(row).filter(WITHOUT_MONEY::contains).isEmpty();
    }

    /** Whether this is an outstanding charge of a student, which a payer can owe instead. */
    public static boolean mayBeTransferred(JournalEntry row) {
        return row.isOutstanding() && !isOfPayer(row);
    }

    /** Whether this is a charge that a payer owes instead of the student: the student's or the payer's. */
    public boolean mayBeTakenBack(JournalEntry row) {
        return isOfPayer(row)
                ? row.links().origin().isPresent() && mayBeCancelled(row)
                : words.state(row).equals(Optional.of(EntryState.COVERED));
    }

    private static boolean isOfPayer(JournalEntry row) {
        return row.student().map(StudentSnapshot::number).orElse(null) instanceof PayerNumber;
    }

    /** A balance, with the word for credit if it is negative. */
    public static String balance(UserContext context, Money balance) {
        return balance.isNegative()
                ? context.text("account.balance.credit", context.format(balance.negated()))
                : context.format(balance);
    }

    private String method(JournalEntry row) {
        return row.method().map(context::format).orElse("");
    }

    private String taxes(JournalEntry row) {
        return row.taxes().stream()
                .map(tax -> context.taxName(tax.name()) + " " + context.format(tax.amount()))
                .collect(Collectors.joining(", "));
    }

    /** The names of the charges that a payment settled and still settles. */
    private String settled(JournalEntry payment) {
        return settled.getOrDefault(payment.id(), List.of()).stream()
                .sorted(Comparator.comparingLong(JournalEntry::id))
                .map(JournalEntry::name)
                .collect(Collectors.joining(", "));
    }
}
