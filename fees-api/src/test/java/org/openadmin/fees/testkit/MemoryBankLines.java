package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.Fingerprints;
import org.openadmin.fees.spi.imports.ImportedLine;
import org.openadmin.fees.spi.imports.WholeCharges;

/** The imported transactions, and the payments that they become. */
final class MemoryBankLines {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryReturns returns;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final MemoryAuditLog audit;
    private final TreeMap<Integer, Import> imports = new TreeMap<>();
    private final TreeMap<Integer, Line> lines = new TreeMap<>();

    MemoryBankLines(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryReturns returns,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.books = books;
        this.returns = returns;
        this.settings = settings;
        this.now = now;
        this.audit = audit;
    }

    static final class Import {

        final int number;
        final ImportFile file;
        final Instant at;
        final String by;
        boolean undone;

        private Import(int number, ImportFile file, Instant at, String by) {
            this.number = number;
            this.file = file;
            this.at = at;
            this.by = by;
        }
    }

    static final class Line {

        final int number;
        final Import of;
        final ImportedLine bank;
        final int round;
        /** The payment that it became when it was imported. */
        OptionalLong row = OptionalLong.empty();
        /** The payments that it became since, oldest first. */
        final List<Long> claimed = new ArrayList<>();

        boolean sentBack;

        private Line(int number, Import of, ImportedLine bank, int round) {
            this.number = number;
            this.of = of;
            this.bank = bank;
            this.round = round;
        }

        private int payments() {
            return (row.isPresent() ? 1 : 0) + claimed.size();
        }
    }

    Import add(ImportFile file, Actor actor) {
        int number = imports.isEmpty() ? 1 : imports.lastKey() + 1;
        Import added = new Import(number, file, now.get(), actor.name());
        imports.put(number, added);
        return added;
    }

    Line add(Import of, ImportedLine bank) {
        int round = (int) lines.values().stream()
                .filter(each -> each.bank.fingerprint().equals(bank.fingerprint()))
                .count();
        Line added = new Line(lines.isEmpty() ? 1 : lines.lastKey() + 1, of, bank, round);
        lines.put(added.number, added);
        return added;
    }

    Optional<Import> find(int number) {
        return Optional.ofNullable(imports.get(number));
    }

    Optional<Line> line(int number) {
        return Optional.ofNullable(lines.get(number));
    }

    List<Import> newestFirst() {
        return List.copyOf(imports.descendingMap().values());
    }

    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    List<Line> of(Import each) {
        return lines.values().stream().filter(line -> line.of == each).toList();
    }

    /** Whether a transaction of the bank is unclaimed: each payment that it became was voided, and neither returned by the bank nor undone. */
    boolean isOpen(Line line) {
        return line.of.file.kind() == ImportKind.BANK
                && !line.of.undone
                && !line.sentBack
                && Stream.concat(line.row.stream().boxed(), line.claimed.stream())
                        .allMatch(this::isVoided);
    }

    private boolean isVoided(long row) {
        return ledger.correctionOf(row, EntryKind.VOID)
                .filter(voiding -> !returns.isVoidOf(voiding.id()))
                .isPresent();
    }

    long receive(Line line, AccountNumber account, LocalDate day, Actor actor) {
        Money amount = line.bank.amount();
        Money worth = amount.plus(books.balance(account).credit());
        List<Charge> settled = WholeCharges.covered(books.outstanding(account), worth);
        String reference = line.bank.reference();
        PaymentMethod method = line.bank.method(settings.get().imports().method());
        long row =
                ledger.add(JournalRow.of(settled.isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT, amount.negated())
                        .student(ledger.student(account).orElseThrow())
                        .on(day)
                        .named(MemoryWords.payment(settings.get().locale()))
                        .about(settled.stream()
                                .map(Charge::id)
                                .sorted()
                                .map(Object::toString)
                                .collect(Collectors.joining(",")))
                        .receipt(books.nextReceipt())
                        .by(method, reference)
                        .recorded(actor.name(), Optional.of(now.get())));
        settled.forEach(charge -> ledger.settle(charge.id().value(), OptionalLong.of(row)));
        RequestKey key = Fingerprints.paymentKey(line.bank.fingerprint(), line.round, line.payments());
        audit.done(
                AuditedCommand.of(new PaymentRequest(key, actor, account, day, amount, Set.of(), method, reference)),
                Kind.RECEIPT,
                receipt(row).number().value());
        return row;
    }

    Receipt receipt(long row) {
        return books.whole(ledger.row(row).orElseThrow());
    }
}
