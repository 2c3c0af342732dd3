package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.NotSplitException;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.corrections.PartsNotOpenException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.spi.ChargeShares;
import org.openadmin.fees.spi.ChargeShares.Share;

/** The rows of charges that are split, and of parts that are put together. */
final class MemorySplits {

    private final MemoryLedger ledger;
    /** The parts of each split, in number order. */
    private final List<List<Long>> splits = new ArrayList<>();

    MemorySplits(MemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** The parts that a charge would be split into. */
    List<SplitPart> parts(JournalEntry charge, PartPlan plan, LocalDate date) {
        LocalDate whole = charge.due().orElse(date);
        LocalDate earliest = whole.isBefore(date) ? whole : date;
        List<LocalDate> due = plan.days(whole);
        due.stream().filter(earliest::isAfter).findFirst().ifPresent(day -> {
            throw new DateNotAllowedException(Limit.DUE_BEFORE_CHARGE, day, earliest);
        });
        return parts(charge, plan.totals(charge.total()), due);
    }

    /** The part that stays, and the part that is waived. */
    List<SplitPart> parts(JournalEntry charge, Money waived) {
        LocalDate due = charge.due().orElse(MemoryBooks.day(charge));
        return parts(charge, List.of(charge.total().minus(waived), waived), Collections.nCopies(2, due));
    }

    static List<SplitPart> parts(JournalEntry charge, List<Money> totals, List<LocalDate> due) {
        List<Tax> taxes = charge.taxes();
        List<Share> shares =
                ChargeShares.of(charge.total(), taxes.stream().map(Tax::amount).toList(), totals);
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new SplitPart(
                        Optional.empty(),
                        Optional.of(new ChargePart(i + 1, shares.size())),
                        due.get(i),
                        shares.get(i).subtotal(),
                        IntStream.range(0, taxes.size())
                                .mapToObj(tax -> new Tax(
                                        taxes.get(tax).name(),
                                        shares.get(i).taxes().get(tax)))
                                .toList(),
                        shares.get(i).total()))
                .toList();
    }

    /**
     * Adds the rows of a split.
     *
     * @param row a new row of the act, of this kind and total
     */
    List<SplitPart> split(JournalEntry charge, List<SplitPart> parts, NewRow row) {
        settle(charge, row);
        List<SplitPart> made =
                parts.stream().map(part -> add(charge, charge.id(), part, row)).toList();
        splits.add(made.stream().map(part -> part.id().orElseThrow().value()).toList());
        return made;
    }

    /** The parts of the same charge, all of which are outstanding. */
    List<JournalEntry> openParts(PutTogether request) {
        long id = request.charge().value();
        List<JournalEntry> all = splits.stream()
                .filter(parts -> parts.contains(id))
                .findFirst()
                .orElseThrow(() -> new NotSplitException(request.charge()))
                .stream()
                .flatMap(part -> ledger.row(part).stream())
                .toList();
        List<ChargeId> settled = all.stream()
                .filter(part -> !part.isOutstanding())
                .map(part -> new ChargeId(part.id()))
                .toList();
        if (!settled.isEmpty()) {
            throw new PartsNotOpenException(settled);
        }
        return all;
    }

    /** The charge that these parts become again. */
    SplitPart again(List<JournalEntry> parts) {
        JournalEntry whole = origin(parts.get(0));
        return new SplitPart(
                Optional.empty(),
                whole.links().part(),
                whole.due().orElse(MemoryBooks.day(whole)),
                whole.taxes().stream().map(Tax::amount).reduce(whole.total(), Money::minus),
                whole.taxes(),
                whole.total());
    }

    SplitPart putTogether(List<JournalEntry> parts, ChargeId named, NewRow row) {
        parts.forEach(part -> settle(part, row));
        return add(origin(parts.get(0)), named.value(), again(parts), row);
    }

    private JournalEntry origin(JournalEntry part) {
        return ledger.row(part.links().origin().orElseThrow()).orElseThrow();
    }

    private void settle(JournalEntry charge, NewRow row) {
        long split = ledger.add(row.of(EntryKind.SPLIT, charge.total().negated())
                .student(charge.student().orElseThrow())
                .named(charge.name())
                .origin(charge.id()));
        ledger.settle(charge.id(), OptionalLong.of(split));
    }

    private SplitPart add(JournalEntry charge, long origin, SplitPart part, NewRow row) {
        JournalRow added = row.of(EntryKind.CHARGE, part.total())
                .student(charge.student().orElseThrow())
                .named(charge.name())
                .about(charge.description())
                .subtotal(part.subtotal())
                .due(part.due())
                .origin(origin);
        part.part().ifPresent(which -> added.part(which.number(), which.count()));
        part.taxes().forEach(added::tax);
        return new SplitPart(
                Optional.of(new ChargeId(ledger.add(added))),
                part.part(),
                part.due(),
                part.subtotal(),
                part.taxes(),
                part.total());
    }

    /** A charge and the parts that it was split into, and these in their turn. */
    Stream<JournalEntry> withParts(JournalEntry charge) {
        return Stream.concat(
                Stream.of(charge),
                ledger.rows(charge.student().orElseThrow().number()).stream()
                        .filter(row -> row.kind() == EntryKind.CHARGE)
                        .filter(row -> row.links().origin().equals(OptionalLong.of(charge.id())))
                        .flatMap(this::withParts));
    }

    /** Whether a charge was not reversed or, if it was split, any of its parts was not. */
    boolean isNotReversed(JournalEntry charge) {
        return withParts(charge)
                .filter(each -> each.settledBy().stream()
                        .mapToObj(ledger::row)
                        .flatMap(Optional::stream)
                        .noneMatch(by -> by.kind() == EntryKind.SPLIT))
                .anyMatch(each ->
                        ledger.correctionOf(each.id(), EntryKind.REVERSAL).isEmpty());
    }

    /** A new row of an act. */
    interface NewRow {
        JournalRow of(EntryKind kind, Money total);
    }
}
