package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.students.Audience;

/**
 * The configuration in force: {@code etc/org.openadmin.fees.cfg}, without its mail server.
 *
 * @param locale the school's language and country, used in documents and in the texts of the journal
 * @param taxes up to four taxes, in their order; their rates depend on the day, see {@link #taxesOn}
 * @param profiles the named groups, by name
 * @param payments the settings of the counter
 * @param documents the settings of the documents
 * @param accounts the accounts of the accounting system, for the export
 * @param dueDays a charge is due so many days after its date unless the assessment or the predefined fee says otherwise
 * @param repeatDays a second charge of the same fee to the same student within so many days is probably a mistake
 * @param till the settings of the drawers and deposits
 * @param returns the settings of returned payments
 * @param reminders the settings of the reminders
 * @param imports how the bank's files are read
 * @param waivers the reason codes of waivers
 */
public record Settings(
        School school,
        Currency currency,
        Locale locale,
        List<TaxRate> taxes,
        Map<String, Audience.Group> profiles,
        PaymentSettings payments,
        DocumentSettings documents,
        AccountCodes accounts,
        int dueDays,
        int repeatDays,
        TillSettings till,
        ReturnSettings returns,
        ReminderSettings reminders,
        ImportSettings imports,
        WaiverReasons waivers) {

    private static final int USUAL_DUE_DAYS = 30;
    private static final int USUAL_REPEAT_DAYS = 28;

    public Settings {
        taxes = List.copyOf(taxes);
        profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    }

    /** Settings with the usual number of days until a charge is due, and between two charges of the same fee. */
    public Settings(
            School school,
            Currency currency,
            Locale locale,
            List<TaxRate> taxes,
            Map<String, Audience.Group> profiles,
            PaymentSettings payments,
            DocumentSettings documents,
            AccountCodes accounts) {
        this(
                school,
                currency,
                locale,
                taxes,
                profiles,
                payments,
                documents,
                accounts,
                USUAL_DUE_DAYS,
                USUAL_REPEAT_DAYS,
                TillSettings.of(currency),
                ReturnSettings.none(),
                ReminderSettings.usual(),
                ImportSettings.usual(locale),
                WaiverReasons.none());
    }

    /** The same settings with another number of days between two charges of the same fee. */
    public Settings withRepeatDays(int days) {
        return with(parts -> parts.repeatDays = days);
    }

    /** The same settings with another number of days until a charge is due. */
    public Settings withDueDays(int days) {
        return with(parts -> parts.dueDays = days);
    }

    /** The same settings with others of the drawers and deposits. */
    public Settings withTill(TillSettings other) {
        return with(parts -> parts.till = other);
    }

    /** The same settings with others of returned payments. */
    public Settings withReturns(ReturnSettings other) {
        return with(parts -> parts.returns = other);
    }

    /** The same settings with others of the reminders. */
    public Settings withReminders(ReminderSettings others) {
        return with(parts -> parts.reminders = others);
    }

    /** The same settings with other columns of the bank's files. */
    public Settings withImports(ImportSettings others) {
        return with(parts -> parts.imports = others);
    }

    /** The same settings with other reason codes of waivers. */
    public Settings withWaivers(WaiverReasons others) {
        return with(parts -> parts.waivers = others);
    }

    /** The same settings, in which every cashier may sell predefined fees. */
    public Settings withCashiersSelling() {
        return with(parts -> parts.payments = new PaymentSettings(
                payments.firstReceipt(), payments.confirmAbove(), payments.printAtOnce(), payments.cash(), true));
    }

    /** The same settings with another rounding of cash. */
    public Settings withCashRounding(CashRounding cash) {
        return with(parts -> parts.payments = new PaymentSettings(
                payments.firstReceipt(),
                payments.confirmAbove(),
                payments.printAtOnce(),
                cash,
                payments.cashiersSell()));
    }

    /** The same settings with other accounts. */
    public Settings withAccounts(AccountCodes others) {
        return with(parts -> parts.accounts = others);
    }

    /** The same settings with other taxes. */
    public Settings withTaxes(List<TaxRate> others) {
        return with(parts -> parts.taxes = others);
    }

    /** The same settings with documents in another language; unchanged if there is none. */
    public Settings inLanguage(Optional<Locale> language) {
        return language.map(other -> with(parts -> parts.locale = new Locale(other.getLanguage(), locale.getCountry())))
                .orElse(this);
    }

    private Settings with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new Settings(
                school,
                currency,
                parts.locale,
                parts.taxes,
                profiles,
                parts.payments,
                documents,
                parts.accounts,
                parts.dueDays,
                parts.repeatDays,
                parts.till,
                parts.returns,
                parts.reminders,
                parts.imports,
                parts.waivers);
    }

    /** What can be changed in a copy. */
    private static final class Parts {

        private Locale locale;
        private List<TaxRate> taxes;
        private PaymentSettings payments;
        private AccountCodes accounts;
        private int dueDays;
        private int repeatDays;
        private TillSettings till;
        private ReturnSettings returns;
        private ReminderSettings reminders;
        private ImportSettings imports;
        private WaiverReasons waivers;

        Parts(Settings of) {
            locale = of.locale;
            taxes = of.taxes;
            payments = of.payments;
            accounts = of.accounts;
            dueDays = of.dueDays;
            repeatDays = of.repeatDays;
            till = of.till;
            returns = of.returns;
            reminders = of.reminders;
            imports = of.imports;
            waivers = of.waivers;
        }
    }

    /** The taxes with the rates of charges of this date, in their order. */
    public List<TaxRate> taxesOn(LocalDate date) {
        return taxes.stream().map(tax -> tax.on(date)).toList();
    }

    /** The language of documents: French if it is the school's language, otherwise English. */
    public Locale documentLanguage() {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return french ? Locale.FRENCH : Locale.ENGLISH;
    }

    /** The short names of the taxes, in their order. */
    public List<String> taxNames() {
        return taxes.stream().map(TaxRate::name).toList();
    }
}
