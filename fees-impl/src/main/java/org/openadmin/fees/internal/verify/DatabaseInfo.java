package org.openadmin.fees.internal.verify;

import java.util.Map;
import java.util.Optional;

/** What can be said of the database, also while it is not ready. */
public interface DatabaseInfo {

    /**
     * The facts. What cannot be found out is empty.
     *
     * @param product the server and its version
     * @param url its address, without password
     * @param user who the module is there
     * @param schemaVersion the last script that ran; 0 when none did
     * @param students how many the host's view has, active and withdrawn
     * @param enrolments how many students in sections the host's view has
     * @param rows the journal's rows by kind
     * @param lastReceipt the last receipt number; 0 when there is none
     */
    record Facts(
            String product,
            String url,
            String user,
            int schemaVersion,
            Optional<String> students,
            Optional<Long> enrolments,
            Map<String, Long> rows,
            long lastReceipt) {}

    /** Empty when the database does not answer. */
    Optional<Facts> read();
}
