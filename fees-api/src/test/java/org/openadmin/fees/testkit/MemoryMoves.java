package org.openadmin.fees.testkit;

import java.util.List;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.spi.Settings;

/** Credit that is moved from one account to another. */
final class MemoryMoves {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryFamilies families;
    private final Supplier<Settings> settings;

    MemoryMoves(MemoryLedger ledger, MemoryBooks books, MemoryFamilies families, Supplier<Settings> settings) {
        this.ledger = ledger;
        this.books = books;
        this.families = families;
        this.settings = settings;
    }

    void requireCredit(MoveCredit request) {
        books.requireKnown(request.from());
        books.requireKnown(request.to());
        Money credit = books.balance(request.from()).credit();
        if (credit.compareTo(request.amount()) < 0) {
            throw new NotEnoughCreditException(request.amount(), credit.isNegative() ? books.zero() : credit);
        }
    }

    void requireConfirmed(MoveCredit request) {
        List<AccountNumber> both = List.of(request.from(), request.to());
        OutsiderException.requireConfirmed(
                request.from(), families.outsiders(request.from(), both), request.confirmed());
    }

    void add(MoveCredit request, JournalRow out, JournalRow in) {
        String name = MemoryWords.move(settings.get().locale());
        ledger.add(out.student(ledger.student(request.from()).orElseThrow()).named(name));
        ledger.add(in.student(ledger.student(request.to()).orElseThrow()).named(name));
    }
}
