package org.openadmin.fees.ui.internal.components;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.ui.internal.UserContext;

/** The rows of one account in words: what each one is, what it settles or corrects, and what became of it. */
public final class EntryLabels {

    private final UserContext visit;
    private final Map<Long, JournalEntry> rows = new HashMap<>();

    /** @param history the whole account, so that rows outside the current list can be named too */
    public EntryLabels(UserContext visit, AccountHistory history) {
        this.visit = visit;
        history.lines().stream().map(AccountStatement.Line::entry).forEach(row -> rows.put(row.id(), row));
    }

    /** The description of the row, such as {@code Payment, receipt 12} or {@code Reversed: Lab fee}. */
    public String what(JournalEntry row) {
        return switch (row.kind()) {
            case CHARGE -> row.name();
            case PAYMENT, ON_ACCOUNT ->
                row.receipt()
                        .map(number ->
                                visit.say("account.line.receipt", visit.show(row.kind()), String.valueOf(number)))
                        .orElse(visit.show(row.kind()));
            case REVERSAL -> visit.say("account.line.reversed", corrected(row));
            case WAIVER -> visit.say("account.line.waived", corrected(row));
            case REFUND -> visit.say("account.line.refund");
            case VOID ->
                corrects(row)
                        .flatMap(JournalEntry::receipt)
                        .map(number -> visit.say("account.line.void", String.valueOf(number)))
                        .orElse(visit.show(EntryKind.VOID));
            case OTHER -> row.name().isEmpty() ? visit.show(EntryKind.OTHER) : row.name();
        };
    }

    /** Details for a line of secondary text; may be empty. */
    public String more(JournalEntry row) {
        Stream<String> parts =
                switch (row.kind()) {
                    case CHARGE -> Stream.of(row.description(), taxes(row));
                    case PAYMENT, ON_ACCOUNT -> Stream.of(method(row), row.reference(), settled(row));
                    case REFUND -> Stream.of(method(row), row.reference(), row.description());
                    default -> Stream.of(row.description());
                };
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** What became of the row, in a word or two; may be empty. */
    public String fate(JournalEntry row) {
        if (row.isOutstanding()) {
            return visit.say("account.fate.outstanding");
        }
        if (row.voidedBy().isPresent()) {
            return visit.say("account.fate.void");
        }
        if (row.kind() != EntryKind.CHARGE) {
            return "";
        }
        return switch (find(row.settledBy()).map(JournalEntry::kind).orElse(EntryKind.PAYMENT)) {
            case REVERSAL -> visit.say("account.fate.reversed");
            case WAIVER -> visit.say("account.fate.waived");
            default ->
                find(row.settledBy())
                        .flatMap(JournalEntry::receipt)
                        .map(number -> visit.say("account.fate.paid.by", String.valueOf(number)))
                        .orElse(visit.say("account.fate.paid"));
        };
    }

    /** The receipt of this row, or of the row that it corrects. */
    public Optional<ReceiptNumber> receipt(JournalEntry row) {
        return row.receipt().or(() -> corrects(row).flatMap(JournalEntry::receipt));
    }

    /** Whether the row is money received that has not been voided. */
    public static boolean mayBeVoided(JournalEntry row) {
        return row.kind().isReceipt()
                && row.receipt().isPresent()
                && row.voidedBy().isEmpty();
    }

    /** Whether this is a charge that was neither cancelled nor waived. */
    public boolean mayBeCancelled(JournalEntry row) {
        return row.kind() == EntryKind.CHARGE
                && find(row.settledBy())
                        .map(by -> by.kind() != EntryKind.REVERSAL && by.kind() != EntryKind.WAIVER)
                        .orElse(true);
    }

    /** Whether a row adds to or reduces the charges, as in the columns of a statement; all other rows are money in or out. */
    public static boolean isCharged(EntryKind kind, Money total) {
        return switch (kind) {
            case CHARGE, REVERSAL, WAIVER -> true;
            case PAYMENT, ON_ACCOUNT, VOID, REFUND -> false;
            case OTHER -> total.isPositive();
        };
    }

    /** A balance, with the word for credit if it is negative. */
    public static String balance(UserContext visit, Money balance) {
        return balance.isNegative()
                ? visit.say("account.balance.credit", visit.show(balance.negated()))
                : visit.show(balance);
    }

    private Optional<JournalEntry> find(OptionalLong id) {
        return id.isPresent() ? Optional.ofNullable(rows.get(id.getAsLong())) : Optional.empty();
    }

    private Optional<JournalEntry> corrects(JournalEntry row) {
        return find(row.reverses());
    }

    private String corrected(JournalEntry row) {
        return corrects(row).map(JournalEntry::name).orElse(row.name());
    }

    private String method(JournalEntry row) {
        return row.method().map(visit::show).orElse("");
    }

    private String taxes(JournalEntry row) {
        return row.taxes().stream()
                .map(tax -> tax.name() + " " + visit.show(tax.amount()))
                .collect(Collectors.joining(", "));
    }

    /** The names of the charges that a payment settled and still settles. */
    private String settled(JournalEntry payment) {
        List<String> names = rows.values().stream()
                .filter(row -> row.kind() == EntryKind.CHARGE
                        && row.settledBy().isPresent()
                        && row.settledBy().getAsLong() == payment.id())
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .map(JournalEntry::name)
                .toList();
        return String.join(", ", names);
    }
}
