package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/**
 * Describes a row of the journal for readers who do not know the journal: a correction has the name of the row that it corrects.
 */
final class DocumentEntryLabels {

    private final DocumentTexts words;
    private final Map<Long, JournalEntry> known = new HashMap<>();
    private final Map<Long, List<JournalEntry>> settled = new HashMap<>();

    /** @param entries the entries of the account, among which the corrected ones are looked up */
    DocumentEntryLabels(Collection<JournalEntry> entries, DocumentTexts words) {
        this.words = words;
        entries.forEach(entry -> {
            known.put(entry.id(), entry);
            entry.settledBy().ifPresent(by -> settled.computeIfAbsent(by, id -> new ArrayList<>())
                    .add(entry));
        });
    }

    String what(JournalEntry entry) {
        return switch (entry.kind()) {
            case CHARGE -> entry.name();
            case PAYMENT -> withReceipt("paid", entry);
            case ON_ACCOUNT -> withReceipt("onAccountPaid", entry);
            case REVERSAL -> corrected("cancelled", entry);
            case WAIVER -> corrected("waived", entry);
            case VOID ->
                find(entry.reverses())
                        .map(payment -> withReceipt("paymentVoided", payment))
                        .orElseGet(() -> words.text("paymentVoided"));
            case REFUND -> words.text("refund");
            case OTHER -> entry.name().isEmpty() ? words.text("otherEntry") : entry.name();
        };
    }

    /**
     * The fee's description, the payment method or the reason of a correction: facts that never change after the day of the
     * entry.
     */
    List<String> remarks(JournalEntry entry) {
        List<String> remarks = new ArrayList<>();
        Stream.of(entry.method().map(words::method).orElse(""), entry.reference())
                .filter(part -> !part.isEmpty())
                .reduce((method, reference) -> method + " " + reference)
                .ifPresent(remarks::add);
        // a payment's description is a list of row numbers
        if (!entry.kind().isReceipt() && !entry.description().isEmpty()) {
            remarks.add(entry.description());
        }
        return remarks;
    }

    /** The remarks and the current facts: the taxes, how a charge was settled, the charges that a payment settled, and voids. */
    List<String> story(JournalEntry entry) {
        List<String> story = new ArrayList<>(remarks(entry));
        switch (entry.kind()) {
            case CHARGE -> {
                taxes(entry).ifPresent(story::add);
                story.add(entry.settledBy().isEmpty() ? words.text("outstanding") : settlement(entry));
            }
            case PAYMENT, ON_ACCOUNT -> {
                if (entry.voidedBy().isPresent()) {
                    story.add(dated("wasVoided", find(entry.voidedBy())));
                } else if (settled.containsKey(entry.id())) {
                    story.add(words.text("settles", names(settled.get(entry.id()))));
                }
            }
            default -> {
                // the remarks of a correction are complete
            }
        }
        return story;
    }

    private String settlement(JournalEntry charge) {
        Optional<JournalEntry> by = find(charge.settledBy());
        EntryKind kind = by.map(JournalEntry::kind).orElse(EntryKind.PAYMENT);
        return switch (kind) {
            case REVERSAL -> dated("wasCancelled", by);
            case WAIVER -> dated("wasWaived", by);
            default ->
                by.flatMap(JournalEntry::receipt)
                        .map(number -> dated("wasPaid", by) + words.text("byReceipt", number.toString()))
                        .orElseGet(() -> dated("wasPaid", by));
        };
    }

    private Optional<String> taxes(JournalEntry charge) {
        List<Tax> taxes =
                charge.taxes().stream().filter(tax -> !tax.amount().isZero()).toList();
        if (taxes.isEmpty() || charge.subtotal().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(words.figure(charge.subtotal().get())
                + taxes.stream()
                        .map(tax -> " + " + tax.name() + "\u00a0" + words.figure(tax.amount()))
                        .collect(Collectors.joining()));
    }

    private String withReceipt(String key, JournalEntry payment) {
        return payment.receipt()
                .map(ReceiptNumber::toString)
                .map(number -> words.text(key + "Receipt", number))
                .orElseGet(() -> words.text(key));
    }

    private String corrected(String key, JournalEntry correction) {
        return find(correction.reverses())
                .map(charge -> words.text(key + "Charge", charge.name()))
                .orElseGet(() -> words.text(key));
    }

    private String dated(String key, Optional<JournalEntry> entry) {
        return entry.flatMap(JournalEntry::date)
                .map(day -> words.text(key + "On", words.shortDate(day)))
                .orElseGet(() -> words.text(key));
    }

    private Optional<JournalEntry> find(OptionalLong id) {
        return id.isPresent() ? Optional.ofNullable(known.get(id.getAsLong())) : Optional.empty();
    }

    private static String names(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::name).collect(Collectors.joining("; "));
    }
}
