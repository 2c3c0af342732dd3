package org.openadmin.fees.internal.shell;

import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingLine.Side;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.internal.settings.ExportConfiguration;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.SchoolDesk;

/** The work of a school's year in Karaf's shell: every act is a command, and every figure is read from what a command printed or wrote. */
final class ShellDesk implements SchoolDesk, AutoCloseable {

    private static final List<Class<? extends ShellCommand>> COMMANDS = List.of(
            AssessCommand.class,
            OutstandingCommand.class,
            BalanceCommand.class,
            PayCommand.class,
            CancelCommand.class,
            WaiveCommand.class,
            VoidCommand.class,
            BounceCommand.class,
            RefundCommand.class,
            UndepositedCommand.class,
            DepositCommand.class,
            DepositsCommand.class,
            CashUpCommand.class,
            CloseCommand.class,
            ReopenCommand.class,
            ExportCommand.class,
            PostCommand.class,
            OverviewCommand.class);

    private static final String AMOUNT = "(-?\\d+\\.\\d\\d) CAD";
    private static final Pattern FIGURES =
            Pattern.compile("Outstanding " + AMOUNT + ", credit " + AMOUNT + ", balance " + AMOUNT + "; .*: (\\d+)");
    private static final Pattern LATER = Pattern.compile(".* " + AMOUNT
            + " in total, w.* recorded after it\\. As known on .*: outstanding " + AMOUNT + ", credit " + AMOUNT);
    private static final Pattern NOTHING_LATER = Pattern.compile("Nothing for .* was recorded after it\\.");
    private static final Pattern AGE = Pattern.compile("\\S.*?\\s+(\\d+)\\s+(\\d+)\\s+(-?\\d+\\.\\d\\d)");
    private static final Pattern WOULD =
            Pattern.compile("Nothing was deposited\\. It would be: cash " + AMOUNT + ", .*");
    private static final Pattern UNCOUNTED = Pattern.compile("To be counted first: the drawer of (.*) on (.*)");
    private static final Pattern EXPECTED = Pattern.compile("Expected in cash: " + AMOUNT + ", with a float of .*");
    private static final Pattern RECEIPT = Pattern.compile("Receipt (\\d+)");
    private static final Pattern SUMMARY = Pattern.compile("(\\d+) transactions in \\d+ lines, total " + AMOUNT);
    private static final Pattern POSTED = Pattern.compile("Posting (\\d+): .*");

    private final ContractOffice office;
    private final Path folder;
    private final KarafShell shell;
    private final List<Path> postings = new ArrayList<>();

    /** @param folder where the commands write their files */
    ShellDesk(ContractOffice office, Clock clock, Path folder) {
        this.office = office;
        this.folder = folder;
        ExportConfiguration files = () -> Optional.of(folder);
        shell = new KarafShell(
                COMMANDS,
                office.office.settings,
                clock,
                files,
                office.assessment(),
                office.catalogue(),
                office.accounts(),
                office.statements(),
                office.journal(),
                office.cashier(),
                office.corrections(),
                office.refunds(),
                office.till(),
                office.deposits(),
                office.closings(),
                office.postings(),
                office.overview(),
                new PlainFiles(office));
    }

    @Override
    public void configure(Settings settings) {
        office.configure(settings);
    }

    @Override
    public void enrol(Student student) {
        office.enrol(student);
    }

    @Override
    public void assess(LocalDate date, String fee, String amount, String grades) {
        shell.run(
                CLERK,
                "fees:assess",
                "--name",
                fee,
                "--amount",
                amount,
                "--taxes",
                "GST",
                "--date",
                date,
                "--group",
                "grade",
                "--values",
                grades);
    }

    @Override
    public List<Owed> owed(StudentNumber student) {
        return csv(VIEWER, "fees:outstanding", student, "--csv").stream()
                .map(line -> new Owed(ChargeId.parse(line[0]), cad(line[6])))
                .toList();
    }

    @Override
    public Money credit(StudentNumber student) {
        return cad(csv(VIEWER, "fees:balance", student, "--csv").get(0)[3]);
    }

    @Override
    public ReceiptNumber pay(
            StudentNumber student,
            LocalDate date,
            Money received,
            Set<ChargeId> charges,
            PaymentMethod method,
            String reference) {
        List<Object> words = new ArrayList<>(
                List.of("fees:pay", student, "--amount", received.toPlainString(), "--date", date, "--method"));
        words.addAll(List.of(method.keyword(), "--yes", "--again"));
        if (!charges.isEmpty()) {
            words.add("--charges");
            words.add(charges.stream().map(ChargeId::toString).collect(Collectors.joining(",")));
        }
        if (!reference.isEmpty()) {
            words.addAll(List.of("--reference", reference));
        }
        return ReceiptNumber.parse(
                find(RECEIPT, shell.run(CASHIER, words.toArray())).orElseThrow().group(1));
    }

    @Override
    public boolean cancel(ChargeId charge, LocalDate date) {
        return isDone(CLERK, "fees:cancel", charge, "--date", date, "--reason", "Mistake", "--yes");
    }

    @Override
    public boolean waive(ChargeId charge, LocalDate date) {
        return isDone(CLERK, "fees:waive", charge, "--date", date, "--reason", "Bursary", "--yes");
    }

    @Override
    public boolean voidReceipt(ReceiptNumber receipt, LocalDate date) {
        return isDone(CASHIER, "fees:void", receipt, "--date", date, "--reason", "Bounced", "--yes");
    }

    @Override
    public boolean returnPayment(ReceiptNumber receipt, LocalDate date, String fee) {
        return isDone(
                CLERK,
                "fees:bounce",
                receipt,
                "--fee",
                fee,
                "--cash-only-until",
                date.plusDays(20),
                "--date",
                date,
                "--reason",
                "NSF",
                "--yes");
    }

    @Override
    public boolean refund(StudentNumber student, LocalDate date, Money amount) {
        return isDone(
                CASHIER,
                "fees:refund",
                student,
                "--amount",
                amount.toPlainString(),
                "--method",
                "cash",
                "--date",
                date,
                "--reason",
                "Moved",
                "--yes",
                "--again");
    }

    private boolean isDone(Actor user, Object... words) {
        try {
            shell.run(user, words);
            return true;
        } catch (FeesException refused) {
            return false;
        }
    }

    @Override
    public List<DepositNumber> depositsToTakeBack() {
        return csv(VIEWER, "fees:undeposited", "--csv").stream()
                .map(line -> line[10])
                .filter(deposit -> !deposit.isEmpty())
                .distinct()
                .map(DepositNumber::parse)
                .toList();
    }

    @Override
    public void takeBack(DepositNumber deposit) {
        shell.run(CASHIER, "fees:deposit", "--counter", deposit, "--reason", "Returned by the bank");
    }

    @Override
    public Offer offer(LocalDate until) {
        List<String> printed = shell.run(VIEWER, "fees:deposit", "--until", until, "--dry-run");
        return new Offer(
                printed.size() == 1,
                cad(find(WOULD, printed).orElseThrow().group(1)),
                printed.stream()
                        .flatMap(line -> UNCOUNTED.matcher(line).results())
                        .map(drawer -> new DrawerOf(drawer.group(1), LocalDate.parse(drawer.group(2))))
                        .toList());
    }

    @Override
    public Money expected(DrawerOf drawer, Money floating) {
        List<String> printed = shell.run(
                VIEWER, "fees:cash-up", drawer.cashier(), "--day", drawer.day(), "--float", floating.toPlainString());
        return cad(find(EXPECTED, printed).orElseThrow().group(1));
    }

    @Override
    public void count(DrawerOf drawer, Money floating, Money counted, String reason) {
        List<Object> words = new ArrayList<>(List.of("fees:cash-up", drawer.cashier(), "--day", drawer.day()));
        words.addAll(List.of("--float", floating.toPlainString(), "--counted", counted.toPlainString()));
        if (!reason.isEmpty()) {
            words.addAll(List.of("--reason", reason));
        }
        shell.run(CASHIER, words.toArray());
    }

    @Override
    public void deposit(LocalDate until) {
        shell.run(CASHIER, "fees:deposit", "--until", until);
    }

    @Override
    public boolean isAllDeposited() {
        return csv(VIEWER, "fees:undeposited", "--csv").isEmpty();
    }

    @Override
    public List<Banked> deposits() {
        return csv(VIEWER, "fees:deposits", "--csv").stream()
                .map(line -> new Banked(cad(line[7]), cad(line[4])))
                .toList();
    }

    @Override
    public void close(YearMonth month) {
        shell.run(CLERK, "fees:close", month);
    }

    @Override
    public void reopen(YearMonth month, String reason) {
        shell.run(ADMIN, "fees:reopen", month, "--reason", reason);
    }

    @Override
    public Sent month(YearMonth month) {
        MatchResult printed = find(SUMMARY, shell.run(VIEWER, "fees:export", month, "--out", "month.csv", "--replace"))
                .orElseThrow();
        return new Sent(Integer.parseInt(printed.group(1)), cad(printed.group(2)), lines(folder.resolve("month.csv")));
    }

    @Override
    public List<Row> rows(YearMonth month) {
        shell.run(VIEWER, "fees:export", month, "--detail", "--out", "rows.csv", "--replace");
        return lines(folder.resolve("rows.csv")).stream()
                .map(line -> line.split(",", -1))
                .map(line -> new Row(
                        LocalDate.parse(line[0]),
                        EntryKind.of(line[1]),
                        StudentNumber.parse(line[2]),
                        line[3],
                        cad(line[4]),
                        cad(line[5]),
                        line[6].isEmpty() ? Optional.empty() : Optional.of(PaymentMethod.parse(line[6])),
                        line[7].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(line[7]))))
                .toList();
    }

    @Override
    public void post(LocalDate until) {
        Path file = folder.resolve("posting-" + postings.size() + ".csv");
        List<String> printed =
                shell.run(CLERK, "fees:post", "--format", "csv", "--until", until, "--out", file.getFileName());
        find(POSTED, printed).orElseThrow();
        postings.add(file);
    }

    @Override
    public List<PostingLine> posted() {
        return postings.stream()
                .flatMap(file -> lines(file).stream())
                .map(line -> line.split(",", -1))
                .map(line -> new PostingLine(
                        LocalDate.parse(line[0]), Side.find(line[1]).orElseThrow(), line[2], "", "", cad(line[3])))
                .toList();
    }

    @Override
    public Sums accounts(LocalDate day) {
        List<String[]> accounts = csv(VIEWER, "fees:balance", "--all", "--as-of", day, "--csv");
        return new Sums(sum(accounts, line -> line[2]), sum(accounts, line -> line[3]));
    }

    private static Money sum(List<String[]> lines, Function<String[], String> amount) {
        return lines.stream().map(amount).map(text -> cad(text)).reduce(cad("0.00"), Money::plus);
    }

    @Override
    public Figures today(LocalDate today) {
        return figures(shell.run(VIEWER, "fees:overview"));
    }

    @Override
    public Figures asOf(LocalDate day) {
        return figures(shell.run(VIEWER, "fees:overview", "--as-of", day));
    }

    private static Figures figures(List<String> printed) {
        MatchResult sums = find(FIGURES, printed).orElseThrow();
        Sums now = new Sums(cad(sums.group(1)), cad(sums.group(2)));
        Optional<MatchResult> later = find(LATER, printed);
        if (later.isEmpty() && printed.size() > 9) {
            find(NOTHING_LATER, printed).orElseThrow();
        }
        List<String> ages = printed.subList(printed.size() - Age.values().length, printed.size());
        return new Figures(
                now.outstanding(),
                now.credit(),
                cad(sums.group(3)),
                Integer.parseInt(sums.group(4)),
                IntStream.range(0, ages.size())
                        .mapToObj(age -> band(Age.values()[age], ages.get(age)))
                        .toList(),
                later.map(line -> new Sums(cad(line.group(2)), cad(line.group(3))))
                        .orElse(now),
                cad(later.map(line -> line.group(1)).orElse("0.00")));
    }

    private static Band band(Age age, String line) {
        MatchResult found = find(AGE, List.of(line)).orElseThrow();
        return new Band(age, Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), cad(found.group(3)));
    }

    /** The first line that has the form. */
    private static Optional<MatchResult> find(Pattern form, List<String> printed) {
        return printed.stream()
                .map(form::matcher)
                .filter(line -> line.matches())
                .map(line -> line.toMatchResult())
                .findFirst();
    }

    /** The cells of a list, without its heading. A quoted cell, such as a name with a comma, is not read. */
    private List<String[]> csv(Actor user, Object... words) {
        return shell.run(user, words).stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "text"))
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
