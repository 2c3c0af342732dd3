package org.openadmin.fees.spi.messages;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;

/** The rows of one account in words: what each one is, and what became of it. */
public final class EntryWords {

    private final KindLabels kinds;
    private final UnaryOperator<String> names;
    private final Map<Long, JournalEntry> rows = new HashMap<>();

    /**
     * @param account the rows of the account, in which the rows that belong together are looked up
     * @param names how the medium writes the name of a fee
     */
    public EntryWords(KindLabels kinds, Collection<JournalEntry> account, UnaryOperator<String> names) {
        this.kinds = kinds;
        this.names = names;
        account.forEach(row -> rows.put(row.id(), row));
    }

    /** What a row is, such as {@code Payment, receipt 12} or {@code Reversed: Lab fee}. */
    public String what(JournalEntry row) {
        return switch (row.kind()) {
            case CHARGE -> kinds.of(row.name(), row.links().part());
            case PAYMENT, ON_ACCOUNT -> kinds.withReceipt(kinds.of(row.kind()), row.receipt());
            case VOID -> kinds.withReceipt(kinds.of(row), corrected(row).flatMap(JournalEntry::receipt));
            case REVERSAL, WAIVER -> {
                String fee = corrected(row).map(JournalEntry::name).orElse(row.name());
                yield fee.isEmpty() ? kinds.of(row.kind()) : kinds.of(row.kind(), names.apply(fee));
            }
            case SPLIT, TRANSFER -> {
                String fee = origin(row).map(JournalEntry::name).orElse(row.name());
                if (row.kind() == EntryKind.TRANSFER && row.reverses().isPresent()) {
                    yield kinds.takenBack(names.apply(fee));
                }
                yield fee.isEmpty() ? kinds.of(row.kind()) : kinds.of(row.kind(), names.apply(fee));
            }
            case REFUND, ROUNDING, MOVE, OPENING -> kinds.of(row.kind());
            case OTHER -> row.name().isEmpty() ? kinds.unnamed() : row.name();
        };
    }

    /** What became of a charge, or that a payment was voided; empty for all other rows. */
    public Optional<EntryState> state(JournalEntry row) {
        if (row.voidedBy().isPresent()) {
            return Optional.of(row.returned() ? EntryState.RETURNED : EntryState.VOIDED);
        }
        if (row.kind() != EntryKind.CHARGE) {
            return Optional.empty();
        }
        if (row.isOutstanding()) {
            return Optional.of(EntryState.OUTSTANDING);
        }
        return Optional.of(
                switch (cause(row).map(JournalEntry::kind).orElse(EntryKind.PAYMENT)) {
                    case REVERSAL -> EntryState.REVERSED;
                    case WAIVER -> EntryState.WAIVED;
                    case SPLIT -> EntryState.SPLIT;
                    case TRANSFER -> isOfPayer(row) ? EntryState.TAKEN_BACK : EntryState.COVERED;
                    default -> EntryState.PAID;
                });
    }

    private static boolean isOfPayer(JournalEntry row) {
        return row.student().map(StudentSnapshot::number).orElse(null) instanceof PayerNumber;
    }

    /** The state in words, such as {@code paid, receipt 12}; empty if there is none. */
    public String stateOf(JournalEntry row) {
        return text(row, state -> kinds.of(state));
    }

    /**
     * The state with its date, such as {@code paid Sep. 8, 2026, receipt 12}; empty if there is none.
     *
     * @param dates how the medium writes a date
     */
    public String datedStateOf(JournalEntry row, Function<LocalDate, String> dates) {
        Optional<String> date = cause(row).flatMap(JournalEntry::date).map(dates);
        return text(row, state -> date.map(day -> kinds.of(state, day)).orElseGet(() -> kinds.of(state)));
    }

    private String text(JournalEntry row, Function<EntryState, String> words) {
        return state(row)
                .map(state -> state == EntryState.PAID
                        ? kinds.withReceipt(words.apply(state), cause(row).flatMap(JournalEntry::receipt))
                        : words.apply(state))
                .orElse("");
    }

    /** The row that a correction corrects. */
    public Optional<JournalEntry> corrected(JournalEntry row) {
        return find(row.reverses());
    }

    /** The charge that a row split or transferred, or that a charge came from. */
    public Optional<JournalEntry> origin(JournalEntry row) {
        return find(row.links().origin());
    }

    /** The row that settled a charge or voided a payment. */
    public Optional<JournalEntry> cause(JournalEntry row) {
        return find(row.voidedBy().isPresent() ? row.voidedBy() : row.settledBy());
    }

    private Optional<JournalEntry> find(OptionalLong id) {
        return id.isPresent() ? Optional.ofNullable(rows.get(id.getAsLong())) : Optional.empty();
    }
}
