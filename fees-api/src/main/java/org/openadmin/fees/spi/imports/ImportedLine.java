package org.openadmin.fees.spi.imports;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * A line of an imported file, such as a transaction of the bank.
 *
 * @param line the line of the file in which it begins, from 1
 * @param dayColumn the name of the column or element of the day, for a day that is refused
 * @param amount positive if it was received, negative if it was paid out
 * @param text what the file has about it; of a payment that is given, its reference
 * @param fingerprint 64 characters by which it is recognized in any file of its kind
 * @param given the payment that the line is; empty if only a pay code shows whose it is
 */
public record ImportedLine(
        int line,
        String dayColumn,
        LocalDate day,
        Money amount,
        String text,
        String fingerprint,
        Optional<Given> given) {

    /**
     * A payment that the file gives as it is.
     *
     * @param column the heading of the account, for an account that does not exist
     */
    public record Given(String column, AccountNumber account, PaymentMethod method) {}

    /** The method of the payment: the one that is given or else this one. */
    public PaymentMethod method(PaymentMethod usual) {
        return given.map(Given::method).orElse(usual);
    }

    /** The reference of the payment: the beginning of the text. */
    public String reference() {
        return ImportReference.of(text);
    }
}
