package org.openadmin.fees.ui.internal.printing;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one receipt, or its letter, by e-mail, on another thread, because the mail server may take its time. */
final class ReceiptMailDialog {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptMailDialog.class);

    private final UserContext context;
    private final ReceiptMailer mailer;
    private final Executor background;
    private final MailedDocument document;
    private final ReceiptNumber receipt;
    private final boolean copy;
    private final Dialog dialog = Styles.id("receipt-mail-dialog", new Dialog());
    private final TextField addresses = Styles.id("receipt-mail-addresses", new TextField());
    private final BackgroundTask working = new BackgroundTask("receipt-mail-progress");
    private final Banner notice = new Banner("receipt-mail-notice");
    private final Button send;
    private final Button close;
    /** That of the last attempt whose outcome is not known: the same message is not sent twice. */
    private RequestKey key = RequestKey.fresh();

    private String asked = "";
    private boolean out;

    ReceiptMailDialog(
            UserContext context,
            ReceiptMailer mailer,
            Executor background,
            MailedDocument document,
            ReceiptNumber receipt,
            boolean copy,
            Runnable closed) {
        this.context = context;
        this.mailer = mailer;
        this.background = background;
        this.document = document;
        this.receipt = receipt;
        this.copy = copy;
        dialog.setHeaderTitle(context.text(texts(document) + "title", receipt.toString()));
        dialog.setWidth("32rem");
        dialog.setMaxWidth("100%");
        addresses.setLabel(context.text("receipt-mail.addresses"));
        addresses.setHelperText(context.text("receipt-mail.several"));
        addresses.setWidthFull();
        addresses.addKeyPressListener(Key.ENTER, e -> send());
        send = Styles.id("receipt-mail-send", new Button(context.text("receipt-mail.send"), e -> send()));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        close = Styles.id("receipt-mail-close", new Button(context.text("action.close"), e -> dialog.close()));
        VerticalLayout content = new VerticalLayout(addresses, working, notice);
        content.setPadding(false);
        if (copy) {
            content.addComponentAtIndex(
                    1,
                    Styles.id(
                            "receipt-mail-copy",
                            Styles.secondaryText(new Paragraph(context.text("receipt-mail.copy")))));
        }
        dialog.add(content);
        dialog.getFooter().add(close, send);
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened() && out) {
                closed.run();
            }
        });
    }

    /** Where the texts about a document begin. */
    static String texts(MailedDocument document) {
        return switch (document) {
            case RECEIPT -> "receipt-mail.";
            case RETURN_LETTER -> "letter-mail.";
        };
    }

    /** Opens the form, with the family's addresses. */
    void open() {
        try {
            addresses.setValue(String.join(", ", mailer.addresses(context.actor(), receipt)));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
        dialog.open();
        addresses.focus();
    }

    private void send() {
        notice.clear();
        addresses.setInvalid(false);
        send.setEnabled(false);
        addresses.setReadOnly(true);
        String to = addresses.getValue().strip();
        if (!to.equals(asked)) {
            key = RequestKey.fresh();
            asked = to;
        }
        ReceiptMailRequest request = new ReceiptMailRequest(context.actor(), key, document, receipt, to, copy);
        UI ui = UI.getCurrent();
        working.start(context.text("mail-test.working"));
        background.execute(() -> {
            try {
                MailedReceipt sent = mailer.send(request);
                BackgroundTask.tell(ui, () -> ended(sent));
            } catch (RuntimeException e) {
                BackgroundTask.tell(ui, () -> failed(e));
            }
        });
    }

    private void ended(MailedReceipt sent) {
        working.end();
        String to = String.join(", ", sent.addresses());
        if (sent.outcome() == Outcome.NOT_SENT) {
            again();
            notice.showProblem(context.text(texts(document) + "refused", sent.reply()));
            return;
        }
        out = true;
        if (sent.outcome() == Outcome.SENT) {
            String rejected = sent.reply().isEmpty() ? "" : " " + context.text("receipt-mail.partly", sent.reply());
            notice.showSuccess(context.text(texts(document) + "done", to) + rejected);
        } else {
            notice.showProblem(context.text(texts(document) + "unknown", to));
        }
        close.focus();
    }

    private void failed(RuntimeException failure) {
        working.end();
        if (failure instanceof StorageException) {
            // what was recorded is not known: the same key asks for the same message
            addresses.setReadOnly(false);
            send.setEnabled(true);
        } else {
            again();
        }
        if (failure instanceof InvalidInputException) {
            addresses.setErrorMessage(context.errors().of(failure));
            addresses.setInvalid(true);
            addresses.focus();
            return;
        }
        LOG.info("The {} of receipt {} was not e-mailed", document, receipt, failure);
        notice.showProblem(context.errors().of(failure));
    }

    /** The message was certainly not sent: the next attempt is another request. */
    private void again() {
        key = RequestKey.fresh();
        addresses.setReadOnly(false);
        send.setEnabled(true);
    }
}
