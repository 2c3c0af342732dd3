package org.openadmin.fees.spi.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.ReceiptLine.Elsewhere;
import org.openadmin.fees.api.binder.ReceiptLine.Issued;
import org.openadmin.fees.api.binder.ReceiptLine.Missing;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.testkit.JournalRow;

/** Receipts of a period, of other periods, and of none. */
class ReceiptSequenceTest {

    private final List<ReceiptLine> lines = new ArrayList<>();
    private final ReceiptSequence sequence = new ReceiptSequence(cad("0.00"), lines::add);

    private static Issued receipt(int number, boolean voided) {
        JournalEntry row =
                JournalRow.of(EntryKind.PAYMENT, "-10.00").receipt(number).at(number);
        Optional<JournalEntry> voiding = voided
                ? Optional.of(
                        JournalRow.of(EntryKind.VOID, "10.00").reverses(number).at(100 + number))
                : Optional.empty();
        return new Issued(row, voiding, false, Optional.empty());
    }

    private static Issued receipt(int number) {
        return receipt(number, false);
    }

    @Test
    void numbersThatNoReceiptHasAreMissing() {
        sequence.issued(receipt(5));
        sequence.issued(receipt(6));
        sequence.issued(receipt(9));
        sequence.issued(receipt(11));

        assertThat(lines)
                .containsExactly(
                        receipt(5), receipt(6), new Missing(7, 8), receipt(9), new Missing(10, 10), receipt(11));
        assertThat(sequence.totals().missing()).isEqualTo(3);
    }

    @Test
    void receiptsOfOtherPeriodsAreOneLineAndNotMissing() {
        sequence.elsewhere(3);
        sequence.issued(receipt(5));
        sequence.elsewhere(6);
        sequence.elsewhere(7);
        sequence.elsewhere(9);
        sequence.issued(receipt(10));

        assertThat(lines)
                .containsExactly(receipt(5), new Elsewhere(6, 7), new Missing(8, 8), new Elsewhere(9, 9), receipt(10));
        assertThat(sequence.totals().missing()).isEqualTo(1);
    }

    @Test
    void aNumberThatOldDataHasTwiceIsListedTwice() {
        sequence.issued(receipt(5));
        sequence.issued(receipt(5));
        sequence.elsewhere(5);
        sequence.issued(receipt(6));

        assertThat(lines).containsExactly(receipt(5), receipt(5), new Elsewhere(5, 5), receipt(6));
        assertThat(sequence.totals().missing()).isZero();
    }

    @Test
    void theTotalsHaveVoidedReceiptsApart() {
        sequence.issued(receipt(5));
        sequence.issued(receipt(6, true));

        assertThat(sequence.totals())
                .isEqualTo(new ReceiptTotals(
                        Optional.of(new ReceiptNumber(5)),
                        Optional.of(new ReceiptNumber(6)),
                        2,
                        cad("20.00"),
                        1,
                        cad("10.00"),
                        0));
    }
}
