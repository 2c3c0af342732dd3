package org.openadmin.fees.spi.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;

class KindWordsTest {

    private final Properties english = KindWords.TEXTS.in(Locale.CANADA);
    private final Properties french = KindWords.TEXTS.in(Locale.CANADA_FRENCH);

    @Test
    void everyKindMethodAndOutcomeHasItsWordEverywhereInBothLanguages() {
        for (Properties texts : Set.of(english, french)) {
            for (Medium medium : Medium.values()) {
                KindWords words = new KindWords(texts, medium);
                assertThat(Stream.of(EntryKind.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(EntryKind.values()).map(words::several)).noneMatch(String::isBlank);
                assertThat(Stream.of(PaymentMethod.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(Outcome.values()).map(words::of)).noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void everyWordIsThereInBothLanguagesAndNoneIsLeftOver() {
        Set<String> used = new TreeSet<>();
        Stream.of(EntryKind.values()).map(MessageTexts::key).forEach(kind -> {
            used.add("entry." + kind);
            used.add("entries." + kind);
        });
        Stream.of(PaymentMethod.values()).map(MessageTexts::key).forEach(method -> used.add("method." + method));
        Stream.of(Outcome.values()).map(MessageTexts::key).forEach(outcome -> used.add("outcome." + outcome));
        used.add("outcome.sending.console");

        assertThat(english.stringPropertyNames()).isEqualTo(used);
        assertThat(french.stringPropertyNames()).isEqualTo(used);
    }

    @Test
    void aWordIsThatOfTheLanguageAndTheMedium() {
        assertThat(new KindWords(Locale.CANADA, Medium.SCREEN).of(EntryKind.ON_ACCOUNT))
                .isEqualTo("Payment on account");
        assertThat(new KindWords(Locale.CANADA, Medium.DOCUMENT).several(EntryKind.WAIVER))
                .isEqualTo("Waivers");
        assertThat(new KindWords(Locale.CANADA_FRENCH, Medium.DOCUMENT).of(PaymentMethod.CASH))
                .isEqualTo("Argent comptant");
        assertThat(new KindWords(Locale.CANADA, Medium.SCREEN).of(Outcome.SENDING))
                .isEqualTo("being sent");
        assertThat(new KindWords(Locale.CANADA, Medium.CONSOLE).of(Outcome.SENDING))
                .isEqualTo("being sent when the run stopped: may have arrived");
    }
}
