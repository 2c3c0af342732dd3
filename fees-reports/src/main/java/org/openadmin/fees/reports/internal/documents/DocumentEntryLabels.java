package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.spi.messages.EntryWords;
import org.openadmin.fees.spi.messages.KindLabels;

/**
 * Describes a row of the journal for readers who do not know the journal: a correction has the name of the row that it corrects.
 */
final class DocumentEntryLabels {

    private final DocumentTexts words;
    private final EntryWords labels;
    private final Map<Long, List<JournalEntry>> settled = new HashMap<>();

    /** @param entries the entries of the account, among which the corrected ones are looked up */
    DocumentEntryLabels(Collection<JournalEntry> entries, DocumentTexts words) {
        this.words = words;
        this.labels = words.entries(entries);
        entries.forEach(entry -> entry.settledBy().ifPresent(by -> settled.computeIfAbsent(by, id -> new ArrayList<>())
                .add(entry)));
    }

    String label(JournalEntry entry) {
        return labels.what(entry);
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
        if (!entry.links().coveredStudent().isEmpty()) {
            remarks.add(entry.links().coveredStudent());
        }
        // a payment's description is a list of row numbers, and the reason of a waiver is confidential
        if (!entry.kind().isReceipt()
                && entry.kind() != EntryKind.WAIVER
                && !entry.description().isEmpty()) {
            remarks.add(entry.description());
        }
        entry.due()
                .filter(due -> !entry.date().equals(Optional.of(due)))
                .ifPresent(due -> remarks.add(words.text("chargeDue", words.shortDate(due))));
        return remarks;
    }

    /** The remarks and the facts of this day: the taxes, that a charge is overdue, how a charge was settled, the charges that a payment settled, and voids. */
    List<String> details(JournalEntry entry, LocalDate today) {
        List<String> story = new ArrayList<>(remarks(entry));
        if (entry.kind() == EntryKind.CHARGE) {
            taxes(entry).ifPresent(story::add);
        }
        String state = labels.datedStateOf(entry, words::shortDate);
        if (!state.isEmpty()) {
            story.add(KindLabels.capitalized(state)
                    + (entry.isOverdue(today) ? ", " + words.state(EntryState.OVERDUE) : ""));
        } else if (entry.kind().isReceipt() && settled.containsKey(entry.id())) {
            story.add(words.text("settles", names(settled.get(entry.id()))));
        }
        return story;
    }

    private Optional<String> taxes(JournalEntry charge) {
        List<Tax> taxes =
                charge.taxes().stream().filter(tax -> !tax.amount().isZero()).toList();
        if (taxes.isEmpty() || charge.subtotal().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(words.amountWithoutCurrency(charge.subtotal().get())
                + taxes.stream()
                        .map(tax -> " + " + words.taxName(tax.name()) + "\u00a0"
                                + words.amountWithoutCurrency(tax.amount()))
                        .collect(Collectors.joining()));
    }

    private static String names(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::name).collect(Collectors.joining("; "));
    }
}
