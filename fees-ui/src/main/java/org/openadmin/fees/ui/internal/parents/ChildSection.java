package org.openadmin.fees.ui.internal.parents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.parents.ChildFees;
import org.openadmin.fees.api.parents.FamilyFees;
import org.openadmin.fees.api.parents.OpenFee;
import org.openadmin.fees.api.parents.ParentDocuments;
import org.openadmin.fees.api.parents.SettledFee;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DueText;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.Styles.Badge;

/** One child: the fees to pay, the documents, what became of the other fees, and the receipts. */
final class ChildSection extends Section {

    private final UserContext context;
    private final FamilyMoney money;
    private final ChildFees child;

    ChildSection(
            UserContext context,
            FamilyMoney money,
            LocalDate day,
            ChildFees child,
            ParentDocuments documents,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.money = money;
        this.child = child;
        StudentSnapshot student = child.student();
        String id = "child-" + student.number();
        setId(id);
        Styles.css("fees-stack", Styles.boxed(this));
        H3 name = Styles.heading(Styles.id(id + "-name", new H3(student.spokenName())));
        getElement().setAttribute("aria-labelledby", id + "-name");
        add(name, facts(student), figures(), owed());
        student.number().student().ifPresent(number -> add(documents(number, day, documents, failed)));
        if (!child.settled().isEmpty()) {
            add(settled());
        }
        if (!child.receipts().isEmpty()) {
            add(new ReceiptList(context, money, child, documents, failed));
        }
    }

    private Div facts(StudentSnapshot student) {
        Div facts = Styles.css("fees-family-facts", new Div());
        if (!child.enrolled()) {
            facts.add(Styles.badge(context.text("my.not-enrolled"), Badge.CONTRAST));
        } else if (!student.grade().isEmpty()) {
            facts.add(Styles.secondaryText(new Span(context.grade(student.grade()))));
        }
        facts.add(Styles.secondaryText(new Span(context.text("my.code", child.payCode()))));
        return facts;
    }

    private Div figures() {
        Div figures = Styles.row();
        figure(figures, "my.due.child", child.due());
        figure(figures, "my.overdue.child", child.overdue());
        figure(figures, "my.later.child", child.later());
        figure(figures, "my.ahead", child.paidAhead());
        return figures;
    }

    private void figure(Div figures, String key, Money amount) {
        if (amount.isPositive()) {
            figures.add(Styles.css("fees-nowrap", new Span(context.text(key, money.format(amount)))));
        }
    }

    private Div owed() {
        Div owed = Styles.css("fees-stack", new Div());
        if (child.open().isEmpty()) {
            owed.add(new Paragraph(context.text("my.owed.none")));
            return owed;
        }
        UnorderedList list = list("owed-" + child.student().number());
        child.open().forEach(fee -> list.add(open(fee)));
        owed.add(heading("my.owed"), list);
        return owed;
    }

    private H4 heading(String key) {
        return Styles.css("fees-small", Styles.css("fees-plain", new H4(context.text(key))));
    }

    private static UnorderedList list(String id) {
        return Styles.css("fees-family-list", Styles.id(id, new UnorderedList()));
    }

    private ListItem open(OpenFee fee) {
        List<Span> facts = new ArrayList<>();
        facts.add(Styles.secondaryText(new Span(DueText.of(context, fee.charge().due()))));
        facts.add(badge(fee));
        ListItem item = item(fee.charge(), facts);
        if (fee.paidAhead().isPositive() && fee.toPay().isPositive()) {
            item.add(Styles.secondaryText(new Paragraph(
                    context.text("my.partly", money.format(fee.paidAhead()), money.format(fee.toPay())))));
        }
        return item;
    }

    private Span badge(OpenFee fee) {
        if (!fee.toPay().isPositive()) {
            return Styles.badge(context.text("my.state.ahead"), Badge.SUCCESS);
        }
        return switch (fee.state()) {
            case OVERDUE -> Styles.badge(context.format(EntryState.OVERDUE), Badge.ERROR);
            case DUE -> Styles.badge(context.text("my.state.due"), Badge.PRIMARY);
            case LATER -> Styles.badge(context.text("my.state.later"), Badge.CONTRAST);
        };
    }

    private ListItem item(Charge charge, List<Span> facts) {
        ListItem item = new ListItem(Styles.css(
                "fees-family-line",
                new Div(
                        new Span(context.name(charge)),
                        Styles.css("fees-nowrap", Styles.css(Styles.DIGITS, new Span(money.format(charge.total())))))));
        if (!charge.description().isEmpty()) {
            item.add(Styles.wrap(Styles.secondaryText(new Paragraph(charge.description()))));
        }
        Div line = Styles.css("fees-family-facts", new Div());
        facts.forEach(line::add);
        item.add(line);
        return item;
    }

    private Div documents(
            StudentNumber number, LocalDate day, ParentDocuments documents, Consumer<RuntimeException> failed) {
        LocalDate from = FamilyFees.schoolYear(day);
        Div links = Styles.row();
        if (child.invoiced().isPositive()) {
            links.add(Styles.secondary(new PdfLink(
                    context,
                    "invoice-" + number,
                    context.text("my.invoice", money.format(child.invoiced())),
                    context.text("my.invoice.file", String.valueOf(number)) + ".pdf",
                    out -> documents.invoice(context.actor(), number, context.locale(), out),
                    failed)));
        }
        links.add(Styles.secondary(new PdfLink(
                context,
                "statement-" + number,
                context.text("my.statement", context.format(from)),
                context.text("my.statement.file", String.valueOf(number)) + ".pdf",
                out -> documents.statement(
                        new StatementRequest(context.actor(), number, from, context.today()), context.locale(), out),
                failed)));
        return links;
    }

    private NativeDetails settled() {
        UnorderedList list = list("settled-" + child.student().number());
        child.settled().forEach(fee -> list.add(item(fee.charge(), List.of(state(fee)))));
        return Styles.css(
                "fees-family-more",
                new NativeDetails(context.text("my.settled", child.settled().size()), list));
    }

    private Span state(SettledFee fee) {
        String state = context.text("my.settled." + fee.state().name().toLowerCase(Locale.ROOT));
        return Styles.badge(
                fee.on().map(day -> state + " " + context.format(day)).orElse(state),
                fee.state() == SettledFee.State.PAID ? Badge.SUCCESS : Badge.CONTRAST);
    }
}
