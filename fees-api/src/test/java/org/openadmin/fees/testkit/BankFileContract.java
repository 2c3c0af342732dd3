package org.openadmin.fees.testkit;

import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Receipt;

/** The base of the contract tests of imports: files with transactions of the bank. */
public abstract class BankFileContract extends OfficeContract {

    /** A number that no line ever has. */
    protected static final BankLineNumber NO_LINE = new BankLineNumber(999_999);

    protected static ImportFile file(String name, String text) {
        return new ImportFile(ImportKind.BANK, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file with these lines, each a day, an amount and a text. */
    protected static ImportFile csv(String... lines) {
        return file("bank.csv", "Date,Amount,Description\n" + String.join("\n", lines) + "\n");
    }

    /** A line of {@link Kit#DAY} with a text that no other line has. */
    protected static String line(String amount, Object text) {
        return DAY + "," + amount + "," + text + " "
                + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    }

    protected static PayCode code(AccountNumber account) {
        return PayCode.of(account);
    }

    protected PostedImport post(ImportFile file) {
        return office.imports().post(new ImportRequest(RequestKey.fresh(), CASHIER, file, Map.of()));
    }

    protected UnclaimedMoney unclaimed(PostedImport posted) {
        return office.claims().unclaimed(CASHIER).stream()
                .filter(money -> money.number().equals(posted.number()))
                .findFirst()
                .orElseThrow();
    }

    protected Receipt claim(BankLineNumber line, AccountNumber account) {
        return office.claims().claim(new ClaimRequest(RequestKey.fresh(), CASHIER, line, account));
    }

    protected JournalEntry payment(StudentNumber student) {
        return rows(student).stream()
                .filter(row -> row.receipt().isPresent())
                .reduce((one, another) -> another)
                .orElseThrow();
    }
}
