package org.openadmin.fees.internal.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts about the database, available also while it is not ready. */
public interface DatabaseInfo {

    record StudentCount(long active, long withdrawn) {}

    /**
     * The facts; those that cannot be read are empty.
     *
     * @param product the server and its version
     * @param url its address, without password
     * @param user the database user of the module
     * @param schemaVersion the number of the last script that ran; 0 when none did
     * @param students the number of students in the view
     * @param unusableStudents the names and numbers of students who are left out because of their numbers
     * @param enrolments the number of rows in the view of enrolments
     * @param rows the number of the journal's rows by the code of their kind; the code is empty in damaged old data
     * @param lastReceipt the last receipt number; 0 when there is none
     */
    record Facts(
            String product,
            String url,
            String user,
            int schemaVersion,
            Optional<StudentCount> students,
            List<String> unusableStudents,
            Optional<Long> enrolments,
            Map<String, Long> rows,
            long lastReceipt) {

        public Facts {
            unusableStudents = List.copyOf(unusableStudents);
        }
    }

    /** Empty when the database does not answer. */
    Optional<Facts> read();
}
