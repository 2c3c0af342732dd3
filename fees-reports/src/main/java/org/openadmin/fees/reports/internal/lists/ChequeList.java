package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.Deposit.DepositedRow;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.UnknownDepositException;

/** Writes the cheques of a deposit as a list. */
final class ChequeList {

    private final Deposits deposits;

    ChequeList(Deposits deposits) {
        this.deposits = deposits;
    }

    void write(Actor reader, DepositNumber number, Lists lists, OutputStream out) {
        Deposit deposit = deposits.deposit(reader, number).orElseThrow(() -> new UnknownDepositException(number));
        ListFile file = lists.open(
                "cheques",
                out,
                lists.texts().headings("deposit", "receipt", "date", "student", "student name", "reference", "amount"));
        deposit.chequeRows().forEach(row -> file.row(cells(number, row)));
        file.end();
    }

    private static List<Object> cells(DepositNumber number, DepositedRow cheque) {
        MoneyRow row = cheque.row();
        return List.of(
                number.value(),
                row.receipt().map(ReceiptNumber::value),
                row.date(),
                row.student().map(StudentSnapshot::number),
                row.student().map(StudentSnapshot::name).orElse(""),
                row.reference(),
                cheque.amount());
    }
}
