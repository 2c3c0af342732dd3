package org.openadmin.fees.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** A simple ledger of one student, in cents, as a bookkeeper would keep it. */
final class ModelLedger {

    /** A charge that the payment with this receipt has settled. */
    private record Paid(ReceiptNumber by, long cents) {}

    private final Map<ChargeId, Long> owed = new LinkedHashMap<>();
    private final Map<ChargeId, Paid> paid = new LinkedHashMap<>();
    private final Set<ChargeId> corrected = new HashSet<>();
    private final Map<ReceiptNumber, Long> received = new LinkedHashMap<>();
    private final Set<ReceiptNumber> voided = new HashSet<>();
    private long credit;

    long credit() {
        return credit;
    }

    long outstanding() {
        return total(owed.keySet());
    }

    List<ChargeId> owed() {
        return List.copyOf(owed.keySet());
    }

    /** All charges, including settled and corrected ones. */
    List<ChargeId> charges() {
        List<ChargeId> all = new ArrayList<>(owed.keySet());
        all.addAll(paid.keySet());
        all.addAll(corrected);
        return all;
    }

    List<ReceiptNumber> receipts() {
        return List.copyOf(received.keySet());
    }

    boolean isPaid(ChargeId charge) {
        return paid.containsKey(charge);
    }

    boolean isCorrected(ChargeId charge) {
        return corrected.contains(charge);
    }

    boolean isVoided(ReceiptNumber receipt) {
        return voided.contains(receipt);
    }

    long total(Iterable<ChargeId> charges) {
        long total = 0;
        for (ChargeId charge : charges) {
            total += owed.get(charge);
        }
        return total;
    }

    void charge(ChargeId charge, long cents) {
        owed.put(charge, cents);
    }

    void pay(ReceiptNumber receipt, long cents, List<ChargeId> charges) {
        credit += cents - total(charges);
        charges.forEach(charge -> paid.put(charge, new Paid(receipt, owed.remove(charge))));
        received.put(receipt, cents);
    }

    /** Removes a charge, and returns the amount paid for it. */
    long correct(ChargeId charge) {
        corrected.add(charge);
        Paid was = paid.remove(charge);
        owed.remove(charge);
        credit += was == null ? 0 : was.cents;
        return was == null ? 0 : was.cents;
    }

    void refund(long cents) {
        credit -= cents;
    }

    /** The charges that a void would reopen; none when the credit would still be below zero, and the void is refused. */
    List<ChargeId> openedByVoid(ReceiptNumber receipt) {
        List<ChargeId> opened = new ArrayList<>();
        long left = credit - received.get(receipt);
        List<ChargeId> lastFirst = paid.keySet().stream()
                .sorted(Comparator.comparing(
                                (ChargeId charge) -> !paid.get(charge).by.equals(receipt))
                        .thenComparing(charge -> paid.get(charge).by, Comparator.reverseOrder())
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        for (ChargeId charge : lastFirst) {
            if (left < 0 || paid.get(charge).by.equals(receipt)) {
                left += paid.get(charge).cents;
                opened.add(charge);
            }
        }
        return left < 0 ? List.of() : opened;
    }

    /** Whether the payment can be voided at all. */
    boolean canVoid(ReceiptNumber receipt) {
        long all = paid.values().stream().mapToLong(Paid::cents).sum();
        return credit + all >= received.get(receipt);
    }

    void takeBack(ReceiptNumber receipt, List<ChargeId> opened) {
        voided.add(receipt);
        credit -= received.get(receipt);
        for (ChargeId charge : opened) {
            long cents = paid.remove(charge).cents;
            credit += cents;
            owed.put(charge, cents);
        }
    }
}
