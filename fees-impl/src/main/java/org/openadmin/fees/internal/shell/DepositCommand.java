package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.Deposit.DepositedRow;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositOffer;
import org.openadmin.fees.api.till.DepositOffer.Content;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.api.till.VerifyDepositRequest;

/** The command {@code fees:deposit}. */
@Service
@Command(
        scope = "fees",
        name = "deposit",
        description = "Shows a deposit; or, with an option, makes one, takes one back, or records that it was verified")
public final class DepositCommand extends DocumentCommand {

    @Reference(optional = true)
    Deposits deposits;

    @Argument(name = "number", description = "The number of a deposit to show", multiValued = true)
    List<String> words = List.of();

    @Option(name = "--until", description = "Makes a deposit of the cash and cheques up to this day, such as today")
    String until;

    @Option(name = "--receipts", description = "With --until: only these receipts, such as 12,13,15")
    String receipts;

    @Option(
            name = "--count",
            description = "With --until: the cash by notes and coins, such as 100x2,20x5, for the slip")
    String count;

    @Option(name = "--dry-run", description = "With --until: shows what would be deposited, and deposits nothing")
    boolean dryRun;

    @Option(name = "--verify", description = "Records that you have verified the deposit with this number")
    String verify;

    @Option(
            name = "--counter",
            description = "Makes a counter-deposit: takes back the receipts in this deposit that were voided since")
    String counter;

    @Option(name = "--whole", description = "With --counter: takes back the whole deposit")
    boolean whole;

    @Option(name = "--reason", description = "With --counter: the reason, which is required")
    String reason;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is carried out once")
    String key;

    public DepositCommand() {}

    DepositCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        boolean shows = verify == null && counter == null && (until == null || dryRun);
        return shows ? Role.VIEW : Role.CASHIER;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        long wanted =
                Stream.of(until, verify, counter).filter(Objects::nonNull).count() + (arguments.isEmpty() ? 0 : 1);
        boolean stray = until == null && (receipts != null || count != null || dryRun)
                || counter == null && (whole || reason != null);
        if (wanted != 1 || stray) {
            throw new UsageException("usage.deposit");
        }
        if (out != null && !dryRun) {
            file(out);
            require(reports);
        }
        if (verify != null) {
            verify(output);
        } else if (counter != null) {
            takeBack(output);
        } else if (until != null && dryRun) {
            preview(output);
        } else if (until != null) {
            make(output);
        } else {
            show(find(DepositNumber.parse(Arguments.one("number", arguments))), output);
        }
    }

    private Deposit find(DepositNumber number) {
        return require(deposits).deposit(actor(), number).orElseThrow(() -> new UnknownDepositException(number));
    }

    private void make(Output output) {
        RequestKey request = requestKey(key);
        Optional<Deposit> earlier =
                key == null ? Optional.empty() : require(deposits).deposit(actor(), request);
        Optional<Set<Long>> rows = Optional.ofNullable(receipts)
                .map(given -> rows(earlier.map(DepositCommand::content).orElseGet(() -> offer().rows()), given));
        LocalDate last = earlier.filter(made -> until.strip().equalsIgnoreCase("today"))
                .map(made -> made.summary().until())
                .orElseGet(() -> date(until));
        Deposit made = require(deposits).make(new DepositRequest(request, actor(), last, rows, cash()));
        output.line(message("deposit.made", made.number()));
        summary(made, output);
        slip(made.number(), output);
    }

    private Optional<CountedCash> cash() {
        return Optional.ofNullable(count)
                .map(given ->
                        CountedCash.parse(given, require(settings).current().currency()));
    }

    private static List<MoneyRow> content(Deposit deposit) {
        return deposit.rows().stream().map(DepositedRow::row).toList();
    }

    private DepositOffer offer() {
        return require(deposits).offer(actor(), date(until));
    }

    /** Writes the slip if the user wants it. The file is checked first, so that no deposit is made whose slip cannot be written. */
    private void slip(DepositNumber number, Output output) {
        if (out != null) {
            write("document.deposit", number, (documents, pdf) -> documents.depositSlip(actor(), number, pdf), output);
        }
    }

    /** The rows of these receipts; if a request is sent again, they are those of the deposit that it made. */
    private Set<Long> rows(List<MoneyRow> offered, String given) {
        Set<ReceiptNumber> numbers = ValueList.split(given).stream()
                .map(ReceiptNumber::parse)
                .collect(Collectors.toCollection(TreeSet::new));
        List<MoneyRow> found = offered.stream()
                .filter(row -> row.isReceipt()
                        && row.receipt().filter(numbers::contains).isPresent())
                .toList();
        found.forEach(row -> numbers.remove(row.receipt().orElseThrow()));
        if (!numbers.isEmpty()) {
            throw new UsageException(
                    "usage.deposit-receipts",
                    numbers.stream().map(ReceiptNumber::toString).collect(Collectors.joining(", ")));
        }
        return found.stream().map(MoneyRow::row).collect(Collectors.toSet());
    }

    private void preview(Output output) {
        DepositOffer offer = offer();
        Content content = receipts == null ? offer.all() : offer.content(rows(offer.rows(), receipts));
        rows(
                MoneyRow.whole(content.rows()).stream()
                        .map(row -> new DepositedRow(row, row.amount()))
                        .toList(),
                output);
        content.drawers().stream()
                .filter(drawer -> !drawer.difference().isZero())
                .forEach(drawer -> output.line(
                        message("deposit.difference", drawer.difference(), drawer.cashier(), drawer.day())));
        output.line(message(
                "deposit.would", content.cash(), content.chequeRows().size(), content.cheques(), content.total()));
        content.uncounted()
                .forEach(drawer -> output.line(message("deposit.uncounted", drawer.cashier(), drawer.day())));
    }

    private void takeBack(Output output) {
        Deposit made = require(deposits)
                .takeBack(new CounterDepositRequest(
                        requestKey(key),
                        actor(),
                        DepositNumber.parse(counter),
                        whole,
                        UsageException.required("--reason", reason)));
        output.line(message("deposit.made", made.number()));
        summary(made, output);
        slip(made.number(), output);
    }

    private void verify(Output output) {
        Deposit verified = require(deposits)
                .verify(new VerifyDepositRequest(requestKey(key), actor(), DepositNumber.parse(verify)));
        output.line(message("deposit.verified", verified.number(), actor().name()));
        slip(verified.number(), output);
    }

    private void show(Deposit deposit, Output output) {
        rows(deposit.wholeRows(), output);
        summary(deposit, output);
        slip(deposit.number(), output);
    }

    private void summary(Deposit deposit, Output output) {
        DepositSummary summary = deposit.summary();
        deposit.differences()
                .forEach(difference -> output.line(
                        message("deposit.difference", difference.amount(), difference.cashier(), difference.day())));
        output.line(message("deposit.sums", summary.cash(), summary.chequeCount(), summary.cheques(), summary.total()));
        summary.takesBack().ifPresent(number -> output.line(message("deposit.takes-back", number, summary.reason())));
        deposit.takenBackBy().forEach(number -> output.line(message("deposit.taken-back", number)));
        output.line(message("deposit.made-by", summary.madeBy(), summary.date()));
        output.line(summary.verification()
                .map(checked -> message("deposit.verified", summary.number(), checked.by()))
                .orElseGet(() -> summary.toVerify()
                        ? message("deposit.to-verify", summary.number())
                        : message("deposit.not-verified")));
    }

    private void rows(List<DepositedRow> rows, Output output) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<Object>> lines = new ArrayList<>();
        rows.forEach(each -> lines.add(List.of(
                each.row().date(),
                kinds().of(each.row().kind()),
                each.row().receipt().<Object>map(ReceiptNumber::value).orElse(""),
                each.row().payer(),
                kinds().of(each.row().method()),
                each.row().reference(),
                each.amount().amount())));
        table(List.of("date", "kind", "receipt", "name", "method", "reference", "amount"), lines, output);
    }
}
