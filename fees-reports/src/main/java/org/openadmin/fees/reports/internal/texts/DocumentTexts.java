package org.openadmin.fees.reports.internal.texts;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.UnaryOperator;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptGap;
import org.openadmin.fees.spi.LocalFormat;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.spi.messages.EntryWords;
import org.openadmin.fees.spi.messages.KindLabels;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.TaxNames;

/**
 * Formats the texts, dates and amounts of one document in the school's language. Not safe for use by several threads.
 */
public final class DocumentTexts {

    /** Shown for values that are missing from old data. */
    public static final String UNKNOWN = "–";

    /** Separates items on one line. */
    public static final String SEPARATOR = "  ·  ";

    private static final String TEXTS = "org.openadmin.fees.reports.texts";

    private final Locale locale;
    private final ResourceBundle texts;
    private final KindLabels kinds;
    private final LocalFormat format;
    private final List<TaxRate> taxes;
    private final DateTimeFormatter times;

    public DocumentTexts(Settings settings, ZoneId zone) {
        locale = settings.locale();
        texts = texts(locale);
        kinds = new KindLabels(locale, Medium.DOCUMENT);
        format = new LocalFormat(locale, settings.currency());
        taxes = settings.taxes();
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
    }

    /** Does not fall back to the language of the machine: an English school may use a French server. */
    public static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                TEXTS,
                locale,
                DocumentTexts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    public ResourceBundle texts() {
        return texts;
    }

    public String text(String key, Object... arguments) {
        String text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** Returns the word for one row of a kind, such as {@code Payment}. */
    public String kind(EntryKind kind) {
        return kinds.of(kind);
    }

    /** The name of the fee of a charge, such as {@code Lab fee}, or {@code Band trip 2 of 3} for a part. */
    public String name(Charge charge) {
        return kinds.of(charge.name(), charge.part());
    }

    /** The name of the fee of a row that is a charge, also of a part. */
    public String name(JournalEntry charge) {
        return kinds.of(charge.name(), charge.links().part());
    }

    /** Returns the word for all rows of a kind, such as {@code Payments}. */
    public String plural(EntryKind kind) {
        return kinds.plural(kind);
    }

    /** Returns the word for a method, such as {@code Cash}. */
    public String method(PaymentMethod method) {
        return kinds.of(method);
    }

    /** Returns the name of a tax, such as {@code TPS} for {@code GST} in French. */
    public String taxName(String name) {
        return TaxNames.in(locale, name, taxes);
    }

    /** Returns what became of a row on a day, such as {@code Voided Sep. 8, 2026}. */
    public String state(EntryState state, LocalDate date) {
        return KindLabels.capitalized(kinds.of(state, shortDate(date)));
    }

    /** Returns the word for a state, such as {@code overdue}. */
    public String state(EntryState state) {
        return kinds.of(state);
    }

    /** Returns the rows of one account in words. */
    public EntryWords entries(Collection<JournalEntry> account) {
        return new EntryWords(kinds, account, UnaryOperator.identity());
    }

    /** Returns a date such as {@code September 8, 2026}. */
    public String date(LocalDate date) {
        return date.equals(Dates.UNKNOWN) ? UNKNOWN : format.date(date);
    }

    /** Returns a date such as {@code Sep. 8, 2026}, for columns. */
    public String shortDate(LocalDate date) {
        return date.equals(Dates.UNKNOWN) ? UNKNOWN : format.shortDate(date);
    }

    /** Returns a sentence on what is missing from the old records of a receipt. */
    public String gap(ReceiptGap gap) {
        return switch (gap.kind()) {
            case STUDENT -> text("gapStudent");
            case DATE -> gap.detail().isEmpty() ? text("gapDate") : text("gapImpossibleDate", gap.detail());
            case TOTAL -> text("gapTotal");
            case CHARGE_STUDENT -> text("gapChargeStudent", gap.charge(), gap.detail());
            case CHARGE_TOTAL -> text("gapChargeTotal", gap.charge(), gap.detail());
        };
    }

    /** Returns a month such as {@code September 2026}. */
    public String month(YearMonth month) {
        return format.month(month);
    }

    /** Such as {@code Grade 9}; French makes an ordinal number of it. */
    public String grade(String grade) {
        if (grade.equals("1")) {
            return text("gradeFirst");
        }
        return text(grade.matches("[1-9]\\d?") ? "grade" : "gradeNamed", grade);
    }

    public String count(int number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Returns the day of a moment by the school's clock. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, times.getZone());
    }

    public String time(Instant instant) {
        return times.format(instant);
    }

    /** Returns the amount without currency, for columns. */
    public String amountWithoutCurrency(Money money) {
        return format.amountWithoutCurrency(money);
    }

    /** Returns the amount with the currency sign, for use outside of columns. */
    public String amount(Money money) {
        return format.amount(money);
    }
}
