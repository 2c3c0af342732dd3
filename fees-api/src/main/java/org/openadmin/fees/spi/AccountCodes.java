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
 * @param books the other accounts that a posting to the books needs
 */
public record AccountCodes(
        Map<EntryKind, String> kinds, Map<PaymentMethod, String> methods, Map<String, String> fees, Books books) {

    /**
     * The accounts of the opposite side in double entry.
     *
     * @param receivable the account of what is outstanding; empty if none is configured
     * @param credit the liability for money on account; empty if none is configured
     * @param tax the account of the taxes that have none of their own; empty if none is configured
     * @param taxes the account of each tax, by its name, ignoring case
     * @param names the name of each account that the accounting system knows by its name, by its code
     */
    public record Books(
            String receivable, String credit, String tax, Map<String, String> taxes, Map<String, String> names) {

        public Books {
            taxes = ignoringCase(taxes);
            names = Map.copyOf(names);
        }

        /** Returns the account of a tax; empty if there is none. */
        public String ofTax(String name) {
            return taxes.getOrDefault(name, tax);
        }

        /** Returns the name of an account; empty if none is configured. */
        public String nameOf(String account) {
            return names.getOrDefault(account, "");
        }
    }

    private static final Books NO_BOOKS = new Books("", "", "", Map.of(), Map.of());

    public AccountCodes {
        kinds = Map.copyOf(kinds);
        methods = Map.copyOf(methods);
        fees = ignoringCase(fees);
    }

    /** Accounts for the export alone. */
    public AccountCodes(Map<EntryKind, String> kinds, Map<PaymentMethod, String> methods, Map<String, String> fees) {
        this(kinds, methods, fees, NO_BOOKS);
    }

    private static Map<String, String> ignoringCase(Map<String, String> accounts) {
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(accounts);
        return Collections.unmodifiableMap(byName);
    }

    /** Returns an instance without any accounts. */
    public static AccountCodes none() {
        return new AccountCodes(Map.of(), Map.of(), Map.of());
    }

    /**
     * Returns the account of a row. For a charge, its reversal and its waiver this is the account of the fee; for money
     * received or paid back, the account of the payment method. What was only split, transferred or moved has none. If that is not configured, it is the account of the
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
            case ROUNDING, OPENING, OTHER -> otherwise;
            case SPLIT, TRANSFER, MOVE -> "";
        };
    }
}
