package org.openadmin.fees.ui.internal.printing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * What a page needs to send receipts, and the letters about returned payments, by e-mail: the buttons, and the list of the messages with a
 * receipt.
 */
public final class ReceiptMailing {

    private final UserContext context;
    private final ReceiptMailer mailer;
    private final Executor background;

    public ReceiptMailing(UserContext context, ReceiptMailer mailer, Executor background) {
        this.context = context;
        this.mailer = mailer;
        this.background = background;
    }

    /**
     * The button that opens the form; empty if the user may not send receipts, or if no mail server is configured.
     *
     * @param copy whether the receipt is marked as a copy, at the time of the click
     * @param closed runs when the form is closed after a message was sent, or may have been
     */
    public Optional<Button> button(ReceiptNumber receipt, BooleanSupplier copy, Runnable closed) {
        return button("email-receipt", "receipt-mail.open", MailedDocument.RECEIPT, receipt, copy, closed);
    }

    /** The same for the letter about the returned payment of a receipt. */
    public Optional<Button> letterButton(ReceiptNumber receipt, Runnable closed) {
        return button(
                "email-return-letter", "letter-mail.open", MailedDocument.RETURN_LETTER, receipt, () -> false, closed);
    }

    private Optional<Button> button(
            String id,
            String text,
            MailedDocument document,
            ReceiptNumber receipt,
            BooleanSupplier copy,
            Runnable closed) {
        boolean may = context.may(Role.CASHIER) || context.may(Role.BILL);
        if (!may || !mailer.isConfigured()) {
            return Optional.empty();
        }
        return Optional.of(Styles.id(id, new Button(context.text(text), e -> new ReceiptMailDialog(
                        context, mailer, background, document, receipt, copy.getAsBoolean(), closed)
                .open())));
    }

    /** Whether the payer has, or may have, this receipt by e-mail: then another one is a copy. */
    public boolean isOut(ReceiptNumber receipt) {
        return mailer.isOut(context.actor(), receipt);
    }

    /** The messages with this receipt, oldest first; empty if there is none. */
    public Optional<Component> messages(ReceiptNumber receipt) {
        List<MailedReceipt> messages = mailer.messages(context.actor(), receipt);
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        Div list = Styles.id("receipt-messages", new Div());
        messages.forEach(message -> list.add(Styles.wrap(new Div(line(message)))));
        return Optional.of(Styles.secondaryText(list));
    }

    private String line(MailedReceipt message) {
        String what = context.text(
                ReceiptMailDialog.texts(message.document())
                        + message.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                context.format(message.recordedAt()),
                String.join(", ", message.addresses()),
                message.recordedBy());
        return message.reply().isEmpty() ? what : what + " " + message.reply();
    }
}
