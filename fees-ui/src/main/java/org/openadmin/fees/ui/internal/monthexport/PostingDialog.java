package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.postings.MissingAccount;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingPreview;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to the books: shows what would be posted, and which accounts are missing. Each dialog has one request key, so that it is posted once
 * however often the button is pressed.
 */
final class PostingDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(PostingDialog.class);

    private final UserContext context;
    private final transient Postings postings;
    private final LocalDate until;
    private final transient Consumer<Posting> done;
    private final RequestKey key = RequestKey.fresh();
    private final transient PendingRequest<PostingRequest> pending = new PendingRequest<>();
    private final Banner notice = new Banner("posting-notice");
    private final VerticalLayout content = Styles.stack(new VerticalLayout(notice));
    private final Button apply;

    /** @param done receives the result */
    PostingDialog(UserContext context, Postings postings, LocalDate until, Consumer<Posting> done) {
        this.context = context;
        this.postings = postings;
        this.until = until;
        this.done = done;
        setId("posting-dialog");
        setHeaderTitle(context.text("posting.title"));
        setWidth("36rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        apply = Styles.id("posting-apply", new Button(context.text("posting.apply"), e -> apply()));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        add(content);
        getFooter().add(Styles.id("posting-leave", new Button(context.text("correct.leave"), e -> close())), apply);
        preview();
    }

    private void preview() {
        try {
            PostingPreview preview = postings.preview(context.actor(), until);
            if (preview.rows() == 0) {
                content.add(Styles.id(
                        "posting-nothing", new Paragraph(context.text("posting.nothing", context.format(until)))));
                apply.setEnabled(false);
                return;
            }
            content.add(new Paragraph(context.text("posting.effect", context.format(until))), figures(preview));
            if (!preview.missing().isEmpty()) {
                content.add(missing(preview));
                apply.setEnabled(false);
            }
        } catch (RuntimeException e) {
            LOG.info("What is not posted up to {} is not known", until, e);
            notice.showProblem(context.errors().of(e));
            apply.setEnabled(false);
        }
    }

    private UnorderedList figures(PostingPreview preview) {
        UnorderedList list = Styles.id(
                "posting-figures",
                new UnorderedList(
                        new ListItem(context.text("posting.rows", preview.rows())),
                        new ListItem(context.text(
                                "posting.entries", preview.entries().size())),
                        new ListItem(context.text("posting.debits", context.format(preview.debits())))));
        if (preview.late() > 0) {
            list.add(new ListItem(context.text("posting.late", preview.late())));
        }
        if (preview.undated() > 0) {
            list.add(new ListItem(context.text("posting.undated", preview.undated())));
        }
        return list;
    }

    private VerticalLayout missing(PostingPreview preview) {
        UnorderedList list = Styles.id("posting-missing", new UnorderedList());
        preview.missing().stream().map(MissingAccount::toString).forEach(each -> list.add(new ListItem(each)));
        return Styles.stack(new VerticalLayout(new Paragraph(context.text("posting.missing")), list));
    }

    private void apply() {
        if (!isOpened()) {
            return;
        }
        PostingRequest request = pending.get().orElseGet(() -> new PostingRequest(key, context.actor(), until));
        try {
            Posting posting = postings.post(request);
            pending.answered();
            close();
            done.accept(posting);
        } catch (RuntimeException e) {
            LOG.warn("Nothing was posted up to {}", until, e);
            RuntimeException ofAll = pending.failed(request, e);
            apply.setText(context.text(pending.isPending() ? "correct.again" : "posting.apply"));
            notice.showProblem(
                    pending.isPending()
                            ? context.text("correct.unknown")
                            : context.errors().of(ofAll));
        }
        apply.setEnabled(true);
    }
}
