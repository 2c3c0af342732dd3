package org.openadmin.fees.api.accounts;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accounts of one family's students, for a parent portal. These methods check no role. The caller must make sure
 * that the numbers are those of the family's own students; nothing about other students is returned.
 */
@ProviderType
public interface FamilyAccounts {

    /**
     * One student's account, as shown to the family.
     *
     * @param outstanding the unsettled charges with their due dates, oldest first
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
     * Returns the accounts of these students, in number order, in a fixed number of queries. Numbers that are neither
     * in the host's records nor in the journal are left out.
     *
     * @param students at most 50 numbers
     * @throws InvalidInputException if there are more
     */
    List<FamilyAccount> of(Collection<? extends AccountNumber> students);

    /**
     * Writes a copy of a receipt of one of these students as a PDF. If old data has the number more than once among
     * these students, the PDF has all of them. Does not close the stream.
     *
     * @throws UnknownReceiptException if none of these students has a receipt with this number, even if another student
     *     does
     * @throws DocumentException if the PDF cannot be created
     */
    void receipt(Collection<? extends AccountNumber> students, ReceiptNumber number, OutputStream out);
}
