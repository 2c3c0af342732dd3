package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.internal.mail.MailSettings.Security;
import org.openadmin.fees.spi.InvalidSettingException;

class MailKeysTest {

    private static final String PASSWORD = "s3cr3t-Pa$$";

    @Test
    void withoutAHostThereIsNoMailWhateverElseIsConfigured() {
        assertThat(mail()).isEmpty();
        assertThat(mail("mail.host", "", "mail.from", "nobody", "mail.port", "x"))
                .isEmpty();
    }

    @Test
    void aHostAndAnAddressAreEnough() {
        assertThat(mail("mail.host", "smtp.school.example", "mail.from", "office@school.example"))
                .contains(new MailSettings(
                        "smtp.school.example",
                        587,
                        Security.STARTTLS,
                        Optional.empty(),
                        "office@school.example",
                        Optional.empty(),
                        60,
                        3,
                        Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"starttls,587", "tls,465", "none,25"})
    void eachKindOfSecurityHasItsPort(String security, int port) {
        String host = security.equals("none") ? "localhost" : "smtp.school.example";
        assertThat(good("mail.host", host, "mail.security", security).port()).isEqualTo(port);
        assertThat(good("mail.host", host, "mail.security", security, "mail.port", "2525")
                        .port())
                .isEqualTo(2525);
    }

    @Test
    void everyKeyArrivesWhereItBelongs() {
        MailSettings mail = good(
                "mail.security", "tls",
                "mail.user", "office",
                ".mail.password", PASSWORD,
                "mail.reply-to", "fees+answers@school.example",
                "mail.per-minute", "6000",
                "mail.attempts", "10",
                "mail.blind-copies", "true",
                "mail.families.fr", "homeroom 9F, 10F",
                "mail.subject.en", "Invoice of {date}",
                "mail.text.en", "Hello,\\n\\nsee {students}.\r\nBye",
                "mail.text.fr", "Bonjour");

        assertThat(mail.security()).isEqualTo(Security.TLS);
        assertThat(mail.login().orElseThrow().user()).isEqualTo("office");
        assertThat(mail.login().orElseThrow().password()).isEqualTo(PASSWORD);
        assertThat(mail.replyTo()).contains("fees+answers@school.example");
        assertThat(mail.perMinute()).isEqualTo(6000);
        assertThat(mail.attempts()).isEqualTo(10);
        assertThat(mail.blindCopies()).isTrue();
        assertThat(mail.families()).isEqualTo(Map.of("fr", Audience.Group.parse(GroupKind.HOMEROOM, "9F 10F")));
        assertThat(mail.templates())
                .isEqualTo(Map.of(
                        "en", new MessageTemplate("Invoice of {date}", "Hello,\n\nsee {students}.\nBye"),
                        "fr", new MessageTemplate("", "Bonjour")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail.host|smtp school|name of a server",
                "mail.host|smtp.school.example/25|name of a server",
                "mail.port|0|whole number 1 to 65535",
                "mail.port|65536|whole number 1 to 65535",
                "mail.port|smtp|whole number",
                "mail.security|ssl|none, starttls or tls",
                "mail.security|TLS|none, starttls or tls",
                "mail.security|none|another machine",
                "mail.user||is missing",
                "mail.from||is missing, but mail.host is set",
                "mail.from|office|single e-mail address",
                "mail.from|School <office@school.example>|single e-mail address",
                "mail.from|a@school.example,b@school.example|single e-mail address",
                "mail.from|à@school.example|single e-mail address",
                "mail.reply-to|office@|single e-mail address",
                "mail.per-minute|0|whole number 1 to 6000",
                "mail.per-minute|6001|whole number 1 to 6000",
                "mail.attempts|0|whole number 1 to 10",
                "mail.attempts|11|whole number 1 to 10",
                "mail.subject.en|Invoice of {day}|{day}, but the only placeholders are {contact}, {date}, {dueDate}, {due}, {greeting},"
                        + " {guardian}, {invoices}, {payment}, {school}, {students}, {terms}",
                "mail.families.fr|ninth grade|ninth grade",
                "mail.text.fr|Cher {nom}|{nom}",
            })
    void aWrongValueIsRefusedWithItsKeyAndTheLastGoodConfigurationStays(String key, String value, String expected) {
        Map<String, Object> properties = properties("mail.user", "office", ".mail.password", PASSWORD);
        properties.put(key, value == null ? "" : value);
        ConfiguredSettings settings = new ConfiguredSettings(Map.of());

        settings.read(properties);

        assertThat(settings.rejectionReason()).hasValueSatisfying(refusal -> assertThat(EnglishRefusal.of(refusal))
                .contains(key + " = \"" + (value == null ? "" : value) + "\"")
                .contains(expected));
        assertThat(settings.server()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.user", "mail.subject.en", "mail.text.en", "mail.from", "mail.host"})
    void aControlCharacterIsRefused(String key) {
        Map<String, Object> properties = properties("mail.user", "office", ".mail.password", PASSWORD);
        properties.put(key, "a@b.example\u0007Bcc: c@d.example");

        assertThatThrownBy(() -> new SettingsParser(properties).mail())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(key + " = ");
    }

    @Test
    void aSubjectIsOneLineAndTextsAreNotEndless() {
        assertRefused("mail.subject.en", "a\nBcc: b", "line break");
        assertRefused("mail.subject.en", "a".repeat(201), "longer than 200");
        assertRefused("mail.text.en", "a".repeat(10_001), "longer than 10000");
    }

    @Test
    void nothingGoesToAnotherMachineUnencrypted() {
        String[] login = {"mail.security", "none", "mail.user", "office", ".mail.password", PASSWORD};

        assertThatThrownBy(() -> good(login)).hasMessageContaining("mail.security = \"none\"");
        for (String elsewhere : List.of("smtp.school.example", "10.0.0.5", "127.0.0.1.example", "localhost.example")) {
            assertThatThrownBy(() -> good("mail.host", elsewhere, "mail.security", "none"))
                    .hasMessageContaining("mail.security = \"none\"");
        }
        for (String here : List.of("localhost", "127.0.0.1", "::1")) {
            Map<String, Object> properties = properties(login);
            properties.put("mail.host", here);
            assertThat(new SettingsParser(properties).mail()).isPresent();
        }
    }

    @Test
    void thePasswordIsNeitherPrintedNorInARefusal() {
        SettingsParser file = new SettingsParser(properties("mail.user", "office", ".mail.password", PASSWORD));
        assertThat(file.mail().orElseThrow().login()).isPresent();
        assertThat(file.mail().toString()).contains("office@school.example").doesNotContain(PASSWORD);
        assertThat(file.settings().toString()).doesNotContain("office@school.example", PASSWORD);

        for (String wrong : List.of("mail.user", "mail.port", "mail.security", "mail.from")) {
            Map<String, Object> properties = properties("mail.user", "office", ".mail.password", PASSWORD);
            properties.put(wrong, "?\u0007");
            assertThat(refusal(properties)).contains(wrong).doesNotContain(PASSWORD);
        }
        assertThat(refusal(properties(".mail.password", PASSWORD)))
                .contains("mail.user = \"\"")
                .doesNotContain(PASSWORD);
        assertThat(refusal(properties("mail.user", "office", ".mail.password", PASSWORD + "\u0007")))
                .contains(".mail.password = \"…\"")
                .doesNotContain(PASSWORD);
        assertThat(refusal(properties("mail.user", "office"))).contains(".mail.password = \"\" is missing");
    }

    /** The container does not publish properties whose names start with a dot. */
    @Test
    void theKeyOfThePasswordIsAPrivateOneInTheConfigurationsDescriptionToo() {
        assertThat(Arrays.stream(FeesConfig.class.getDeclaredMethods())
                        .map(method -> method.getName().replace('_', '.').replace("$.$", "-"))
                        .filter(key -> key.toLowerCase().contains("password")))
                .containsExactly(MailKeys.PASSWORD)
                .allMatch(key -> key.startsWith("."));
    }

    @Test
    void aKeyThatMeansNothingIsNamed() {
        assertThat(new SettingsParser(properties(
                                "mail.hots", "x", "mail.password", "x", "mail.text.zz", "x", "mail.text.en", "x"))
                        .unknownKeys())
                .containsExactlyInAnyOrder("mail.hots", "mail.password", "mail.text.zz");
    }

    private static String refusal(Map<String, Object> properties) {
        return EnglishRefusal.of(
                new ConfiguredSettings(properties).rejectionReason().orElseThrow());
    }

    private static void assertRefused(String key, String value, String reason) {
        assertThatThrownBy(() -> good(key, value))
                .extracting(EnglishRefusal::of)
                .asString()
                .contains(reason);
    }

    private static MailSettings good(String... keysAndValues) {
        return new SettingsParser(properties(keysAndValues)).mail().orElseThrow();
    }

    private static Optional<MailSettings> mail(String... keysAndValues) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new SettingsParser(properties).mail();
    }

    /** Returns the properties of a school with a mail server, together with these. */
    private static Map<String, Object> properties(String... keysAndValues) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("mail.host", "smtp.school.example", "mail.from", "office@school.example"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }
}
