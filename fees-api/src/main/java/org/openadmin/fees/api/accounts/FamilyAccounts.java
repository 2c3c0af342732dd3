package org.openadmin.fees.api.accounts;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * For a parents' portal: the accounts of a family's own students and of nobody else. The caller vouches that the numbers are the
 * family's; everything here is answered for these numbers alone.
 */
@ProviderType
public interface FamilyAccounts {

    /**
     * What a family sees of one student.
     *
     * @param outstanding the charges that nothing has settled, oldest first
     * @param receipts the latest receipts, newest first, at most 100
     */
    record FamilyAccount(
            StudentSnapshot student, AccountBalance account, List<Charge> outstanding, List<Receipt> receipts) {
        public FamilyAccount {
            outstanding = List.copyOf(outstanding);
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * The accounts of these students in number order, in a fixed number of queries. A number that neither the host nor the journal
     * knows is left out.
     *
     * @param students at most 50 numbers
     * @throws InvalidInputException when there are more
     */
    List<FamilyAccount> of(Collection<StudentNumber> students);

    /**
     * Writes the copy of a receipt of one of these students, as PDF. The stream is not closed.
     *
     * @throws UnknownReceiptException when none of these students has a receipt with this number, even if another student does
     * @throws DocumentException when it cannot be made
     */
    void receipt(Collection<StudentNumber> students, ReceiptNumber number, OutputStream out);
}
