package org.openadmin.fees.reports.internal.binder;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.binder.BinderCheck;
import org.openadmin.fees.api.binder.BinderContent;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.BinderSummary;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.binder.TieOut;
import org.openadmin.fees.reports.internal.documents.BinderPdf;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the binder to a temporary file first: the database is not kept waiting by a slow reader, and nobody gets half a binder. */
@Component
public final class ZipBinderFiles implements BinderFiles {

    private final AuditBinder binders;
    private final FeesSettings settings;
    private final DocumentSlots slots;
    private final Clock clock;
    private final PdfPrinter printer = new PdfPrinter();

    @Activate
    public ZipBinderFiles(
            @Reference AuditBinder binders,
            @Reference FeesSettings settings,
            @Reference DocumentSlots slots,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.binders = binders;
        this.settings = settings;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    public BinderSummary write(Actor reader, BinderPeriod period, OutputStream out) {
        reader.require(Role.VIEW);
        try (PdfOutput complete = new PdfOutput()) {
            BinderSummary summary = make(reader, period, complete);
            complete.writeTo(out);
            return summary;
        }
    }

    private BinderSummary make(Actor reader, BinderPeriod period, OutputStream out) {
        DocumentSlots.Slot slot = slots.take(reader);
        try {
            return binders.read(reader, period, content -> make(reader, content, out));
        } finally {
            slot.close();
        }
    }

    private BinderSummary make(Actor reader, BinderContent content, OutputStream out) {
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        ZonedDateTime now = ZonedDateTime.now(clock);
        BinderPeriod period = content.period();
        String days = words.shortDate(period.from()) + " – " + words.shortDate(period.to());
        ZipFile zip = new ZipFile(out, now.toInstant());
        try (BinderPdf pdf = new BinderPdf(printer, current, words, days, reader.name(), now)) {
            Binder binder = new Binder(content, zip, pdf, words, current.waivers());
            BinderSummary summary = sections(binder, Money.zero(current.currency()));
            PdfOutput document = pdf.complete();
            zip.add("binder.pdf", document::writeTo);
            zip.end();
            return new BinderSummary(
                    period,
                    summary.tieOut(),
                    summary.receipts(),
                    summary.faults(),
                    content.showsConfidential(),
                    zip.files());
        }
    }

    /** In the order of the pages; the numbers of the files follow it. */
    private BinderSummary sections(Binder binder, Money zero) {
        BinderContent content = binder.content();
        TieOut tieOut = content.tieOut();
        TieOutSection balances = new TieOutSection(binder, tieOut);
        balances.write(content.period().to().equals(LocalDate.now(clock)));
        ReceiptTotals receipts = new ReceiptSection(binder).write();
        new BankSections(binder, zero).write();
        JournalSections journal = new JournalSections(binder, zero);
        BooksSections books = new BooksSections(binder);
        journal.corrections();
        journal.waivers();
        books.refusals();
        journal.collection();
        journal.accounts();
        books.closings();
        books.postings();
        journal.backdated();
        journal.recordedLater();
        balances.writeNow();
        BinderCheck check = books.check();
        return new BinderSummary(
                content.period(),
                tieOut,
                receipts,
                check.own(),
                content.showsConfidential(),
                binder.zip().files());
    }
}
