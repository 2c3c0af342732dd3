package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.imports.AlreadyImportedException;
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
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.imports.UnknownImportException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.CsvTable;
import org.openadmin.fees.spi.imports.ImportedFile;
import org.openadmin.fees.spi.imports.LineOutcomes;
import org.openadmin.fees.testkit.MemoryBankLines.Import;
import org.openadmin.fees.testkit.MemoryBankLines.Line;

/** Imported files. */
final class MemoryImports implements Imports {

    private final MemoryLedger ledger;
    private final MemoryBankLines lines;
    private final MemoryBooks books;
    private final Supplier<List<AccountBalance>> balances;
    private final MemoryCorrections corrections;
    private final MemoryClosings closings;
    private final Supplier<Settings> settings;
    private final Supplier<LocalDate> today;
    private final ZoneId zone;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;

    MemoryImports(
            MemoryLedger ledger,
            MemoryBankLines lines,
            MemoryBooks books,
            Supplier<List<AccountBalance>> balances,
            MemoryCorrections corrections,
            MemoryClosings closings,
            Supplier<Settings> settings,
            Supplier<LocalDate> today,
            ZoneId zone,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.lines = lines;
        this.books = books;
        this.balances = balances;
        this.corrections = corrections;
        this.closings = closings;
        this.settings = settings;
        this.today = today;
        this.zone = zone;
        this.calls = calls;
        this.audit = audit;
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

    private ImportedFile read(ImportFile file) {
        return ImportedFile.read(file, settings.get(), MemoryImports::plain);
    }

    private ImportPreview preview(ImportFile file, ImportedFile read) {
        Set<String> known = new HashSet<>();
        Optional<Import> earlier = Optional.empty();
        for (Line line : lines.lines()) {
            if (!line.of.undone
                    && read.lines().stream().anyMatch(each -> each.fingerprint().equals(line.bank.fingerprint()))) {
                known.add(line.bank.fingerprint());
                earlier = Optional.of(line.of);
            }
        }
        Map<Money, Optional<AccountNumber>> owing = LineOutcomes.owing(read, balances.get());
        Set<AccountNumber> wanted = new HashSet<>(LineOutcomes.codes(read));
        owing.values().forEach(account -> account.ifPresent(wanted::add));
        Map<AccountNumber, StudentSnapshot> accounts = new HashMap<>();
        wanted.forEach(number -> ledger.student(number)
                .filter(account -> !account.name().isEmpty())
                .ifPresent(account -> accounts.put(number, account)));
        LineOutcomes outcomes = new LineOutcomes(known, accounts, owing, today.get(), closings.lastDay());
        List<ImportProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(outcomes.problems(read.lines()));
        Optional<Import> same = lines.newestFirst().stream()
                .filter(each -> !each.undone && each.file.digest().equals(file.digest()))
                .findFirst();
        Optional<Import> last = earlier;
        return new ImportPreview(
                file,
                outcomes.of(read.lines()),
                problems,
                (known.isEmpty() ? Optional.<Import>empty() : same.or(() -> last)).map(this::posted));
    }

    private PostedImport posted(int number) {
        return posted(lines.find(number).orElseThrow());
    }

    private PostedImport posted(Import each) {
        List<Line> all = lines.of(each);
        return new PostedImport(
                new ImportNumber(each.number),
                each.file.kind(),
                each.file.name(),
                all.size(),
                all.stream().map(line -> line.bank.amount()).reduce(books.zero(), Money::plus),
                (int) all.stream().filter(line -> line.row.isPresent()).count(),
                (int) all.stream().filter(lines::isOpen).count(),
                each.at,
                each.by,
                each.undone);
    }

    @Override
    public PostedImport post(ImportRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return posted(calls.command(request, request.key(), request.file().digest(), Integer.class, () -> {
                int number = record(request);
                audit.done(command, Kind.IMPORT, number);
                return number;
            }));
        });
    }

    private int record(ImportRequest request) {
        ImportedFile read = read(request.file());
        ImportPreview preview = preview(request.file(), read);
        if (!preview.problems().isEmpty()) {
            throw new ImportRefusedException(preview.problems());
        }
        if (preview.newLines() == 0) {
            throw preview.earlier()
                    .<RuntimeException>map(
                            earlier -> new AlreadyImportedException(earlier, LocalDate.ofInstant(earlier.at(), zone)))
                    .orElseGet(() -> new ImportRefusedException(ImportedFile.nothingReceived()));
        }
        request.accepted().values().forEach(books::requireKnown);
        Import added = lines.add(request.file(), request.actor());
        Map<Line, AccountNumber> paid = new LinkedHashMap<>();
        for (int i = 0; i < preview.lines().size(); i++) {
            ImportLine line = preview.lines().get(i);
            if (line.outcome().isNew()) {
                Line kept = lines.add(added, read.lines().get(i));
                (line.outcome() == Outcome.CERTAIN
                                ? line.account().map(StudentSnapshot::number)
                                : Optional.ofNullable(request.accepted().get(line.line())))
                        .ifPresent(account -> paid.put(kept, account));
            }
        }
        paid.keySet().stream()
                .sorted(Comparator.comparing(line -> line.bank.day()))
                .forEach(line -> line.row =
                        OptionalLong.of(lines.receive(line, paid.get(line), line.bank.day(), request.actor())));
        return added.number;
    }

    @Override
    public PostedImport undo(UndoImportRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return posted(
                    calls.command(request, request.key(), List.of("undo", request.number()), Integer.class, () -> {
                        undone(request);
                        audit.done(command);
                        return request.number().value();
                    }));
        });
    }

    private void undone(UndoImportRequest request) {
        Import undone =
                lines.find(request.number().value()).orElseThrow(() -> new UnknownImportException(request.number()));
        if (undone.undone) {
            throw new ImportInUseException(request.number(), Use.UNDONE, 0);
        }
        List<Line> own = lines.of(undone);
        for (Line line : own) {
            if (!line.claimed.isEmpty()) {
                throw new ImportInUseException(
                        request.number(),
                        Use.CLAIMED,
                        lines.receipt(line.claimed.get(0)).number().value());
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
        } catch (NotEnoughCreditException e) {
            throw new ImportInUseException(
                    request.number(), Use.SPENT, voiding.receipt().value());
        }
    }

    @Override
    public List<PostedImport> list(Actor reader) {
        query(reader);
        return lines.newestFirst().stream().map(this::posted).toList();
    }

    @Override
    public Optional<PostedImport> find(Actor reader, RequestKey key) {
        query(reader);
        return calls.answer(key, Integer.class).map(this::posted);
    }

    @Override
    public List<ReceiptNumber> receipts(Actor reader, ImportNumber number) {
        query(reader);
        return lines.find(number.value()).stream()
                .flatMap(each -> lines.of(each).stream())
                .filter(line -> line.row.isPresent())
                .map(line -> lines.receipt(line.row.getAsLong()).number())
                .sorted()
                .toList();
    }

    private void query(Actor reader) {
        reader.require(Role.CASHIER);
        calls.query(Imports.class);
    }
}
