package org.openadmin.fees.api.binder;

import java.io.OutputStream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.documents.DocumentException;
import org.osgi.annotation.versioning.ProviderType;

/** Writes the binder of a period as one ZIP file: a PDF/A in the school's language, the same figures as CSV files, and their SHA-256. */
@ProviderType
public interface BinderFiles {

    /** The file with the SHA-256 of each other file, in the form that {@code sha256sum -c} reads. */
    String CHECKSUMS = "SHA256SUMS";

    /**
     * Writes the binder of a period. Nothing is written to the stream before the binder is complete. The stream is not closed. Requires
     * any fees role, see {@link AuditBinder#read}.
     *
     * @return what was written
     * @throws NotAllowedException if the reader has no fees role
     * @throws DateNotAllowedException if the last day is later than the school's day
     * @throws DocumentException if the binder cannot be made or written
     */
    BinderSummary write(Actor reader, BinderPeriod period, OutputStream out);
}
