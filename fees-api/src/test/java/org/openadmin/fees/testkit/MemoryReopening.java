package org.openadmin.fees.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;

/**
 * The charges that are outstanding again when a payment is voided: its own, and as many of those settled last as it takes to keep
 * the credit from falling below zero.
 */
record MemoryReopening(List<JournalEntry> charges) {

    /** @param worth the money of the payment, and what its cash was rounded by */
    static MemoryReopening of(JournalEntry payment, Money worth, Money credit, List<JournalEntry> account) {
        List<JournalEntry> payments = account.stream()
                .filter(row -> row.kind() == EntryKind.PAYMENT || row.id() == payment.id())
                .toList();
        List<JournalEntry> settled = account.stream()
                .filter(charge -> payments.stream().anyMatch(by -> isSettledBy(charge, by)))
                .sorted(Comparator.comparing((JournalEntry charge) -> !isSettledBy(charge, payment))
                        .thenComparing(charge -> -charge.settledBy().orElseThrow())
                        .thenComparing(charge -> -charge.id()))
                .toList();
        Money left = credit.minus(worth);
        List<JournalEntry> opened = new ArrayList<>();
        for (JournalEntry charge : settled) {
            if (isSettledBy(charge, payment) || left.isNegative()) {
                opened.add(charge);
                left = left.plus(charge.total());
            }
        }
        if (left.isNegative()) {
            throw new NotEnoughCreditException(credit.minus(left), credit);
        }
        return new MemoryReopening(opened);
    }

    private static boolean isSettledBy(JournalEntry charge, JournalEntry payment) {
        return charge.kind() == EntryKind.CHARGE
                && charge.settledBy().isPresent()
                && charge.settledBy().getAsLong() == payment.id();
    }
}
