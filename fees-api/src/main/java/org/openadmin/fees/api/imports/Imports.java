package org.openadmin.fees.api.imports;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports files. A line is imported at most once, whatever is uploaded again: a transaction of the bank in OFX is recognized by its account
 * and its id; in CSV a line is recognized by all that is recorded of it, and by how many equal ones precede it in the file.
 */
@ProviderType
public interface Imports {

    /**
     * Reads a file and returns what its import would do. Nothing is stored. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     */
    ImportPreview preview(Actor actor, ImportFile file);

    /**
     * Imports a file once for each request key: all its new transactions or none. Each with the pay code of an account, each suggestion
     * that the request accepts, and each line of a file of payments becomes a payment of its day with a receipt number. It settles the charges that it and the credit
     * cover in full, the earliest due first; the rest is on account. All others become unclaimed money. The same key again
     * changes nothing and returns the same import. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws ImportRefusedException if anything in the file is wrong
     * @throws AlreadyImportedException if nothing in the file is new
     * @throws UnknownStudentException if an accepted account does not exist
     * @throws RequestKeyReusedException if the key was used for another file
     * @throws StorageException if the database did not respond
     */
    PostedImport post(ImportRequest request);

    /**
     * Undoes an import: voids its receipts, whose numbers are kept, on the school's day, and takes its unclaimed money out of the list. The
     * same file can be imported again afterwards. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownImportException if there is no such import
     * @throws ImportInUseException if it was undone, one of its receipts was voided or returned, voiding it would open a charge that another
     *     receipt paid or need money that was paid back, or some of its unclaimed money was assigned or sent back
     * @throws RequestKeyReusedException if the key was used for another import
     */
    PostedImport undo(UndoImportRequest request);

    /**
     * The imports, newest first. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    List<PostedImport> list(Actor reader);

    /**
     * The import that a request with this key posted. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    Optional<PostedImport> find(Actor reader, RequestKey key);

    /**
     * The receipts that an import made when it was posted, smallest number first, including those that were voided since; empty if there is no
     * such import. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    List<ReceiptNumber> receipts(Actor reader, ImportNumber number);
}
