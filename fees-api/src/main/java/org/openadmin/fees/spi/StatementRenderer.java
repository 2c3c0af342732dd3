package org.openadmin.fees.spi;

import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.students.Student;
import org.osgi.annotation.versioning.ProviderType;

/** Draws the statement of a student. It makes no decisions and stores nothing: the pages show exactly the data passed in. */
@ProviderType
public interface StatementRenderer {

    /** Passes on the transactions of the period, oldest first, some at a time; at least once, without lines if there are none. */
    interface Reading {
        void forEach(Consumer<AccountLines> each);
    }

    /**
     * Writes the statement as a PDF. Nothing is written to the stream until the PDF is complete. The stream is not closed.
     *
     * @param hostStudent the student in the student records, for the address
     * @param settings language, paper and letterhead
     * @throws DocumentException if the PDF cannot be created
     */
    void draw(
            StudentSnapshot student,
            Optional<Student> hostStudent,
            StatementRequest period,
            Reading reading,
            Settings settings,
            OutputStream out);
}
