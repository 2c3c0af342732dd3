package org.openadmin.fees.spi.imports;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.imports.ImportProblem.Reason;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.ImportedLine.Given;

/** A CSV file of payments, each with its account, date, amount, method and reference. */
final class PaymentsCsv implements FileFormat {

    private static final String ACCOUNT = "account";
    private static final String DATE = "date";
    private static final String AMOUNT = "amount";
    private static final String METHOD = "method";
    private static final String REFERENCE = "reference";
    private static final List<String> COLUMNS = List.of(ACCOUNT, DATE, AMOUNT, METHOD, REFERENCE);

    private final Settings settings;
    private final CsvTable.Reader csv;
    private final ImportAmount amounts;

    PaymentsCsv(Settings settings, CsvTable.Reader csv) {
        this.settings = settings;
        this.csv = csv;
        amounts = new ImportAmount(settings.imports().decimal(), settings.currency());
    }

    @Override
    public Charset charset() {
        return settings.imports().charset();
    }

    @Override
    public ImportedFile read(String text) {
        CsvRows rows = new CsvRows(text, csv, COLUMNS);
        Fingerprints fingerprints = new Fingerprints("payments");
        List<ImportedLine> lines = new ArrayList<>();
        rows.rows().forEach(row -> read(row, fingerprints).ifPresent(lines::add));
        return new ImportedFile(lines, rows.problems());
    }

    /** Everything that is wrong in the row is a problem, not only the first. */
    private Optional<ImportedLine> read(CsvRows.Row row, Fingerprints fingerprints) {
        Optional<AccountNumber> account = account(row);
        Optional<LocalDate> day = row.day(DATE, DateTimeFormatter.ISO_LOCAL_DATE);
        Optional<PaymentMethod> method = method(row);
        Optional<Money> amount = amount(row, method);
        if (account.isEmpty() || day.isEmpty() || method.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        String reference = BankCsv.cut(row.value(REFERENCE));
        String content =
                String.join("\n", account.get().toString(), method.get().keyword(), reference);
        return Optional.of(new ImportedLine(
                row.line(),
                DATE,
                day.get(),
                amount.get(),
                reference,
                fingerprints.next(day.get(), amount.get(), content),
                Optional.of(new Given(ACCOUNT, account.get(), method.get()))));
    }

    private static Optional<AccountNumber> account(CsvRows.Row row) {
        try {
            return Optional.of(AccountNumber.parse(row.value(ACCOUNT)));
        } catch (InvalidInputException e) {
            row.refuse(ACCOUNT, Reason.NOT_AN_ACCOUNT);
            return Optional.empty();
        }
    }

    private static Optional<PaymentMethod> method(CsvRows.Row row) {
        try {
            return Optional.of(PaymentMethod.parse(row.value(METHOD)));
        } catch (InvalidInputException e) {
            row.refuse(METHOD, Reason.NOT_A_METHOD);
            return Optional.empty();
        }
    }

    private Optional<Money> amount(CsvRows.Row row, Optional<PaymentMethod> method) {
        if (row.value(AMOUNT).isEmpty()) {
            row.refuse(AMOUNT, Reason.NOT_AN_AMOUNT);
        }
        Optional<Money> amount = row.amount(AMOUNT, amounts);
        if (amount.filter(Money::isNegative).isPresent()) {
            row.refuse(AMOUNT, Reason.NEGATIVE);
            return Optional.empty();
        }
        boolean inCash = method.equals(Optional.of(PaymentMethod.CASH));
        if (inCash && amount.filter(this::isPayable).isEmpty() && amount.isPresent()) {
            row.refuse(AMOUNT, Reason.NOT_IN_CASH);
            return Optional.empty();
        }
        return amount;
    }

    private boolean isPayable(Money amount) {
        return settings.payments().cash().sum(amount).equals(amount);
    }
}
