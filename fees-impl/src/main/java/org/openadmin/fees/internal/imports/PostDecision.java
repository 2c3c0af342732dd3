package org.openadmin.fees.internal.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.imports.AlreadyImportedException;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.internal.imports.ImportStore.Taken;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.PaymentWriter;
import org.openadmin.fees.internal.ledger.PaymentWriter.Received;
import org.openadmin.fees.internal.ledger.PaymentWriter.Written;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.Fingerprints;
import org.openadmin.fees.spi.imports.ImportedFile;
import org.openadmin.fees.spi.imports.ImportedLine;

/** Imports what is new in a file. The accounts that get a payment must be locked. */
final class PostDecision {

    private final EntityManager em;
    private final Settings settings;
    private final PaymentWriter payments;
    private final Clock clock;
    private final ImportStore store;
    private final ImportPreviewQueries queries;

    PostDecision(EntityManager em, Settings settings, PaymentWriter payments, Clock clock) {
        this.em = em;
        this.settings = settings;
        this.payments = payments;
        this.clock = clock;
        store = new ImportStore(em, settings.currency());
        queries = new ImportPreviewQueries(em, settings, LocalDate.now(clock));
    }

    /** @param zone the school's time zone */
    static ImportPreview requirePostable(ImportPreview preview, ZoneId zone) {
        if (!preview.problems().isEmpty()) {
            throw new ImportRefusedException(preview.problems());
        }
        if (preview.newLines() == 0) {
            throw preview.earlier()
                    .<RuntimeException>map(
                            earlier -> new AlreadyImportedException(earlier, LocalDate.ofInstant(earlier.at(), zone)))
                    .orElseGet(() -> new ImportRefusedException(ImportedFile.nothingReceived()));
        }
        return preview;
    }

    /** @param locked the accounts that may get a payment */
    PostedImport post(ImportRequest request, ImportedFile read, Set<AccountNumber> locked) {
        Map<String, Taken> taken = store.taken(read.lines());
        ImportPreview preview = requirePostable(queries.preview(request.file(), read, taken), clock.getZone());
        requireExisting(request);
        List<ImportedLine> lines = new ArrayList<>();
        List<Received> received = new ArrayList<>();
        Map<RequestKey, String> fingerprints = new HashMap<>();
        for (int i = 0; i < preview.lines().size(); i++) {
            ImportLine line = preview.lines().get(i);
            ImportedLine bank = read.lines().get(i);
            if (!line.outcome().isNew()) {
                continue;
            }
            lines.add(bank);
            int round = taken.getOrDefault(bank.fingerprint(), Taken.NEVER).rounds();
            account(request, line).ifPresent(account -> {
                Received payment = received(bank, round, account);
                fingerprints.put(payment.key(), bank.fingerprint());
                received.add(payment);
            });
        }
        if (!received.stream().map(Received::account).allMatch(locked::contains)) {
            throw new IllegalStateException("An account was added while the file was read");
        }
        received.sort(Comparator.comparing(Received::date));
        Map<String, Integer> rows = new HashMap<>();
        for (Written written : payments.write(em, request.actor(), received)) {
            rows.put(fingerprints.get(written.payment().key()), written.row());
        }
        Money total = lines.stream().map(ImportedLine::amount).reduce(Money.zero(settings.currency()), Money::plus);
        int number = store.add(request, lines, total, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.addLines(number, lines, taken, rows);
        lines.stream().map(ImportedLine::day).min(Comparator.naturalOrder()).ifPresent(day -> new ClosedPeriod(em)
                .requireStillOpen(day));
        return store.find(new ImportNumber(number)).orElseThrow();
    }

    private void requireExisting(ImportRequest request) {
        Set<AccountNumber> accepted = new TreeSet<>(request.accepted().values());
        accepted.removeAll(queries.existing(accepted).keySet());
        if (!accepted.isEmpty()) {
            throw new UnknownStudentException(List.copyOf(accepted));
        }
    }

    private static Optional<AccountNumber> account(ImportRequest request, ImportLine line) {
        return line.outcome() == Outcome.CERTAIN
                ? Optional.of(line.account().orElseThrow().number())
                : Optional.ofNullable(request.accepted().get(line.line()));
    }

    private Received received(ImportedLine line, int round, AccountNumber account) {
        return new Received(
                Fingerprints.paymentKey(line.fingerprint(), round, 0),
                account,
                line.day(),
                line.amount(),
                line.method(settings.imports().method()),
                line.reference());
    }
}
