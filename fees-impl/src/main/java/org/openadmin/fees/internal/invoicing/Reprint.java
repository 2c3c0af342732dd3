package org.openadmin.fees.internal.invoicing;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunDigests;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.spi.Settings;

/**
 * Opens the document of a printed run again: from its log, the journal and today's data of the portal, a hundred students at a time.
 * What has changed is looked up before anything is drawn, so the document is nearly always drawn once.
 */
final class Reprint {

    private final InvoiceRun run;
    private final RunDigests first;
    private final Settings current;
    private final InvoiceRunRecorder runs;
    private final FeeAccounts accounts;
    private final Students students;
    private final InvoiceRenderer renderer;

    /** @param first the digests of the first print */
    Reprint(
            InvoiceRun run,
            RunDigests first,
            Settings current,
            InvoiceRunRecorder runs,
            FeeAccounts accounts,
            Students students,
            InvoiceRenderer renderer) {
        this.run = run;
        this.first = first;
        this.current = current;
        this.runs = runs;
        this.accounts = accounts;
        this.students = students;
        this.renderer = renderer;
    }

    /** An invoice of the run, the student of today, and what has changed. */
    private record Now(PrintedInvoice printed, Optional<Student> hostStudent, Optional<DocumentChange> change) {}

    InvoiceReprint write(Progress progress, OutputStream out) {
        PrintChanges changes = changes();
        if (changes.isEmpty()) {
            try (InvoiceDocument document = renderer.begin(run.date(), run.startedAt(), current)) {
                int pages = draw(document, changes, progress);
                if (DocumentDigest.of(document).equals(first.document())) {
                    document.writeTo(out);
                    return new InvoiceReprint(run, pages, List.of());
                }
            }
            // the portal's data may have changed meanwhile
            changes = changes();
            if (changes.isEmpty()) {
                changes.add(DocumentChange.DRAWING);
            }
        }
        try (InvoiceDocument document = renderer.beginAgain(run.date(), current)) {
            int pages = draw(document, changes, progress);
            document.writeTo(out);
            return new InvoiceReprint(run, pages, changes.reasons());
        }
    }

    private PrintChanges changes() {
        PrintChanges changes = new PrintChanges();
        if (!renderer.fingerprint(run.kind(), current).equals(first.settings())) {
            changes.add(DocumentChange.SETTINGS);
        }
        forEachPart(part -> part.forEach(now -> now.change()
                .ifPresent(change -> changes.add(change, now.printed().student()))));
        return changes;
    }

    /** @return the number of pages */
    private int draw(InvoiceDocument document, PrintChanges changes, Progress progress) {
        int[] done = {0};
        forEachPart(part -> {
            if (!progress.at(done[0], run.invoices())) {
                throw new RunCancelledException(run.number());
            }
            document.add(invoices(part, changes));
            done[0] += part.size();
        });
        return document.complete();
    }

    private void forEachPart(Consumer<List<Now>> work) {
        int last = 0;
        for (List<PrintedInvoice> part = part(last); !part.isEmpty(); part = part(last)) {
            ReaderWork.check();
            work.accept(today(part));
            last = part.get(part.size() - 1).order();
        }
    }

    private List<PrintedInvoice> part(int after) {
        return runs.printed(run.number(), after, PrintRun.STUDENTS_PER_PART);
    }

    private List<Now> today(List<PrintedInvoice> part) {
        List<AccountNumber> numbers =
                part.stream().map(printed -> printed.student().number()).toList();
        Map<StudentNumber, Student> atHost = students.find(numbers);
        return part.stream()
                .map(printed -> now(
                        printed,
                        Optional.ofNullable(atHost.get(printed.student().number()))))
                .toList();
    }

    private Now now(PrintedInvoice printed, Optional<Student> hostStudent) {
        String family = renderer.fingerprint(new Invoice(printed.student(), hostStudent, List.of(), printed.credit()));
        return new Now(printed, hostStudent, PrintChanges.of(printed, family, hostStudent.isPresent()));
    }

    private List<Invoice> invoices(List<Now> part, PrintChanges changes) {
        List<ChargeId> ids =
                part.stream().flatMap(now -> now.printed().charges().stream()).toList();
        Map<ChargeId, Charge> charges = charges(ids);
        return part.stream()
                .map(now -> new Invoice(
                        now.printed().student(),
                        now.hostStudent(),
                        now.printed().charges().stream().map(charges::get).toList(),
                        now.printed().credit(),
                        changes.on(now.change()),
                        now.printed().reminder()))
                .toList();
    }

    private Map<ChargeId, Charge> charges(Collection<ChargeId> ids) {
        Map<ChargeId, Charge> charges =
                accounts.charges(ids).stream().collect(Collectors.toMap(Charge::id, Function.identity()));
        ids.stream().filter(id -> !charges.containsKey(id)).findFirst().ifPresent(missing -> {
            throw new DocumentException(
                    DocumentException.Problem.FAILED, "charge " + missing + " is not in the journal any more", null);
        });
        return charges;
    }
}
