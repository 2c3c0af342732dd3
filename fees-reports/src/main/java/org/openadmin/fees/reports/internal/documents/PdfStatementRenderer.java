package org.openadmin.fees.reports.internal.documents;

import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.StatementRenderer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws statements with the school's template. */
@Component
public final class PdfStatementRenderer implements StatementRenderer {

    private final StatementDocument document;

    @Activate
    public PdfStatementRenderer(@Reference(target = SchoolClockReference.TARGET) Clock clock) {
        document = new StatementDocument(new PdfPrinter(), clock);
    }

    @Override
    public void draw(
            StudentSnapshot student,
            Optional<Student> hostStudent,
            StatementRequest period,
            Reading reading,
            Settings settings,
            OutputStream out) {
        try (PdfOutput pdf =
                document.print(student, hostStudent, Optional.empty(), period, reading::forEach, settings)) {
            pdf.writeTo(out);
        }
    }
}
