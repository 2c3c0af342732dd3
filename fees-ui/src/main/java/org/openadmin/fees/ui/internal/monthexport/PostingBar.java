package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * How far the journal is posted to the books, the button that posts up to the end of a month, for administrators, and the list of the
 * postings. Where nothing was ever posted, only administrators see it.
 */
final class PostingBar extends Div {

    private static final Page LATEST = new Page(0, 1);

    private final UserContext context;
    private final transient Postings postings;
    private final transient PostingFiles files;
    private final LocalDate until;
    private final transient Consumer<String> changed;
    private final transient Consumer<RuntimeException> failed;

    /**
     * @param changed receives the sentence to show once something was posted
     * @param failed receives what went wrong with a file
     */
    PostingBar(
            UserContext context,
            Postings postings,
            PostingFiles files,
            YearMonth month,
            Consumer<String> changed,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.postings = postings;
        this.files = files;
        this.changed = changed;
        this.failed = failed;
        until = month.atEndOfMonth().isBefore(context.today()) ? month.atEndOfMonth() : context.today();
        setId("month-posting");
        List<PostingSummary> latest = postings.postings(context.actor(), LATEST);
        boolean may = context.may(Role.BILL) && !month.atDay(1).isAfter(context.today());
        if (latest.isEmpty() && !may) {
            return;
        }
        Div row = Styles.row();
        add(row);
        row.add(Styles.secondaryText(new Span(
                latest.isEmpty()
                        ? context.text("posting.none")
                        : context.text(
                                "posting.last",
                                latest.get(0).number().toString(),
                                context.format(latest.get(0).until())))));
        if (may) {
            row.add(button("posting-open", "posting.post", this::post));
        }
        if (!latest.isEmpty()) {
            row.add(button("postings-open", "posting.list", this::list));
        }
    }

    private Button button(String id, String text, Runnable action) {
        Button button = Styles.id(id, new Button(context.text(text), e -> action.run()));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void post() {
        new PostingDialog(context, postings, until, this::posted).open();
    }

    private void posted(Posting posting) {
        changed.accept(context.text(
                "posting.done",
                posting.number().toString(),
                posting.summary().rows(),
                context.format(posting.summary().until()),
                context.format(posting.summary().debits())));
        list();
    }

    private void list() {
        new PostingsDialog(context, postings, files, failed).open();
    }
}
