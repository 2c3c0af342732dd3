package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.DocumentSettings.ReceiptPaper;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.TaxRate;

class ConfiguredSettingsTest {

    @Test
    void withoutAnyConfigurationTheDefaultsAreSensible() {
        var settings = configured(Map.of()).current();

        assertThat(settings.school().name()).isEqualTo("School");
        assertThat(settings.currency().getCurrencyCode()).isEqualTo("CAD");
        assertThat(settings.locale()).isEqualTo(Locale.CANADA);
        assertThat(settings.taxes()).isEmpty();
        assertThat(settings.profiles()).isEmpty();
        assertThat(settings.documents().paper()).isEqualTo(Paper.LETTER);
        assertThat(settings.payments()).isEqualTo(PaymentSettings.from(1, Currency.getInstance("CAD")));
        assertThat(settings.dueDays()).isEqualTo(30);
    }

    @Test
    void everyKeyArrivesWhereItBelongs() {
        var settings = configured(Map.ofEntries(
                        Map.entry("school.name", "École St-Jean ⚜ 学校"),
                        Map.entry("school.address1", "12 rue de l’Église"),
                        Map.entry("school.address3", "Saskatoon"),
                        Map.entry("school.contact2", "office@school.example"),
                        Map.entry("school.logo", "/srv/logo.PNG"),
                        Map.entry("school.footer", "Merci"),
                        Map.entry("currency", "EUR"),
                        Map.entry("locale", "fr_CA"),
                        Map.entry("paper", "a4"),
                        Map.entry("receipt.paper", "Roll"),
                        Map.entry("invoice.days", "0"),
                        Map.entry("receipt.first", "1000"),
                        Map.entry("tax2.name", "PST"),
                        Map.entry("tax2.rate", "9.975"),
                        Map.entry("profile.highschool", "grade 9 10  11 12"),
                        Map.entry("profile.rooms", "homeroom: \"Room 12\", 9A")))
                .current();

        assertThat(settings.school().name()).isEqualTo("École St-Jean ⚜ 学校");
        assertThat(settings.school().address()).containsExactly("12 rue de l’Église", "Saskatoon");
        assertThat(settings.school().contact()).containsExactly("office@school.example");
        assertThat(settings.school().logo()).contains(Path.of("/srv/logo.PNG"));
        assertThat(settings.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(settings.locale()).isEqualTo(Locale.CANADA_FRENCH);
        assertThat(settings.documents().paper()).isEqualTo(Paper.A4);
        assertThat(settings.documents().receipts()).isEqualTo(ReceiptPaper.ROLL);
        assertThat(settings.dueDays()).isZero();
        assertThat(settings.payments().firstReceipt()).isEqualTo(1000);
        assertThat(settings.taxes()).containsExactly(new TaxRate("PST", new BigDecimal("9.975")));
        assertThat(settings.profiles().get("highschool").kind()).isEqualTo(GroupKind.GRADE);
        assertThat(settings.profiles().get("highschool").values()).containsExactly("9", "10", "11", "12");
        assertThat(settings.profiles().get("rooms").values()).containsExactly("Room 12", "9A");
    }

    @Test
    void receiptsArePrintedOnPagesUnlessAnotherPaperIsNamed() {
        assertThat(configured(Map.of()).current().documents().receipts()).isEqualTo(ReceiptPaper.PAGE);
        assertThat(configured(Map.of("receipt.paper", "half-page"))
                        .current()
                        .documents()
                        .receipts())
                .isEqualTo(ReceiptPaper.HALF_PAGE);
        var wrong = configured(Map.of("receipt.paper", "80 mm"));
        assertThatThrownBy(wrong::current).hasMessageContaining("receipt.paper").hasMessageContaining("RECEIPT_PAPER");
    }

    @Test
    void cashIsExactUnlessItIsRounded() {
        Currency cad = Currency.getInstance("CAD");
        Money exact = Money.parse("26.22", cad);
        assertThat(configured(Map.of("cash.rounding", ""))
                        .current()
                        .payments()
                        .cash()
                        .sum(exact))
                .isEqualTo(exact);
        PaymentSettings payments =
                configured(Map.of("cash.rounding", "0.05")).current().payments();
        assertThat(payments.rounding(PaymentMethod.CASH).sum(exact)).isEqualTo(Money.parse("26.20", cad));
        assertThat(payments.rounding(PaymentMethod.CARD).sum(exact)).isEqualTo(exact);
    }

    @Test
    void theEarlierKeyOfTheDueDaysCountsWhereTheNewOneIsBlank() {
        assertThat(configured(Map.of("invoice.days", "14")).current().dueDays()).isEqualTo(14);
        assertThat(configured(Map.of("invoice.days", "14", "due.days", ""))
                        .current()
                        .dueDays())
                .isEqualTo(14);
        assertThat(configured(Map.of("invoice.days", "14", "due.days", "0"))
                        .current()
                        .dueDays())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "currency|KWD|two decimals",
                "currency|XXX|two decimals",
                "currency|dollars|ISO code",
                "locale|english|language and country",
                "locale|en-ZZ|language and country",
                "time.zone|Regina|name of a time zone",
                "time.zone|CST|name of a time zone",
                "time.zone|UTC-6|name of a time zone",
                "time.zone|America/Springfield|name of a time zone",
                "paper|legal|letter or a4",
                "invoice.days|-1|whole number 0 to 365",
                "due.days|366|whole number 0 to 365",
                "due.days|soon|whole number",
                "invoice.days|30.5|whole number",
                "invoice.days|4000000000|whole number",
                "receipt.first|0|from 1",
                "cash.rounding|0|above zero and up to 1",
                "cash.rounding|-0.05|above zero",
                "cash.rounding|1.05|up to 1",
                "cash.rounding|0.025|such as 0.05",
                "cash.rounding|5 cents|such as 0.05",
                "account.rounding|a b|must be an account",
                "school.logo|logo.gif|.png",
                "tax1.rate|five|percentage",
                "tax1.rate|5,5|percentage",
                "tax1.rate|101|percentage",
                "tax1.rate|-5|percentage",
                "tax1.rate|1.23456|at most 4 decimals",
                "tax1.rate||percentage",
                "tax1.name|G ST|without spaces or commas",
                "tax1.name|G,ST|without spaces or commas",
                "tax1.name|ABCDEFGHIJKLMNOPQ|1 to 16",
                "tax1.name||is missing",
                "tax2.name|gst|two taxes",
                "profile.high|grades 9 10|must be grade",
                "profile.high|grade|must be grade",
            })
    void aWrongValueIsRefusedWithItsKeyAndWhatIsExpected(String key, String value, String expected) {
        var properties = new HashMap<String, Object>(Map.of("tax1.name", "GST", "tax1.rate", "5"));
        properties.put(key, value == null ? "" : value);
        var settings = configured(Map.of("school.name", "Good"));
        var good = settings.current();

        settings.read(properties);

        assertThat(settings.current()).isSameAs(good);
        assertThat(settings.rejectionReason()).hasValueSatisfying(refusal -> assertThat(EnglishRefusal.of(refusal))
                .contains(key + " = \"" + (value == null ? "" : value) + "\"")
                .contains(expected));
    }

    @Test
    void theTimeZoneIsTheSchoolsOwnIfItIsGiven() {
        assertThat(configured(Map.of("time.zone", "america/regina")).configured())
                .contains(ZoneId.of("America/Regina"));
        assertThat(configured(Map.of("time.zone", "")).configured()).isEmpty();
        assertThat(configured(Map.of("time.zone", "America/Regina", "paper", "a5"))
                        .configured())
                .as("nothing of a refused file is in force")
                .isEmpty();
    }

    @Test
    void aGoodConfigurationAfterARefusalIsInForceAtOnce() {
        var settings = configured(Map.of("currency", "KWD"));
        assertThatThrownBy(settings::current)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("currency");

        settings.read(Map.of("currency", "USD"));

        assertThat(settings.current().currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(settings.rejectionReason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tax5.name", "tax1.rat", "School.name", "taxes"})
    void aKeyThatMeansNothingIsNamed(String key) {
        assertThat(new SettingsParser(Map.of(key, "x")).unknownKeys()).containsExactly(key);
    }

    @Test
    void keysThatTheContainerAddsAreNotUnknown() {
        var file = new SettingsParser(Map.of(
                "service.pid", "org.openadmin.fees",
                "component.id", 7L,
                "felix.fileinstall.filename", "file:etc/org.openadmin.fees.cfg",
                "account.chg", "4000",
                "profile.highschool", "grade 9"));

        assertThat(file.unknownKeys()).isEmpty();
    }

    @Test
    void theShippedFileIsGoodAndSoAreItsExamples() throws IOException {
        var shipped = Files.readString(Path.of("src/main/resources/config/org.openadmin.fees.cfg"));
        var examples = shipped.replaceAll("(?m)^#(?=[a-z]*[0-9]?\\.)", "");

        for (var text : List.of(shipped, examples)) {
            var properties = new Properties();
            properties.load(new StringReader(text));
            var map = new HashMap<String, Object>();
            properties.forEach((key, value) -> map.put(key.toString(), value));
            var file = new SettingsParser(map);

            assertThat(file.settings().school().name()).isEqualTo("School");
            assertThat(file.zone())
                    .isEqualTo(Optional.ofNullable(map.get("time.zone"))
                            .map(String::valueOf)
                            .map(ZoneId::of));
            assertThat(file.unknownKeys()).isEmpty();
        }
        assertThat(Stream.of(
                        "tax1.rate",
                        "time.zone",
                        "profile.",
                        "school.logo",
                        "school.number1",
                        "message.fr",
                        "account.fee.",
                        "mail.from"))
                .allMatch(examples::contains);
    }

    private static ConfiguredSettings configured(Map<String, Object> properties) {
        return new ConfiguredSettings(properties);
    }
}
