package org.openadmin.fees.ui.internal.accounts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.Download;
import org.openadmin.fees.ui.internal.components.EntryLabels;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;

/** The statement of a period, with opening and closing balance; initially this school year. */
final class StatementPanel extends Div {

    private final UserContext context;
    private final AccountDetails.Services services;
    private final AccountNumber student;
    private final Consumer<RuntimeException> failed;
    private final boolean hasSiblings;
    private final DateField from;
    private final DateField to;
    private final Div links = Styles.row();
    private final Div result = AccountDetails.panel();

    StatementPanel(
            UserContext context,
            AccountDetails.Services services,
            AccountNumber student,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.services = services;
        this.student = student;
        this.failed = failed;
        hasSiblings = !services.families().siblings(context.actor(), student).isEmpty();
        from = Styles.id("statement-from", new DateField(context, context.text("account.from")));
        to = Styles.id("statement-to", new DateField(context, context.text("account.to")));
        from.setValue(schoolYear(context.today()));
        List.of(from, to).forEach(field -> {
            field.setWidth("10rem");
            field.addValueChangeListener(e -> read());
        });
        Styles.css("fees-account-links", links);
        Div period = Styles.row(from, to, links);
        Styles.css("fees-stack", this);
        setWidthFull();
        add(period, result);
        read();
    }

    /** The most recent September 1, on or before this day. */
    static LocalDate schoolYear(LocalDate day) {
        LocalDate first = LocalDate.of(day.getYear(), Month.SEPTEMBER, 1);
        return first.isAfter(day) ? first.minusYears(1) : first;
    }

    private void read() {
        links.removeAll();
        result.removeAll();
        request().ifPresent(request -> {
            try {
                show(request, services.statements().statement(request));
            } catch (RuntimeException e) {
                failed.accept(e);
            }
        });
    }

    private Optional<StatementRequest> request() {
        Optional<LocalDate> first = from.read();
        Optional<LocalDate> last = to.read();
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        try {
            to.setInvalid(false);
            return Optional.of(new StatementRequest(context.actor(), student, first.get(), last.get()));
        } catch (InvalidInputException e) {
            to.setErrorMessage(context.text("account.period.backwards"));
            to.setInvalid(true);
            return Optional.empty();
        }
    }

    private void show(StatementRequest request, AccountStatement statement) {
        String file = context.text(
                "account.statement.file",
                String.valueOf(student),
                request.from().toString(),
                request.to().toString());
        PdfLink pdf = new PdfLink(
                context,
                "statement-pdf",
                context.document(
                        context.text("account.statement.pdf"),
                        services.reports().language()),
                file + ".pdf",
                out -> services.reports().statement(request, out),
                failed);
        ListLinks csv = new ListLinks(
                context,
                "statement-csv",
                context.text("account.csv"),
                file + ".csv",
                services.exports().language(),
                (format, out) -> services.exports().statement(request, format, out),
                failed);
        links.add(Styles.secondary(pdf), csv);
        if (hasSiblings) {
            addOfFamily("family-statement-pdf", "account.statement.family", out -> services.reports()
                    .familyStatement(request, out));
            student.student()
                    .ifPresent(child ->
                            addOfFamily("family-invoice-pdf", "account.invoice.family", out -> services.reports()
                                    .familyInvoice(context.actor(), child, out)));
        }
        result.add(balance("statement-opening", "account.opening", request.from(), statement.opening()));
        if (statement.transactions() == 0) {
            result.add(
                    Styles.id("statement-none", Styles.secondaryText(new Span(context.text("account.period.empty")))));
        } else {
            result.add(new EntryGrid(
                    context,
                    "statement-lines",
                    services,
                    EntryGrid.Use.RUNNING,
                    statement.transactions(),
                    page -> EntryGrid.Row.of(
                            context, services.statements().lines(context.actor(), request.period(), page)),
                    failed));
        }
        result.add(balance("statement-closing", "account.closing", request.to(), statement.closing()));
    }

    private void addOfFamily(String id, String key, Download.Content document) {
        links.add(Styles.secondary(new PdfLink(
                context,
                id,
                context.document(context.text(key), services.reports().language()),
                context.text(key + ".file", String.valueOf(student)) + ".pdf",
                document,
                failed)));
    }

    private Div balance(String id, String key, LocalDate day, org.openadmin.fees.api.Money balance) {
        Span amount = Styles.strong(Styles.figure(new Span(EntryLabels.balance(context, balance))));
        Div line = Styles.id(id, Styles.row(new Span(context.text(key, context.format(day))), amount));
        return Styles.css("fees-row-apart", line);
    }
}
