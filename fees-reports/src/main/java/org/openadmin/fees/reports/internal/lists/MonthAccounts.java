package org.openadmin.fees.reports.internal.lists;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.AccountCodes;

/** The accounts of the rows of a month: those of its summary, which in a closed month are the ones of the day of the closing. */
final class MonthAccounts {

    private final Map<Key, String> accounts = new HashMap<>();
    private final AccountCodes configured;

    /** What the rows of one line of the summary have in common; money has no name, only a method. */
    private record Key(EntryKind kind, String name, Optional<PaymentMethod> method) {

        static Key of(EntryKind kind, String name, Optional<PaymentMethod> method) {
            return switch (kind) {
                case CHARGE, REVERSAL, WAIVER, OTHER ->
                    new Key(kind, name.strip().toLowerCase(Locale.ROOT), Optional.empty());
                case PAYMENT, ON_ACCOUNT, VOID, REFUND, ROUNDING, SPLIT, TRANSFER, MOVE, OPENING ->
                    new Key(kind, "", method);
            };
        }
    }

    MonthAccounts(MonthSummary summary, AccountCodes configured) {
        this.configured = configured;
        summary.lines().forEach(line -> accounts.put(Key.of(line.kind(), line.name(), line.method()), line.account()));
    }

    /** The account of a row; what only rearranges has none. */
    String of(JournalEntry entry) {
        if (entry.rearranges()) {
            return "";
        }
        String known = accounts.get(Key.of(entry.kind(), entry.name(), entry.method()));
        return known == null ? configured.of(entry.kind(), entry.name().strip(), entry.method()) : known;
    }
}
