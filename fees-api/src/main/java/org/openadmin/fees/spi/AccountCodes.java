package org.openadmin.fees.spi;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * The account codes of the school's accounting system, for the export.
 *
 * @param kinds the configured account of each kind of row
 * @param methods the configured account of each payment method
 * @param fees the configured account of each fee, by the name of the fee, ignoring case
 */
public record AccountCodes(Map<EntryKind, String> kinds, Map<PaymentMethod, String> methods, Map<String, String> fees) {

    public AccountCodes {
        kinds = Map.copyOf(kinds);
        methods = Map.copyOf(methods);
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(fees);
        fees = Collections.unmodifiableMap(byName);
    }

    /** Returns an instance without any accounts. */
    public static AccountCodes none() {
        return new AccountCodes(Map.of(), Map.of(), Map.of());
    }

    /**
     * Returns the account of a row. For a charge, its reversal and its waiver this is the account of the fee; for money
     * received or paid back, the account of the payment method. If that is not configured, it is the account of the
     * kind, and otherwise empty.
     *
     * @param name the name of the fee, for the kinds that have one
     */
    public String of(EntryKind kind, String name, Optional<PaymentMethod> method) {
        String otherwise = kinds.getOrDefault(kind, "");
        return switch (kind) {
            case CHARGE -> fees.getOrDefault(name, otherwise);
            case REVERSAL, WAIVER ->
                kinds.containsKey(kind) ? otherwise : fees.getOrDefault(name, kinds.getOrDefault(EntryKind.CHARGE, ""));
            case PAYMENT, ON_ACCOUNT, VOID, REFUND ->
                method.filter(methods::containsKey).map(methods::get).orElse(otherwise);
            case ROUNDING, OTHER -> otherwise;
        };
    }
}
