package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.imports.AlreadyImportedException;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportInUseException;
import org.openadmin.fees.api.imports.ImportInUseException.Use;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.imports.NotUnclaimedException;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.imports.UnknownImportException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.BankFile;
import org.openadmin.fees.spi.imports.BankLine;
import org.openadmin.fees.spi.imports.BankOutcomes;
import org.openadmin.fees.spi.imports.CsvTable;
import org.openadmin.fees.spi.imports.Fingerprints;
import org.openadmin.fees.spi.imports.ImportReference;
import org.openadmin.fees.spi.imports.WholeCharges;

/** Imported files and unclaimed money. */
final class MemoryImports implements Imports {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final Supplier<List<AccountBalance>> balances;
    private final MemoryCorrections corrections;
    private final MemoryClosings closings;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final ZoneId zone;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final TreeMap<Integer, Import> imports = new TreeMap<>();
    private final TreeMap<Integer, Line> lines = new TreeMap<>();

    MemoryImports(
            MemoryLedger ledger,
            MemoryBooks books,
            Supplier<List<AccountBalance>> balances,
            MemoryCorrections corrections,
            MemoryClosings closings,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            ZoneId zone,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.books = books;
        this.balances = balances;
        this.corrections = corrections;
        this.closings = closings;
        this.settings = settings;
        this.now = now;
        this.today = today;
        this.zone = zone;
        this.calls = calls;
        this.audit = audit;
    }

    private static final class Import {

        private final int number;
        private final ImportFile file;
        private final Instant at;
        private final String by;
        private boolean undone;

        Import(int number, ImportFile file, Instant at, String by) {
            this.number = number;
            this.file = file;
            this.at = at;
            this.by = by;
        }
    }

    private static final class Line {

        private final int number;
        private final int of;
        private final BankLine bank;
        private final int round;
        private OptionalLong row = OptionalLong.empty();
        private OptionalLong claimed = OptionalLong.empty();
        private boolean sentBack;

        Line(int number, int of, BankLine bank, int round) {
            this.number = number;
            this.of = of;
            this.bank = bank;
            this.round = round;
        }

        boolean isOpen() {
            return row.isEmpty() && claimed.isEmpty() && !sentBack;
        }
    }

    /** The rows of a file whose cells have neither quotation marks nor line breaks. */
    private static CsvTable plain(String text, char separator) {
        List<CsvTable.Cells> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.contains("\"")) {
                return new CsvTable(rows, OptionalInt.of(number));
            }
            if (!line.isEmpty()) {
                rows.add(new CsvTable.Cells(number, List.of(line.split(String.valueOf(separator), -1))));
            }
        }
        return new CsvTable(rows, OptionalInt.empty());
    }

    @Override
    public ImportPreview preview(Actor actor, ImportFile file) {
        query(actor);
        return preview(file, read(file));
    }

    private BankFile read(ImportFile file) {
        return BankFile.read(file, settings.get().imports(), settings.get().currency(), MemoryImports::plain);
    }

    private ImportPreview preview(ImportFile file, BankFile read) {
        Set<String> known = new HashSet<>();
        Optional<Import> earlier = Optional.empty();
        for (Line line : lines.values()) {
            if (!imports.get(line.of).undone
                    && read.lines().stream().anyMatch(each -> each.fingerprint().equals(line.bank.fingerprint()))) {
                known.add(line.bank.fingerprint());
                earlier = Optional.of(imports.get(line.of));
            }
        }
        Map<Money, Optional<AccountNumber>> owing = BankOutcomes.owing(read, balances.get());
        Set<AccountNumber> wanted = new HashSet<>(BankOutcomes.codes(read));
        owing.values().forEach(account -> account.ifPresent(wanted::add));
        Map<AccountNumber, StudentSnapshot> accounts = new HashMap<>();
        wanted.forEach(number -> ledger.student(number)
                .filter(account -> !account.name().isEmpty())
                .ifPresent(account -> accounts.put(number, account)));
        BankOutcomes outcomes = new BankOutcomes(known, accounts, owing, today.get(), closings.lastDay());
        List<ImportProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(outcomes.problems(read.lines()));
        Optional<Import> same = imports.values().stream()
                .filter(each -> !each.undone && each.file.digest().equals(file.digest()))
                .findFirst();
        Optional<Import> last = earlier;
        return new ImportPreview(
                file,
                outcomes.of(read.lines()),
                problems,
                (known.isEmpty() ? Optional.<Import>empty() : same.or(() -> last)).map(this::posted));
    }

    private PostedImport posted(Import each) {
        List<Line> all =
                lines.values().stream().filter(line -> line.of == each.number).toList();
        return new PostedImport(
                new ImportNumber(each.number),
                each.file.kind(),
                each.file.name(),
                all.size(),
                all.stream().map(line -> line.bank.amount()).reduce(books.zero(), Money::plus),
                (int) all.stream().filter(line -> line.row.isPresent()).count(),
                each.undone ? 0 : (int) all.stream().filter(Line::isOpen).count(),
                each.at,
                each.by,
                each.undone);
    }

    @Override
    public PostedImport post(ImportRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return posted(imports.get(
                    calls.command(request, request.key(), request.file().digest(), Integer.class, () -> {
                        int number = record(request);
                        audit.done(command, Kind.IMPORT, number);
                        return number;
                    })));
        });
    }

    private int record(ImportRequest request) {
        BankFile read = read(request.file());
        ImportPreview preview = preview(request.file(), read);
        if (!preview.problems().isEmpty()) {
            throw new ImportRefusedException(preview.problems());
        }
        if (preview.newLines() == 0) {
            throw preview.earlier()
                    .<RuntimeException>map(
                            earlier -> new AlreadyImportedException(earlier, LocalDate.ofInstant(earlier.at(), zone)))
                    .orElseGet(() -> new ImportRefusedException(BankFile.nothingReceived()));
        }
        request.accepted().values().forEach(books::requireKnown);
        int number = imports.isEmpty() ? 1 : imports.lastKey() + 1;
        Map<Line, AccountNumber> paid = new HashMap<>();
        List<Line> added = new ArrayList<>();
        for (int i = 0; i < preview.lines().size(); i++) {
            ImportLine line = preview.lines().get(i);
            BankLine bank = read.lines().get(i);
            if (line.outcome().isNew()) {
                int round = (int) lines.values().stream()
                        .filter(each -> each.bank.fingerprint().equals(bank.fingerprint()))
                        .count();
                Line kept = new Line(lines.isEmpty() ? 1 : lines.lastKey() + 1, number, bank, round);
                lines.put(kept.number, kept);
                added.add(kept);
                (line.outcome() == Outcome.CERTAIN
                                ? line.account().map(StudentSnapshot::number)
                                : Optional.ofNullable(request.accepted().get(line.line())))
                        .ifPresent(account -> paid.put(kept, account));
            }
        }
        imports.put(
                number,
                new Import(number, request.file(), now.get(), request.actor().name()));
        added.stream()
                .filter(paid::containsKey)
                .sorted(Comparator.comparing(line -> line.bank.day()))
                .forEach(line ->
                        line.row = OptionalLong.of(receive(line, paid.get(line), line.bank.day(), request.actor())));
        return number;
    }

    private long receive(Line line, AccountNumber account, LocalDate day, Actor actor) {
        Money amount = line.bank.amount();
        Money worth = amount.plus(books.balance(account).credit());
        List<Charge> settled = WholeCharges.covered(books.outstanding(account), worth);
        String reference = ImportReference.of(line.bank.text());
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
                        .by(settings.get().imports().method(), reference)
                        .recorded(actor.name(), Optional.of(now.get())));
        settled.forEach(charge -> ledger.settle(charge.id().value(), OptionalLong.of(row)));
        RequestKey key = Fingerprints.paymentKey(line.bank.fingerprint(), line.round);
        audit.done(
                AuditedCommand.of(new PaymentRequest(
                        key,
                        actor,
                        account,
                        day,
                        amount,
                        Set.of(),
                        settings.get().imports().method(),
                        reference)),
                Kind.RECEIPT,
                receipt(row).number().value());
        return row;
    }

    private Receipt receipt(long row) {
        return books.whole(ledger.row(row).orElseThrow());
    }

    @Override
    public PostedImport undo(UndoImportRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return posted(imports.get(
                    calls.command(request, request.key(), List.of("undo", request.number()), Integer.class, () -> {
                        undone(request);
                        audit.done(command);
                        return request.number().value();
                    })));
        });
    }

    private void undone(UndoImportRequest request) {
        Import undone = Optional.ofNullable(imports.get(request.number().value()))
                .orElseThrow(() -> new UnknownImportException(request.number()));
        if (undone.undone) {
            throw new ImportInUseException(request.number(), Use.UNDONE, 0);
        }
        List<Line> own =
                lines.values().stream().filter(line -> line.of == undone.number).toList();
        for (Line line : own) {
            if (line.claimed.isPresent()) {
                throw new ImportInUseException(
                        request.number(),
                        Use.CLAIMED,
                        receipt(line.claimed.getAsLong()).number().value());
            }
            if (line.sentBack) {
                throw new ImportInUseException(request.number(), Use.SENT_BACK, line.number);
            }
        }
        List<JournalEntry> rows = own.stream()
                .filter(line -> line.row.isPresent())
                .map(line -> ledger.row(line.row.getAsLong()).orElseThrow())
                .sorted(Comparator.comparing(JournalEntry::id).reversed())
                .toList();
        List<VoidReceipt> voids = rows.stream()
                .map(row -> new VoidReceipt(
                        request.key().derived("void " + row.receipt().orElseThrow()),
                        request.actor(),
                        row.receipt().orElseThrow(),
                        today.get(),
                        request.reason()))
                .toList();
        for (JournalEntry row : rows) {
            if (ledger.correctionOf(row.id(), EntryKind.VOID).isPresent()) {
                throw new ImportInUseException(
                        request.number(),
                        Use.VOIDED,
                        row.receipt().orElseThrow().value());
            }
        }
        for (VoidReceipt voiding : voids) {
            undo(request, voiding);
        }
        voids.forEach(voiding -> audit.done(AuditedCommand.of(voiding)));
        undone.undone = true;
    }

    private void undo(UndoImportRequest request, VoidReceipt voiding) {
        try {
            MemoryCorrections.Decision decision = corrections.decide(voiding);
            decision.correction().otherReceipts().stream().findFirst().ifPresent(other -> {
                throw new ImportInUseException(request.number(), Use.RELIED_ON, other.value());
            });
            decision.rows().get();
        } catch (NotEnoughCreditException | DateNotAllowedException e) {
            throw new ImportInUseException(
                    request.number(), Use.SPENT, voiding.receipt().value());
        }
    }

    @Override
    public Receipt claim(ClaimRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return receipt(calls.command(
                    request, request.key(), List.of("claim", request.line(), request.account()), Long.class, () -> {
                        Line line = open(request.line());
                        books.requireKnown(request.account());
                        LocalDate day = closings.lastDay()
                                .filter(last -> !line.bank.day().isAfter(last))
                                .map(last -> last.plusDays(1))
                                .orElse(line.bank.day());
                        long row = receive(line, request.account(), day, request.actor());
                        line.claimed = OptionalLong.of(row);
                        audit.done(command, Kind.RECEIPT, receipt(row).number().value());
                        return row;
                    }));
        });
    }

    private Line open(BankLineNumber number) {
        return Optional.ofNullable(lines.get(number.value()))
                .filter(line -> line.isOpen() && !imports.get(line.of).undone)
                .orElseThrow(() -> new NotUnclaimedException(number));
    }

    @Override
    public void sendBack(SendBackRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return calls.command(request, request.key(), List.of("back", request.line()), Integer.class, () -> {
                open(request.line()).sentBack = true;
                audit.done(command);
                return request.line().value();
            });
        });
    }

    @Override
    public List<UnclaimedMoney> unclaimed(Actor reader) {
        query(reader);
        return lines.values().stream()
                .filter(line -> line.isOpen() && !imports.get(line.of).undone)
                .sorted(Comparator.comparing((Line line) -> line.bank.day()).thenComparing(line -> line.number))
                .map(line -> new UnclaimedMoney(
                        new BankLineNumber(line.number),
                        new ImportNumber(line.of),
                        line.bank.day(),
                        line.bank.amount(),
                        line.bank.text(),
                        Math.toIntExact(ChronoUnit.DAYS.between(line.bank.day(), today.get()))))
                .toList();
    }

    @Override
    public List<PostedImport> list(Actor reader) {
        query(reader);
        return imports.descendingMap().values().stream().map(this::posted).toList();
    }

    @Override
    public Optional<PostedImport> find(Actor reader, RequestKey key) {
        query(reader);
        return calls.answer(key, Integer.class).map(imports::get).map(this::posted);
    }

    private void query(Actor reader) {
        reader.require(Role.CASHIER);
        calls.query(Imports.class);
    }
}
