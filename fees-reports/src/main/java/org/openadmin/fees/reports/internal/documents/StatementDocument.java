package org.openadmin.fees.reports.internal.documents;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Settings;

/** The PDF of the statement of one account. */
final class StatementDocument {

    private final PdfPrinter printer;
    private final Clock clock;

    StatementDocument(PdfPrinter printer, Clock clock) {
        this.printer = printer;
        this.clock = clock;
    }

    /**
     * @param hostStudent the student in the student records, for the address
     * @param payer whose account it is, if it is no student's
     */
    PdfOutput print(
            StudentSnapshot holder,
            Optional<Student> hostStudent,
            Optional<Payer> payer,
            StatementRequest request,
            AccountRows.Reading reading,
            Settings settings) {
        DocumentTexts words = new DocumentTexts(settings, clock.getZone());
        DocumentMetadata about = new DocumentMetadata(
                words.text("statement") + " – " + holder.nameOrNumber(),
                StudentLine.numberName(request.student(), words) + " " + request.student() + ", "
                        + words.date(request.from()) + " – " + words.date(request.to()),
                ZonedDateTime.now(clock));
        return printer.print(
                "account",
                settings,
                about,
                words,
                new AccountRows(words, hostStudent, payer)
                        .statement(holder, request, reading)
                        .iterator());
    }
}
