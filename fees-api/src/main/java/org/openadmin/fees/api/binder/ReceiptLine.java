package org.openadmin.fees.api.binder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.till.DepositNumber;

/** A line of the receipts in number order. */
public sealed interface ReceiptLine {

    /** The deposit that the money of a receipt is in at the end of the period. */
    record Banked(DepositNumber number, LocalDate date) {
        public Banked {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(date, "date");
        }
    }

    /**
     * A receipt dated in the period and recorded by its end.
     *
     * @param receipt its row in the journal
     * @param voiding the row that voided it, if that is dated and recorded by the end of the period
     * @param returned whether it was voided because the bank returned it
     * @param banked empty for money that is never deposited, such as that of a card, or is not deposited yet
     */
    record Issued(JournalEntry receipt, Optional<JournalEntry> voiding, boolean returned, Optional<Banked> banked)
            implements ReceiptLine {
        public Issued {
            Objects.requireNonNull(receipt, "receipt");
            Objects.requireNonNull(voiding, "voiding");
            Objects.requireNonNull(banked, "banked");
        }

        /** Returns this first row of a receipt with its other rows, where it is for several accounts. */
        public Issued whole(List<Issued> others) {
            return others.isEmpty()
                    ? this
                    : new Issued(
                            receipt.whole(others.stream().map(Issued::receipt).toList()),
                            voiding.map(row -> row.whole(others.stream()
                                    .flatMap(other -> other.voiding.stream())
                                    .toList())),
                            returned,
                            Stream.concat(Stream.of(this), others.stream())
                                    .flatMap(each -> each.banked.stream())
                                    .findFirst());
        }

        public long number() {
            return receipt.receipt().orElseThrow().value();
        }

        /** For how many days the money was not deposited. */
        public OptionalLong daysToBank() {
            return banked.isEmpty() || receipt.date().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(ChronoUnit.DAYS.between(
                            receipt.date().get(), banked.get().date()));
        }
    }

    /** Receipts between others of the period that are dated outside it, or were recorded after it: with these numbers. */
    record Elsewhere(long first, long last) implements ReceiptLine {}

    /** Numbers between receipts of the period that no receipt has. */
    record Missing(long first, long last) implements ReceiptLine {}
}
