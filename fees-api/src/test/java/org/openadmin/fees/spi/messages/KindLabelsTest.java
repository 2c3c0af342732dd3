package org.openadmin.fees.spi.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.GroupKind;

class KindLabelsTest {

    private final Properties english = KindLabels.TEXTS.in(Locale.CANADA);
    private final Properties french = KindLabels.TEXTS.in(Locale.CANADA_FRENCH);

    @Test
    void everyKindAndStateHasItsWordEverywhereInBothLanguages() {
        for (Properties texts : Set.of(english, french)) {
            for (Medium medium : Medium.values()) {
                KindLabels words = new KindLabels(texts, medium);
                assertThat(Stream.of(EntryKind.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(EntryKind.values()).map(words::plural)).noneMatch(String::isBlank);
                assertThat(Stream.of(PaymentMethod.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(Outcome.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(State.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(Channel.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(Kind.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(DocumentChange.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(EntryState.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(GroupKind.values()).map(words::of)).noneMatch(String::isBlank);
                assertThat(Stream.of(GroupKind.values()).map(words::plural)).noneMatch(String::isBlank);
                assertThat(words.unnamed()).isNotBlank();
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
        used.addAll(Set.of("outcome.sending.console", "outcome.invoiced.reminders", "outcome.unmade.reminders"));
        used.addAll(Set.of(
                "entry.waiver.confidential",
                "corrected.waiver.confidential",
                "state.waived.confidential",
                "state.covered.confidential"));
        Stream.of(State.values()).map(MessageTexts::key).forEach(state -> used.add("run." + state));
        Stream.of(Channel.values()).map(MessageTexts::key).forEach(channel -> used.add("channel." + channel));
        Stream.of(Kind.values()).map(MessageTexts::key).forEach(kind -> used.add("kind." + kind));
        Stream.of(DocumentChange.values()).map(MessageTexts::key).forEach(change -> used.add("change." + change));
        Stream.of(EntryState.values()).map(MessageTexts::key).forEach(state -> used.add("state." + state));
        Stream.of(GroupKind.values()).map(MessageTexts::key).forEach(kind -> {
            used.add("group." + kind);
            used.add("groups." + kind);
        });
        used.add("entry.void.returned");
        used.addAll(Set.of("corrected.takeback", "corrected.takeback.confidential"));
        used.addAll(Set.of("corrected.split", "corrected.transfer", "part"));
        used.addAll(Set.of("entry.transfer.confidential", "corrected.transfer.confidential"));
        used.addAll(Set.of("entry.unnamed", "corrected.reversal", "corrected.waiver", "state.dated", "with-receipt"));

        assertThat(english.stringPropertyNames()).isEqualTo(used);
        assertThat(french.stringPropertyNames()).isEqualTo(used);
    }

    @Test
    void aTextTakesItsChargeDateAndReceiptInBothLanguages() {
        KindLabels words = new KindLabels(Locale.CANADA, Medium.SCREEN);
        KindLabels mots = new KindLabels(Locale.CANADA_FRENCH, Medium.SCREEN);

        assertThat(words.of(EntryKind.REVERSAL, "Bob’s {0} fee")).isEqualTo("Reversed: Bob’s {0} fee");
        assertThat(mots.of(EntryKind.WAIVER, "Lab fee")).isEqualTo("Frais annulés par dispense\u00a0: Lab fee");
        assertThat(words.of(EntryState.VOIDED, "Sep. 8, 2026")).isEqualTo("voided Sep. 8, 2026");
        assertThat(mots.of(EntryState.PAID, "8 sept. 2026")).isEqualTo("payés le 8 sept. 2026");
        assertThat(words.withReceipt("paid", Optional.of(new ReceiptNumber(1234))))
                .isEqualTo("paid, receipt 1234");
        assertThat(words.withReceipt("paid", Optional.empty())).isEqualTo("paid");
    }

    @Test
    void aWordCanBeginALine() {
        assertThat(KindLabels.capitalized("e-mailed")).isEqualTo("E-mailed");
        assertThat(KindLabels.capitalized("échouée")).isEqualTo("Échouée");
        assertThat(KindLabels.capitalized("")).isEmpty();
    }

    @Test
    void aWordIsThatOfTheLanguageAndTheMedium() {
        assertThat(new KindLabels(Locale.CANADA, Medium.SCREEN).of(EntryKind.ON_ACCOUNT))
                .isEqualTo("Payment on account");
        assertThat(new KindLabels(Locale.CANADA, Medium.DOCUMENT).plural(EntryKind.WAIVER))
                .isEqualTo("Waivers");
        assertThat(new KindLabels(Locale.CANADA_FRENCH, Medium.DOCUMENT).of(PaymentMethod.CASH))
                .isEqualTo("Argent comptant");
        assertThat(new KindLabels(Locale.CANADA, Medium.SCREEN).of(Outcome.SENDING))
                .isEqualTo("being sent");
        assertThat(new KindLabels(Locale.CANADA, Medium.CONSOLE).of(Outcome.SENDING))
                .isEqualTo("being sent when the run stopped: may have arrived");
    }

    @Test
    void aWaiverIsAnAdjustmentOnDocumentsAndForThoseWhoMayNotSeeIt() {
        for (Medium medium : Set.of(Medium.DOCUMENT, Medium.VIEWER_SCREEN)) {
            KindLabels words = new KindLabels(Locale.CANADA, medium);
            KindLabels mots = new KindLabels(Locale.CANADA_FRENCH, medium);

            assertThat(words.of(EntryKind.WAIVER)).isEqualTo("Adjustment");
            assertThat(words.of(EntryKind.WAIVER, "Lab fee")).isEqualTo("Adjustment: Lab fee");
            assertThat(words.of(EntryState.WAIVED)).isEqualTo("adjusted");
            assertThat(mots.of(EntryKind.WAIVER)).isEqualTo("Ajustement");
            assertThat(mots.of(EntryState.WAIVED)).isEqualTo("ajustés");
        }
        assertThat(new KindLabels(Locale.CANADA, Medium.SCREEN).of(EntryKind.WAIVER))
                .isEqualTo("Waiver");
    }
}
