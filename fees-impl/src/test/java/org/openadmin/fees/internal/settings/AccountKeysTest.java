package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.InvalidSettingException;

class AccountKeysTest {

    @Test
    void everyRowFindsItsAccount() {
        AccountCodes accounts = configured(Map.of(
                        "account.charge", "4000",
                        "account.fee.lab", "4010  Lab fee, \"chemistry\"",
                        "account.waiver", "5100",
                        "account.payment", "1000",
                        "account.on-account", "2100-A",
                        "account.refund", "",
                        "account.method.card", "1030"))
                .current()
                .accounts();

        assertThat(accounts.of(EntryKind.CHARGE, "LAB fee, \"chemistry\"", Optional.empty()))
                .isEqualTo("4010");
        assertThat(accounts.of(EntryKind.CHARGE, "Bus", Optional.empty())).isEqualTo("4000");
        assertThat(accounts.of(EntryKind.REVERSAL, "Lab fee, \"chemistry\"", Optional.empty()))
                .isEqualTo("4010");
        assertThat(accounts.of(EntryKind.WAIVER, "Bus", Optional.empty())).isEqualTo("5100");
        assertThat(accounts.of(EntryKind.PAYMENT, "", Optional.of(PaymentMethod.CARD)))
                .isEqualTo("1030");
        assertThat(accounts.of(EntryKind.PAYMENT, "", Optional.of(PaymentMethod.CASH)))
                .isEqualTo("1000");
        assertThat(accounts.of(EntryKind.ON_ACCOUNT, "", Optional.empty())).isEqualTo("2100-A");
        assertThat(accounts.of(EntryKind.REFUND, "", Optional.of(PaymentMethod.CASH)))
                .isEmpty();
    }

    @Test
    void everyKindAndMethodHasItsKey() {
        Map<String, Object> keys = new HashMap<>();
        EntryKind[] kinds =
                Stream.of(EntryKind.values()).filter(kind -> !kind.rearranges()).toArray(EntryKind[]::new);
        for (EntryKind kind : kinds) {
            keys.put("account." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), "1");
        }
        for (PaymentMethod method : PaymentMethod.values()) {
            keys.put("account.method." + method.keyword(), "2");
        }

        AccountCodes accounts = configured(keys).current().accounts();

        assertThat(accounts.kinds()).containsOnlyKeys(kinds);
        assertThat(accounts.methods()).containsOnlyKeys(PaymentMethod.values());
    }

    @Test
    void whatOnlyRearrangesHasNoAccount() {
        for (String key : List.of("account.split", "account.transfer", "account.xfer", "account.move")) {
            assertThatThrownBy(() -> new SettingsParser(Map.of(key, "4000")).settings())
                    .as(key)
                    .isInstanceOf(InvalidSettingException.class);
        }
    }

    @Test
    void theOtherSideOfAPostingHasItsAccounts() {
        AccountCodes.Books books = configured(Map.of(
                        "account.receivable", "1210",
                        "account.credit", "2210",
                        "account.tax", "2310",
                        "account.tax.PST", "2320",
                        "account.name.1210", "Receivable:School fees"))
                .current()
                .accounts()
                .books();

        assertThat(books.receivable()).isEqualTo("1210");
        assertThat(books.credit()).isEqualTo("2210");
        assertThat(books.ofTax("GST")).isEqualTo("2310");
        assertThat(books.ofTax("pst")).isEqualTo("2320");
        assertThat(books.nameOf("1210")).isEqualTo("Receivable:School fees");
        assertThat(books.nameOf("2210")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account.charge|40 00|without spaces or commas",
                "account.charge|40,00|without spaces or commas",
                "account.charge|=4000|begins with a letter or digit",
                "account.charge|-4000|begins with a letter or digit",
                "account.charge|123456789012345678901234567890123|1 to 32 characters",
                "account.chrage|4000|is not a valid key; use account.charge, account.payment, account.on-account",
                "account.|4000|is not a valid key",
                "account.method.bitcoin|1000|account.method.transfer, account.method.other or account.fee.NAME",
                "account.fee.lab|4010|\"4010 Lab fee\"",
                "account.fee.lab|+4010 Lab fee|begins with a letter or digit",
                "account.receivables|1210|is not a valid key; use account.charge",
                "account.receivable|12 10|without spaces or commas",
                "account.tax.GST|=1|begins with a letter or digit",
                "account.name.12,10|Fees|without spaces or commas",
                "account.name.1210|Fees \"A\"|must be a name of at most 159 characters",
                "account.fee.again|4011 BUS|already has an account under another key",
            })
    void aWrongOneIsRefusedWithItsKeyAndTheLastGoodConfigurationStays(String key, String value, String expected) {
        ConfiguredSettings settings = configured(Map.of("account.charge", "1"));
        Map<String, Object> properties = new HashMap<>(Map.of("account.fee.a", "4011 Bus"));
        properties.put(key, value);

        settings.read(properties);

        assertThat(settings.rejectionReason()).hasValueSatisfying(refusal -> assertThat(EnglishRefusal.of(refusal))
                .contains(key + " = \"" + value + "\"")
                .contains(expected));
        assertThat(settings.current().accounts().kinds()).containsEntry(EntryKind.CHARGE, "1");
    }

    @Test
    void aLineBreakInAFeesNameIsRefused() {
        assertThatThrownBy(() -> new SettingsParser(Map.of("account.fee.a", "4000 Lab\u0007fee")).settings())
                .isInstanceOf(InvalidSettingException.class)
                .extracting(EnglishRefusal::of)
                .asString()
                .contains("in one line");
    }

    private static ConfiguredSettings configured(Map<String, Object> properties) {
        return new ConfiguredSettings(properties);
    }
}
