package org.openadmin.fees.spi.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;

class RefusalMessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final ValueFormat MARKED = new ValueFormat() {
        @Override
        public String amount(Money amount) {
            return "$" + amount.toPlainString();
        }

        @Override
        public String count(int count) {
            return "#" + count;
        }

        @Override
        public String date(LocalDate date) {
            return "@" + date;
        }

        @Override
        public String month(YearMonth month) {
            return "@" + month;
        }

        @Override
        public String text(String text) {
            return text;
        }
    };

    private final Properties english = RefusalMessages.TEXTS.in(Locale.CANADA);
    private final Properties french = RefusalMessages.TEXTS.in(Locale.CANADA_FRENCH);

    static Stream<FeesException> refusals() {
        return EveryRefusal.all().filter(each -> !(each instanceof InvalidInputException));
    }

    @Test
    void everyRefusalOfTheApiIsAmongThoseTested() throws Exception {
        assertThat(EveryRefusal.types()).hasSizeGreaterThan(20);
        assertThat(EveryRefusal.all().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(EveryRefusal.types());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalHasAWholeSentenceInBothLanguagesOnScreenAndConsole(FeesException refusal) {
        for (Medium medium : Medium.values()) {
            String inEnglish = sentence(Locale.CANADA, medium, refusal);
            String inFrench = sentence(Locale.CANADA_FRENCH, medium, refusal);
            assertThat(inEnglish).endsWith(".").doesNotContain("{1}", "{2}", "null");
            assertThat(inFrench).endsWith(".").doesNotContain("{1}", "{2}", "null", "The ", " is ");
            assertThat(inFrench).isNotEqualTo(inEnglish);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyInputHasAWholeSentenceInBothLanguages(Medium medium) {
        assertThat(EveryRefusal.inputs()).allSatisfy(input -> {
            String inEnglish = sentence(Locale.CANADA, medium, input);
            String inFrench = sentence(Locale.CANADA_FRENCH, medium, input);
            assertThat(inEnglish).endsWith(".");
            assertThat(inFrench).endsWith(".").isNotEqualTo(inEnglish).doesNotContain("The ", " is ");
        });
    }

    /** The log and the console use the same sentence for invalid input, apart from the apostrophe. */
    @Test
    void theConsolesSentenceForAnInputIsThatOfTheException() {
        assertThat(EveryRefusal.inputs()).allSatisfy(input -> assertThat(
                        sentence(Locale.CANADA, Medium.CONSOLE, input).replace('’', '\''))
                .isEqualTo(input.getMessage()));
    }

    @Test
    void everyTextIsThereInBothLanguagesWithTheSameArguments() {
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(new MessageFormat(french.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex());
            assertThat(places(french, key)).as(key).isEqualTo(places(english, key));
        }
    }

    @Test
    void noTextHasTheApostropheThatIsAQuoteInAPattern() {
        assertThat(Stream.concat(english.values().stream(), french.values().stream()))
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> used = new HashSet<>();
        Properties watched = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getProperty(String key) {
                String text = english.getProperty(key);
                if (text != null) {
                    used.add(key);
                }
                return text;
            }
        };
        for (Medium medium : Medium.values()) {
            RefusalMessages messages = new RefusalMessages(watched, medium, MARKED);
            EveryRefusal.all().forEach(messages::of);
        }
        assertThat(used).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    /** Two keys with the same text could diverge later. */
    @Test
    void theConsoleHasATextOfItsOwnOnlyWhereItSaysSomethingElse() {
        for (Properties texts : List.of(english, french)) {
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key + ".console")).as(key).isNotEqualTo(texts.getProperty(key));
            }
        }
    }

    @Test
    void amountsAndCountsAreWrittenAsTheMediumWritesThem() {
        Money ten = Money.of(new BigDecimal("1234.50"), Currency.getInstance("CAD"));
        Money none = Money.zero(Currency.getInstance("CAD"));
        assertThat(sentence(Locale.CANADA, Medium.SCREEN, new NotEnoughMoneyException(ten, none, none)))
                .startsWith("These charges come to $1234.50, so the payment is $1234.50 short. Clear a charge");
        assertThat(sentence(Locale.CANADA, Medium.CONSOLE, new NobodyToChargeException(1500)))
                .isEqualTo(
                        "There is nobody left to charge: #1500 students already have this fee. To charge them again, add --again.");
        assertThat(sentence(Locale.CANADA_FRENCH, Medium.CONSOLE, new NobodyToChargeException(1)))
                .isEqualTo(
                        "Il ne reste personne à qui imputer ces frais\u00a0: 1 élève les a déjà. Pour les lui imputer de nouveau, ajoutez --again.");
    }

    @Test
    void theConsoleNamesTheRowAndTheScreenWhereToLook() {
        FeesException paid = new ChargeSettledException(List.of(new ChargeId(7), new ChargeId(12345)));
        assertThat(sentence(Locale.CANADA, Medium.SCREEN, paid))
                .isEqualTo("#2 charges have already been paid, perhaps at another counter.");
        assertThat(sentence(Locale.CANADA, Medium.CONSOLE, paid))
                .isEqualTo("Charges 7, 12345 have already been paid. No payment was taken.");
        assertThat(sentence(
                        Locale.CANADA, Medium.CONSOLE, new UnknownTaxException(List.of("QST"), List.of("GST", "PST"))))
                .isEqualTo("The tax QST is not configured. Configured: GST, PST.");
    }

    @Test
    void aWrongInputIsNamedOnTheConsoleAndExplainedAtItsField() {
        FeesException month = new InvalidInputException(Field.MONTH, Problem.NOT_A_DATE, "2026-13");
        assertThat(sentence(Locale.CANADA_FRENCH, Medium.CONSOLE, month))
                .isEqualTo("Le mois «\u00a02026-13\u00a0» n’existe pas. Écrivez par exemple 2026-09.");
        assertThat(sentence(Locale.CANADA_FRENCH, Medium.SCREEN, month))
                .isEqualTo("Ce mois n’existe pas. Écrivez par exemple 2026-09.");
        FeesException reason = new InvalidInputException(Field.REASON, Problem.MISSING, "");
        assertThat(sentence(Locale.CANADA_FRENCH, Medium.CONSOLE, reason)).isEqualTo("Le motif manque.");
        assertThat(sentence(Locale.CANADA, Medium.SCREEN, reason)).isEqualTo("Enter a reason, such as Bursary.");
        FeesException number = new InvalidInputException(Field.RECEIPT, Problem.OUT_OF_RANGE, "99999999999");
        assertThat(sentence(Locale.CANADA, Medium.SCREEN, number)).isEqualTo("“99999999999” is not a receipt number.");
    }

    @Test
    void whatTheModuleDoesNotRefuseHasNoSentence() {
        RefusalMessages messages = new RefusalMessages(Locale.CANADA, Medium.SCREEN, MARKED);
        assertThat(messages.of(new IllegalStateException("secret"))).isEmpty();
        assertThat(messages.of(new FeesException("secret") {
                    private static final long serialVersionUID = 1L;
                }))
                .isEmpty();
    }

    @Test
    void whoReadsNeitherLanguageGetsEnglish() {
        assertThat(Arrays.asList(Locale.GERMANY, Locale.ROOT, Locale.UK))
                .allMatch(locale -> RefusalMessages.TEXTS.in(locale) == english);
    }

    private static String sentence(Locale locale, Medium medium, FeesException refusal) {
        return new RefusalMessages(locale, medium, MARKED).of(refusal).orElseThrow();
    }

    private static Set<String> places(Properties texts, String key) {
        return PLACE.matcher(texts.getProperty(key))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }
}
