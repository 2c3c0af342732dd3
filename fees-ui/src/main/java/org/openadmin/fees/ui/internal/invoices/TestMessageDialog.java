package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a test message through the school's mail server, on another thread, because the server may take its time. */
final class TestMessageDialog {

    private static final Logger LOG = LoggerFactory.getLogger(TestMessageDialog.class);

    private final UserContext context;
    private final OutgoingMail mail;
    private final Executor background;
    private final Dialog dialog = Styles.id("mail-test-dialog", new Dialog());
    private final Paragraph setup = Styles.id("mail-test-setup", Styles.secondaryText(new Paragraph()));
    private final TextField address = Styles.id("mail-test-address", new TextField());
    private final BackgroundTask working = new BackgroundTask("mail-test-progress");
    private final Banner notice = new Banner("mail-test-notice");
    private final Button send = Styles.id("mail-test-send", new Button());

    TestMessageDialog(UserContext context, OutgoingMail mail, Executor background) {
        this.context = context;
        this.mail = mail;
        this.background = background;
        dialog.setHeaderTitle(context.text("mail-test.title"));
        dialog.setWidth("32rem");
        dialog.setMaxWidth("100%");
        address.setLabel(context.text("mail-test.address"));
        address.setWidthFull();
        send.setText(context.text("mail-test.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(e -> send());
        VerticalLayout content = new VerticalLayout(setup, address, working, notice);
        content.setPadding(false);
        dialog.add(content);
        dialog.getFooter()
                .add(
                        Styles.id("mail-test-close", new Button(context.text("mail-test.close"), e -> dialog.close())),
                        send);
    }

    /** Opens the form, with the sender's own address. */
    void open() {
        notice.clear();
        address.setInvalid(false);
        try {
            mail.setup(context.actor()).ifPresent(this::show);
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
        dialog.open();
        address.focus();
    }

    private void show(OutgoingMail.Setup configured) {
        setup.setText(context.text(
                "mail-test.setup",
                configured.host() + ":" + configured.port(),
                context.text(
                        "mail-test.security." + configured.security().name().toLowerCase(Locale.ROOT)),
                configured.from()));
        if (address.isEmpty()) {
            address.setValue(configured.from());
        }
    }

    private void send() {
        notice.clear();
        address.setInvalid(false);
        String to = address.getValue().strip();
        UI ui = UI.getCurrent();
        working.start(context.text("mail-test.working"));
        background.execute(() -> {
            try {
                mail.sendTest(context.actor(), to);
                BackgroundTask.tell(ui, () -> sent(to));
            } catch (RuntimeException e) {
                BackgroundTask.tell(ui, () -> failed(e));
            }
        });
    }

    private void sent(String to) {
        end();
        notice.showSuccess(context.text("mail-test.sent", to));
    }

    private void failed(RuntimeException failure) {
        end();
        if (failure instanceof InvalidInputException) {
            address.setErrorMessage(context.errors().of(failure));
            address.setInvalid(true);
            address.focus();
            return;
        }
        LOG.info("A test message was not sent", failure);
        notice.showProblem(context.errors().of(failure));
    }

    private void end() {
        working.end();
        send.setEnabled(true);
    }
}
