package org.openadmin.fees.internal.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.PaymentWriter;
import org.openadmin.fees.internal.ledger.ReceiptVoider;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.ImportedFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports files. Imports, and what becomes of unclaimed money, are recorded one at a time, under the lock of their counter. */
@Component
public final class JpaImports implements Imports {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final PaymentWriter payments;
    private final ReceiptVoider voider;
    private final Clock clock;

    @Activate
    public JpaImports(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference PaymentWriter payments,
            @Reference ReceiptVoider voider,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.payments = payments;
        this.voider = voider;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public ImportPreview preview(Actor actor, ImportFile file) {
        actor.require(Role.CASHIER);
        Settings current = settings.current();
        return preview(file, read(file, current), current);
    }

    private static ImportedFile read(ImportFile file, Settings current) {
        return ImportedFile.read(file, current, new CsvTableReader());
    }

    private ImportPreview preview(ImportFile file, ImportedFile read, Settings current) {
        return transactions.readAtOneMoment(em -> new ImportPreviewQueries(em, current, LocalDate.now(clock))
                .preview(file, read, store(em).taken(read.lines())));
    }

    private PostDecision decision(EntityManager em, Settings current) {
        return new PostDecision(em, current, payments, clock);
    }

    @Override
    public PostedImport post(ImportRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            Settings current = settings.current();
            Optional<PostedImport> answered = transactions.read(em -> answered(em, request));
            if (answered.isPresent()) {
                return answered.get();
            }
            ImportedFile read = read(request.file(), current);
            Set<AccountNumber> accounts = accounts(
                    request, PostDecision.requirePostable(preview(request.file(), read, current), clock.getZone()));
            return audit.once(
                    command,
                    em -> lock(em, accounts),
                    em -> answered(em, request),
                    em -> decision(em, current).post(request, read, accounts),
                    JpaImports::subject);
        });
    }

    private Optional<PostedImport> answered(EntityManager em, ImportRequest request) {
        ImportStore store = store(em);
        Optional<PostedImport> posted = store.find(request.key());
        if (posted.isPresent() && !store.isOf(request.key(), request.file())) {
            throw new RequestKeyReusedException(request.key());
        }
        return posted;
    }

    /** The accounts that get a payment. */
    private static Set<AccountNumber> accounts(ImportRequest request, ImportPreview preview) {
        Set<AccountNumber> accounts = new TreeSet<>(request.accepted().values());
        preview.lines(Outcome.CERTAIN)
                .forEach(line -> accounts.add(line.account().orElseThrow().number()));
        return accounts;
    }

    /** Before anything is read, so that what is read is what was committed before. */
    private void lock(EntityManager em, Set<AccountNumber> accounts) {
        Counter.IMPORT.lock(em);
        new AccountQueries(em, settings.current().currency()).lock(accounts);
    }

    @Override
    public PostedImport undo(UndoImportRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            Set<AccountNumber> accounts = transactions.read(em -> {
                Set<AccountNumber> paid = new TreeSet<>();
                store(em)
                        .payments(request.number())
                        .forEach(payment -> paid.add(AccountNumber.ofJournal(payment.account())));
                return paid;
            });
            return audit.once(
                    command,
                    em -> lock(em, accounts),
                    em -> undone(em, request),
                    em -> new UndoDecision(em, settings.current(), voider, LocalDate.now(clock), now()).undo(request),
                    done -> Optional.empty());
        });
    }

    private Optional<PostedImport> undone(EntityManager em, UndoImportRequest request) {
        Optional<ImportNumber> undone = store(em).undone(request.key());
        if (undone.filter(number -> !number.equals(request.number())).isPresent()) {
            throw new RequestKeyReusedException(request.key());
        }
        return undone.flatMap(store(em)::find);
    }

    @Override
    public List<PostedImport> list(Actor reader) {
        reader.require(Role.CASHIER);
        return transactions.read(em -> store(em).all());
    }

    @Override
    public Optional<PostedImport> find(Actor reader, RequestKey key) {
        reader.require(Role.CASHIER);
        return transactions.read(em -> store(em).find(key));
    }

    @Override
    public List<ReceiptNumber> receipts(Actor reader, ImportNumber number) {
        reader.require(Role.CASHIER);
        return transactions.read(em -> store(em).receipts(number));
    }

    private ImportStore store(EntityManager em) {
        return new ImportStore(em, settings.current().currency());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<AuditSubject> subject(PostedImport posted) {
        return Optional.of(new AuditSubject(Kind.IMPORT, posted.number().value()));
    }
}
