package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.ImportSettings;

class ImportKeysTest {

    @Test
    void theUsualFileHasThreeColumns() {
        assertThat(read(Map.of())).isEqualTo(ImportSettings.usual(Locale.CANADA));
        assertThat(read(Map.of("locale", "fr-CA")).decimal()).isEqualTo(',');
    }

    @Test
    void aSchoolNamesTheColumnsOfItsBank() {
        ImportSettings imports = read(Map.of(
                "import.bank.day", "Posting date",
                "import.bank.amount", "Credit",
                "import.bank.texts", "Payee; Memo;",
                "import.bank.day-format", "M/d/yyyy",
                "import.bank.decimal", ",",
                "import.bank.charset", "windows-1252",
                "import.bank.method", "other"));

        assertThat(imports.day()).isEqualTo("Posting date");
        assertThat(imports.amount()).isEqualTo("Credit");
        assertThat(imports.texts()).containsExactly("Payee", "Memo");
        assertThat(imports.dayFormat()).isEqualTo("M/d/yyyy");
        assertThat(imports.decimal()).isEqualTo(',');
        assertThat(imports.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(imports.method()).isEqualTo(PaymentMethod.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "texts,;,empty",
        "day-format,yy-MM-dd,year",
        "day-format,yyyy-MM,year",
        "day-format,yyyy-MM-dd HH:mm,year",
        "decimal,.5,point",
        "charset,latin,encoding",
        "method,cash,transfer",
        "method,bitcoin,transfer"
    })
    void otherValuesAreRefused(String key, String value, String reason) {
        assertThat(EnglishRefusal.of(catchThrowable(() -> read(Map.of("import.bank." + key, value)))))
                .startsWith("etc/org.openadmin.fees.cfg: import.bank." + key + " = \"" + value + "\"")
                .contains(reason);
    }

    private static ImportSettings read(Map<String, Object> properties) {
        return new SettingsParser(properties).settings().imports();
    }
}
