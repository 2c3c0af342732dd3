package org.openadmin.fees.api.parents;

import java.io.OutputStream;
import java.util.Locale;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.NothingDueException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The documents of a parent's own children as PDF. A student who is not the parent's child is refused like one who does not exist. Nothing is
 * written to the stream until the document is complete, and no method closes its stream.
 *
 * <p>Statements and invoices are addressed to the child's parents, without the guardian and the postal address in the student records: they may be
 * those of the other parent.
 *
 * <p>The language is English or French; any other is that of the school.
 */
@ProviderType
public interface ParentDocuments {

    /**
     * Writes the statement of a child: the same as the office's.
     *
     * @param request the actor is the parent
     * @throws NotAllowedException if the user does not have the role {@code fees-parent}
     * @throws UnknownStudentException if the student is not a child of the user
     * @throws DocumentException if the PDF cannot be created
     */
    void statement(StatementRequest request, Locale language, OutputStream out);

    /**
     * Writes the invoice of a child, dated today: the same as the office would e-mail today. It is not recorded as an invoice run.
     *
     * @throws NotAllowedException if the user does not have the role {@code fees-parent}
     * @throws UnknownStudentException if the student is not a child of the user
     * @throws NothingDueException if the child would get no invoice today
     * @throws DocumentException if the PDF cannot be created
     */
    void invoice(Actor parent, StudentNumber child, Locale language, OutputStream out);

    /**
     * Writes a copy of a receipt. One for several students is whole if all of them are the parent's children; otherwise it is the part of those
     * who are.
     *
     * @throws NotAllowedException if the user does not have the role {@code fees-parent}
     * @throws UnknownReceiptException if none of the user's children has a receipt with this number, even if another student does
     * @throws DocumentException if the PDF cannot be created
     */
    void receipt(Actor parent, ReceiptNumber number, Locale language, OutputStream out);
}
