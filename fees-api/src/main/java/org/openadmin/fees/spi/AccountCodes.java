package org.openadmin.fees.spi;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * The accounts of the school's accounting system, for the export.
 *
 * @param kinds the account of each kind of row, where one is configured
 * @param methods the account of the money that came or went by a method, where one is configured
 * @param fees the account of the charges of a fee, by the fee's name in any case, where one is configured
 */
public record AccountCodes(Map<EntryKind, String> kinds, Map<PaymentMethod, String> methods, Map<String, String> fees) {

    public AccountCodes {
        kinds = Map.copyOf(kinds);
        methods = Map.copyOf(methods);
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(fees);
        fees = Collections.unmodifiableMap(byName);
    }

    /** No account at all. */
    public static AccountCodes none() {
        return new AccountCodes(Map.of(), Map.of(), Map.of());
    }

    /**
     * The account for a row: the one of the fee for a charge, its reversal and its waiver, the one of the method for money; else
     * the one of the kind; else empty.
     *
     * @param name the fee's name, for the kinds that have one
     */
    public String of(EntryKind kind, String name, Optional<PaymentMethod> method) {
        String otherwise = kinds.getOrDefault(kind, "");
        return switch (kind) {
            case CHARGE -> fees.getOrDefault(name, otherwise);
            case REVERSAL, WAIVER ->
                kinds.containsKey(kind) ? otherwise : fees.getOrDefault(name, kinds.getOrDefault(EntryKind.CHARGE, ""));
            case PAYMENT, ON_ACCOUNT, VOID, REFUND ->
                method.filter(methods::containsKey).map(methods::get).orElse(otherwise);
            case OTHER -> otherwise;
        };
    }
}
