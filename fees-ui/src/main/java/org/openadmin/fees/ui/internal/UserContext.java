package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.spi.messages.EntryWords;
import org.openadmin.fees.spi.messages.KindLabels;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.TaxNames;
import org.openadmin.fees.ui.internal.i18n.ErrorMessages;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.i18n.MoneyFormat;

/**
 * The user of a page, the page's language, and the current date. Created during a request. The user's roles are read again in
 * each request, because the portal may withdraw a role while a page is open; background work has no request and uses the roles of
 * the latest one.
 */
public final class UserContext {

    private final Messages messages;
    private final MoneyFormat money;
    private volatile Actor latest;
    private final Clock clock;
    private final ErrorMessages errors;
    private final KindLabels kinds;
    private final Supplier<Optional<Settings>> settings;

    private UserContext(Messages messages, Actor actor, Clock clock, Supplier<Optional<Settings>> settings) {
        this.settings = settings;
        this.messages = messages;
        this.latest = actor;
        this.clock = clock;
        money = new MoneyFormat(messages.locale());
        errors = new ErrorMessages(messages, money, this::format, this::format);
        kinds = new KindLabels(messages.locale(), actor.may(Role.BILL) ? Medium.SCREEN : Medium.VIEWER_SCREEN);
    }

    public static UserContext now(Clock clock) {
        return new UserContext(messages(), user(VaadinRequest.getCurrent()), clock, Optional::empty);
    }

    /** For a page that shows taxes or reasons of waivers, by their configured names. */
    public static UserContext now(Clock clock, FeesSettings settings) {
        return new UserContext(
                messages(), user(VaadinRequest.getCurrent()), clock, () -> Optional.of(settings.current()));
    }

    /** The texts in the page's language. */
    public static Messages messages() {
        return Messages.in(language(UI.getCurrent(), VaadinRequest.getCurrent()));
    }

    /** The language that the portal has set for the page; if it has set none, the browser's language. */
    private static Locale language(UI ui, VaadinRequest request) {
        boolean chosen = request.getService().getInstantiator().getI18NProvider() != null
                || !ui.getLocale().equals(Locale.getDefault());
        return chosen ? ui.getLocale() : request.getLocale();
    }

    private static Actor user(VaadinRequest request) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (request.isUserInRole(role.roleName())) {
                roles.add(role);
            }
        }
        Principal principal = request.getUserPrincipal();
        Actor actor = new Actor(principal == null ? "" : principal.getName(), roles);
        // a login with blanks around it, which the actor's name has not, is not that of the parent without them
        if (principal != null && !actor.name().equals(principal.getName())) {
            roles.remove(Role.PARENT);
        }
        return new Actor(actor.name(), roles);
    }

    /** The user with the roles that the portal gives now. */
    public Actor actor() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            latest = user(request);
        }
        return latest;
    }

    public boolean may(Role role) {
        return actor().may(role);
    }

    public Locale locale() {
        return messages.locale();
    }

    public MoneyFormat money() {
        return money;
    }

    public ErrorMessages errors() {
        return errors;
    }

    /** The error message for a user without the role that this page needs. */
    public String notAllowed(Role needed) {
        return errors.of(new NotAllowedException(latest.name(), needed));
    }

    /** The error message for a field without readable input. */
    public String inputError(Field field, Problem problem) {
        return errors.of(new InvalidInputException(field, problem, ""));
    }

    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The grade, such as {@code grade 9}; in French, an ordinal number. */
    public String grade(String grade) {
        return grade.matches("[1-9]\\d?")
                ? text("student.grade", Integer.valueOf(grade))
                : text("student.grade.named", grade);
    }

    /** The text of a link to a document, with the document's language if it is not the page's. */
    public String document(String text, Locale language) {
        boolean french = language.getLanguage().equals("fr");
        return french == locale().getLanguage().equals("fr")
                ? text
                : text(french ? "document.in-french" : "document.in-english", text);
    }

    /** The name of a tax in the user's language, such as {@code TPS} for {@code GST}. */
    public String taxName(String name) {
        return TaxNames.in(locale(), name, settings.get().map(Settings::taxes).orElse(List.of()));
    }

    /** The reason codes of waivers that the school has configured. */
    public WaiverReasons waivers() {
        return settings.get().map(Settings::waivers).orElseGet(WaiverReasons::none);
    }

    /** The description of a row; of a waiver with a reason code, its name first. */
    public String description(JournalEntry row) {
        return Stream.concat(
                        row.reasonCode().map(code -> waivers().name(code, locale())).stream(),
                        Stream.of(row.description()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /**
     * Returns an amount that can change hands in cash.
     *
     * @throws InvalidInputException if there are no coins for it, with the nearest sum as the user writes it
     */
    public Money requirePayable(Money amount, CashRounding cash) {
        try {
            return cash.requirePayable(amount);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.field(), e.problem(), format(amount), format(cash.sum(amount)));
        }
    }

    public String format(Money amount) {
        return money.format(amount);
    }

    /** In French, the first of a month is an ordinal number, which Java's date formats do not support. */
    public String format(LocalDate date) {
        if (date.equals(Dates.UNKNOWN)) {
            return "–";
        }
        String text = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(date);
        return locale().getLanguage().equals("fr") && text.startsWith("1 ") ? "1er" + text.substring(1) : text;
    }

    /** The name of the fee of a charge, such as {@code Lab fee}, or {@code Band trip 2 of 3} for a part. */
    public String name(Charge charge) {
        return kinds.of(charge.name(), charge.part());
    }

    /** The name of the fee of a row, such as {@code Lab fee}, or {@code Band trip 2 of 3} for a part. */
    public String name(JournalEntry charge) {
        return kinds.of(charge.name(), charge.links().part());
    }

    /** The name of a kind of row, such as Payment. */
    public String format(EntryKind kind) {
        return kinds.of(kind);
    }

    public String format(PaymentMethod method) {
        return kinds.of(method);
    }

    /** What became of a row, such as {@code voided}. */
    public String format(EntryState state) {
        return kinds.of(state);
    }

    /** What became of a charge, such as {@code waived}. */
    public String format(ChargeState state) {
        return kinds.of(state);
    }

    /** What became of charges, as the heading of a column. */
    public String heading(ChargeState state) {
        return KindLabels.capitalized(kinds.of(state));
    }

    /** A percentage with one decimal, such as {@code 83.3 %}. */
    public String percent(BigDecimal percent) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(1);
        return text("percent", format.format(percent));
    }

    /** What a row is apart from the name of its fee, such as {@code Payment} or {@code Returned payment}. */
    public String format(JournalEntry row) {
        return kinds.of(row);
    }

    /** What became of a row on a day, such as {@code voided Sep. 8, 2026}. */
    public String format(EntryState state, LocalDate date) {
        return kinds.of(state, format(date));
    }

    /** The rows of one account in messages. */
    public EntryWords entries(Collection<JournalEntry> account) {
        return new EntryWords(kinds, account, Messages::isolated);
    }

    /** One value of a group, such as {@code Grade}. */
    public String format(GroupKind kind) {
        return kinds.of(kind);
    }

    /** Several values of a group, such as {@code Grades}. */
    public String several(GroupKind kind) {
        return kinds.plural(kind);
    }

    /** The state of an invoice run, such as {@code In progress}. */
    public String format(InvoiceRun.State state) {
        return KindLabels.capitalized(kinds.of(state));
    }

    /** How an invoice run delivers its invoices, such as {@code E-mailed}. */
    public String format(InvoiceRun.Channel channel) {
        return KindLabels.capitalized(kinds.of(channel));
    }

    /** The outcome in a run of this kind, such as {@code reminder printed}. */
    public String format(InvoiceRun.Kind kind, InvoiceRun.Outcome outcome) {
        return kinds.of(kind, outcome);
    }

    /** The outcome of an invoice run for one student, such as {@code not sent}. */
    public String format(InvoiceRun.Outcome outcome) {
        return kinds.of(outcome);
    }

    /** What has changed on invoices that are made again, such as {@code guardian or address}. */
    public String format(DocumentChange change) {
        return kinds.of(change);
    }

    /** The month in messages, such as October 2026. */
    public String format(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale()).format(month);
    }

    /** A moment in the school's time zone, such as Sep 8, 2026, 2:03 p.m. */
    public String format(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(clock.getZone())
                .format(moment);
    }

    /** The time of day of a moment in the school's time zone, such as 2:03 p.m. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(clock.getZone())
                .format(moment);
    }

    /** The time until the next day begins at the school. */
    public Duration untilTomorrow() {
        return Duration.between(
                clock.instant(),
                today().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** Today's date at the school. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
