package org.openadmin.fees.spi.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;

class EntryWordsTest {

    private static final OptionalLong NONE = OptionalLong.empty();

    private final JournalEntry outstanding = charge(1, NONE);
    private final JournalEntry paid = charge(2, OptionalLong.of(5));
    private final JournalEntry reversed = charge(3, OptionalLong.of(6));
    private final JournalEntry waived = charge(4, OptionalLong.of(7));
    private final JournalEntry payment = payment(5, 12, NONE);
    private final JournalEntry reversal = correction(6, EntryKind.REVERSAL, "", 3);
    private final JournalEntry waiver = correction(7, EntryKind.WAIVER, "", 4);
    private final JournalEntry bounced = payment(8, 13, OptionalLong.of(9));
    private final JournalEntry undone = correction(9, EntryKind.VOID, "Void", 8);
    private final List<JournalEntry> account =
            List.of(outstanding, paid, reversed, waived, payment, reversal, waiver, bounced, undone);
    private final EntryWords words = words(Locale.CANADA);

    @Test
    void aRowIsNamedAfterItsKindItsReceiptAndWhatItCorrects() {
        assertThat(account)
                .extracting(words::what)
                .containsExactly(
                        "Fee 1",
                        "Fee 2",
                        "Fee 3",
                        "Fee 4",
                        "Payment, receipt 12",
                        "Reversed: <Fee 3>",
                        "Waived: <Fee 4>",
                        "Payment, receipt 13",
                        "Voided payment, receipt 13");
    }

    @Test
    void aRowWhoseCorrectedRowIsUnknownHasItsOwnNameOrThatOfItsKind() {
        assertThat(words.what(correction(10, EntryKind.REVERSAL, "Lab fee", 99)))
                .isEqualTo("Reversed: <Lab fee>");
        assertThat(words.what(correction(11, EntryKind.WAIVER, "", 99))).isEqualTo("Waiver");
        assertThat(words.what(correction(12, EntryKind.VOID, "Void", 99))).isEqualTo("Voided payment");
        assertThat(words.what(entry(13, EntryKind.OTHER, "", NONE, Optional.empty(), NONE, NONE)))
                .isEqualTo("Other transaction");
    }

    @Test
    void aChargeIsOutstandingUntilItIsPaidReversedOrWaived() {
        assertThat(account)
                .extracting(words::stateOf)
                .containsExactly("outstanding", "paid, receipt 12", "reversed", "waived", "", "", "", "voided", "");
        assertThat(words(Locale.CANADA_FRENCH).stateOf(paid)).isEqualTo("payés, reçu 12");
    }

    @Test
    void aStateHasTheDateOfTheRowThatCausedIt() {
        assertThat(account)
                .extracting(row -> words.datedStateOf(row, LocalDate::toString))
                .containsExactly(
                        "outstanding",
                        "paid 2026-09-05, receipt 12",
                        "reversed 2026-09-06",
                        "waived 2026-09-07",
                        "",
                        "",
                        "",
                        "voided 2026-09-09",
                        "");
        assertThat(words(Locale.CANADA_FRENCH).datedStateOf(waived, LocalDate::toString))
                .isEqualTo("annulés par dispense le 2026-09-07");
    }

    @Test
    void aPaymentThatTheBankReturnedIsNotCalledVoided() {
        OptionalLong byTheBank = OptionalLong.of(16);
        JournalEntry cheque =
                entry(15, EntryKind.PAYMENT, "", NONE, Optional.of(new ReceiptNumber(14)), byTheBank, NONE, true);
        JournalEntry returned = entry(16, EntryKind.VOID, "", NONE, Optional.empty(), NONE, OptionalLong.of(15), true);
        EntryWords english = words(Locale.CANADA, List.of(cheque, returned));
        EntryWords french = words(Locale.CANADA_FRENCH, List.of(cheque, returned));

        assertThat(english.what(cheque)).isEqualTo("Payment, receipt 14");
        assertThat(english.what(returned)).isEqualTo("Returned payment, receipt 14");
        assertThat(english.datedStateOf(cheque, LocalDate::toString)).isEqualTo("returned by the bank 2026-09-16");
        assertThat(french.what(returned)).isEqualTo("Paiement retourné, reçu 14");
        assertThat(french.datedStateOf(cheque, LocalDate::toString)).isEqualTo("retourné par la banque le 2026-09-16");
    }

    @Test
    void aChargeSettledByAnUnknownRowCountsAsPaid() {
        JournalEntry old = charge(14, OptionalLong.of(99));

        assertThat(words.state(old)).contains(EntryState.PAID);
        assertThat(words.datedStateOf(old, LocalDate::toString)).isEqualTo("paid");
    }

    private EntryWords words(Locale locale) {
        return words(locale, account);
    }

    private static EntryWords words(Locale locale, List<JournalEntry> rows) {
        return new EntryWords(new KindLabels(locale, Medium.SCREEN), rows, name -> "<" + name + ">");
    }

    private static JournalEntry charge(long id, OptionalLong settledBy) {
        return entry(id, EntryKind.CHARGE, "Fee " + id, settledBy, Optional.empty(), NONE, NONE);
    }

    private static JournalEntry payment(long id, int receipt, OptionalLong voidedBy) {
        return entry(id, EntryKind.PAYMENT, "Payment", NONE, Optional.of(new ReceiptNumber(receipt)), voidedBy, NONE);
    }

    private static JournalEntry correction(long id, EntryKind kind, String name, long reverses) {
        return entry(id, kind, name, NONE, Optional.empty(), NONE, OptionalLong.of(reverses));
    }

    private static JournalEntry entry(
            long id,
            EntryKind kind,
            String name,
            OptionalLong settledBy,
            Optional<ReceiptNumber> receipt,
            OptionalLong voidedBy,
            OptionalLong reverses) {
        return entry(id, kind, name, settledBy, receipt, voidedBy, reverses, false);
    }

    private static JournalEntry entry(
            long id,
            EntryKind kind,
            String name,
            OptionalLong settledBy,
            Optional<ReceiptNumber> receipt,
            OptionalLong voidedBy,
            OptionalLong reverses,
            boolean returned) {
        return new JournalEntry(
                id,
                kind,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 9, (int) id)),
                Optional.empty(),
                name,
                "",
                Optional.empty(),
                List.of(),
                Money.zero(Currency.getInstance("CAD")),
                settledBy,
                receipt,
                voidedBy,
                reverses,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                returned);
    }
}
