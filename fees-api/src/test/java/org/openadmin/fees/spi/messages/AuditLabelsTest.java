package org.openadmin.fees.spi.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.spi.AuditedCommand;

class AuditLabelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void eachOperationOutcomeAndKindHasALabel(String language) {
        AuditLabels labels = new AuditLabels(Locale.forLanguageTag(language));

        assertThat(AuditOperation.values())
                .allSatisfy(each -> assertThat(labels.of(each)).isNotBlank());
        assertThat(AuditOutcome.values())
                .allSatisfy(each -> assertThat(labels.of(each)).isNotBlank());
        assertThat(Kind.values()).allSatisfy(each -> assertThat(labels.of(each)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void eachRefusalHasALabelInAFewWords(String language) {
        AuditLabels labels = new AuditLabels(Locale.forLanguageTag(language));

        assertThat(EveryRefusal.all().filter(each -> !(each instanceof StorageException)))
                .allSatisfy(refusal -> {
                    String word = AuditedCommand.reason(refusal);
                    assertThat(labels.reason(word)).isNotEqualTo(word).hasSizeLessThan(45);
                    assertThat(word).hasSizeLessThanOrEqualTo(64).matches("[a-z-]+");
                });
    }

    @Test
    void theSameKeysAreInBothLanguages() {
        Set<String> english = AuditLabels.TEXTS.in(Locale.ENGLISH).stringPropertyNames();

        assertThat(AuditLabels.TEXTS.in(Locale.FRENCH).stringPropertyNames()).isEqualTo(english);
    }

    @Test
    void aSubjectIsItsKindAndNumber() {
        AuditSubject receipt = new AuditSubject(Kind.RECEIPT, 1234567);

        assertThat(new AuditLabels(Locale.CANADA).of(receipt)).isEqualTo("Receipt 1234567");
        assertThat(new AuditLabels(Locale.CANADA_FRENCH).of(receipt)).isEqualTo("Reçu 1234567");
    }

    @Test
    void aReasonOfALaterVersionIsItsWord() {
        assertThat(new AuditLabels(Locale.CANADA).reason("month-closed")).isEqualTo("month-closed");
    }
}
