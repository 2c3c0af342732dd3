package org.openadmin.fees.spi.messages;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.api.billing.YearLimitException;
import org.openadmin.fees.api.binder.PeriodReversedException;
import org.openadmin.fees.api.catchup.CatchUpNotPossibleException;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException;
import org.openadmin.fees.api.classpayments.EnvelopeDifferentException;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.CashNotReturnedException;
import org.openadmin.fees.api.corrections.GoodsNotStatedException;
import org.openadmin.fees.api.corrections.IncompleteReceiptException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.corrections.NotSplitException;
import org.openadmin.fees.api.corrections.PartsDoNotAddUpException;
import org.openadmin.fees.api.corrections.PartsNotOpenException;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.corrections.TransferNotAllowedException;
import org.openadmin.fees.api.corrections.UnknownReasonCodeException;
import org.openadmin.fees.api.corrections.UnknownRefundException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.NothingDueException;
import org.openadmin.fees.api.documents.NothingToPrintException;
import org.openadmin.fees.api.imports.AlreadyImportedException;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ImportInUseException;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.NotUnclaimedException;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UnknownImportException;
import org.openadmin.fees.api.invoicing.CannotReprintException;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RemindersInProgressException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.notes.NoteNumber;
import org.openadmin.fees.api.notes.UnknownNoteException;
import org.openadmin.fees.api.payers.CoverNotAllowedException;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunPlan.Shortage;
import org.openadmin.fees.api.payers.CoverRunRefusedException;
import org.openadmin.fees.api.payers.CoverRunRequest.Figures;
import org.openadmin.fees.api.payers.PayerChangedException;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.postings.AccountFormatException;
import org.openadmin.fees.api.postings.MissingAccount;
import org.openadmin.fees.api.postings.MissingAccountsException;
import org.openadmin.fees.api.postings.NothingToPostException;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.UnknownPostingException;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.api.till.CannotTakeBackException;
import org.openadmin.fees.api.till.CannotVerifyException;
import org.openadmin.fees.api.till.DepositCashException;
import org.openadmin.fees.api.till.DepositChangedException;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DrawerNotCountedException;
import org.openadmin.fees.api.till.NothingToDepositException;
import org.openadmin.fees.api.till.ReasonNeededException;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.spi.InvalidSettingException;

/** One of each refusal, in each of its forms, with values that a careless message pattern would garble. */
final class EveryRefusal {

    private static final StudentNumber STUDENT = new StudentNumber(100100);
    private static final List<ChargeId> ONE = List.of(new ChargeId(12345));
    private static final List<ChargeId> TWO = List.of(new ChargeId(1), new ChargeId(22222));

    private EveryRefusal() {}

    static Stream<FeesException> all() {
        return Stream.of(
                        students(),
                        billing(),
                        dates(),
                        repetitions(),
                        payments(),
                        till(),
                        postings(),
                        documents(),
                        system(),
                        inputs())
                .flatMap(each -> each);
    }

    private static Stream<FeesException> students() {
        return Stream.concat(
                Stream.of(
                        new UnknownStudentException(List.of(STUDENT)),
                        new UnknownStudentException(List.of(new PayerNumber(12))),
                        new UnknownStudentException(List.of(STUDENT, new PayerNumber(12))),
                        new UnknownStudentException(List.of(STUDENT, new StudentNumber(2))),
                        new UnknownReasonCodeException("hardship", List.of()),
                        new UnknownReasonCodeException("", List.of("bursary", "hardship")),
                        new UnknownReasonCodeException("{0}", List.of("bursary", "hardship")),
                        new UnknownProfileException("senior", List.of()),
                        new UnknownProfileException("senior", List.of("junior", "all"))),
                Stream.of(GroupKind.values()).map(kind -> new UnknownGroupValueException(kind, List.of("9X", "{0}"))));
    }

    private static Stream<FeesException> billing() {
        return Stream.of(
                new UnknownTaxException(List.of("QST"), List.of()),
                new UnknownTaxException(List.of("QST", "HST"), List.of("GST", "PST")),
                new UnknownChargeException(ONE),
                new UnknownChargeException(TWO),
                new UnknownPredefinedFeeException(new PredefinedFeeId(12345)),
                new UnknownFeeException("Labb {0}", List.of()),
                new UnknownFeeException("Labb {0}", List.of("Lab fee", "Lab’s {0}", "Bus, north")),
                new UnknownBatchException(new BatchNumber(12345)),
                new PredefinedFeeInUseException(new PredefinedFeeId(12345), 1),
                new PredefinedFeeInUseException(new PredefinedFeeId(12345), 1200),
                new NobodyToChargeException(0),
                new NobodyToChargeException(1),
                new NobodyToChargeException(1500),
                new NobodyToChargeException(0, 1),
                new NobodyToChargeException(3, 1500),
                new AssessmentChangedException(1000, 1001),
                catchUp(CatchUpNotPossibleException.Problem.OTHER_YEAR),
                catchUp(CatchUpNotPossibleException.Problem.UNDONE));
    }

    private static ClassPaymentRefusedException classPayment(ClassPaymentRefusedException.Problem problem) {
        return new ClassPaymentRefusedException(
                problem,
                List.of(
                        new StudentSnapshot(STUDENT, "O’Neil {0}, Max", "9", "9A"),
                        new StudentSnapshot(new StudentNumber(2), "", "9", "9A")));
    }

    private static CatchUpNotPossibleException catchUp(CatchUpNotPossibleException.Problem problem) {
        return new CatchUpNotPossibleException(
                problem,
                new Assessment(
                        new BatchNumber(7),
                        "Lab fee",
                        LocalDate.of(2026, 9, 8),
                        LocalDate.of(2026, 9, 8),
                        2,
                        cad("80.00"),
                        0,
                        Instant.EPOCH,
                        "ann"));
    }

    private static Stream<FeesException> dates() {
        LocalDate day = LocalDate.of(2026, 9, 8);
        Stream<FeesException> closings = Stream.of(ClosingNotAllowedException.Reason.values())
                .flatMap(reason -> Stream.of(1, 1234)
                        .map(faults -> new ClosingNotAllowedException(reason, YearMonth.of(2026, 9), faults)));
        return Stream.of(closings, limits(day), Stream.of(new PeriodReversedException(day, day.minusDays(1))))
                .flatMap(each -> each);
    }

    private static Stream<FeesException> limits(LocalDate day) {
        return Stream.concat(
                Stream.of(DateNotAllowedException.Limit.values())
                        .map(limit -> new DateNotAllowedException(limit, day.plusDays(1), day)),
                Stream.of(UnusualDate.Reason.values())
                        .map(reason -> new UnusualDateException(new UnusualDate(reason, day, day.plusYears(4)))));
    }

    private static Stream<FeesException> repetitions() {
        return Stream.of(RepeatedAmount.Kind.values()).flatMap(kind -> Stream.of(0, 1, 10)
                .map(minutes -> new RepeatedAmountException(new RepeatedAmount(kind, 12345, cad("1234.50"), minutes))));
    }

    private static Stream<FeesException> payments() {
        return Stream.of(
                new IncompleteReceiptException(new ReceiptNumber(12345)),
                new OutsiderException(STUDENT, List.of(new StudentNumber(2))),
                new OutsiderException(STUDENT, List.of(new StudentNumber(2), new PayerNumber(12))),
                new AlreadyChargedException(STUDENT, "Lab {0}", LocalDate.of(2026, 9, 8)),
                new YearLimitException(STUDENT, "Lab {0}", new YearLimit(cad("150.00"), cad("1234.50"))),
                new GoodsNotStatedException(new ReceiptNumber(12345)),
                new CashNotReturnedException(new ReceiptNumber(12345)),
                new NotReturnedException(new ReceiptNumber(12345)),
                new CashOnlyException(STUDENT, LocalDate.of(2026, 12, 7)),
                new UnknownReceiptException(new ReceiptNumber(12345)),
                new UnknownRefundException(new RefundNumber(12345)),
                new ChargeOfAnotherStudentException(STUDENT, ONE),
                new ChargeOfAnotherStudentException(STUDENT, TWO),
                new ChargeSettledException(ONE),
                new ChargeSettledException(TWO),
                new NotEnoughMoneyException(cad("1234.50"), cad("0.10"), cad("0")),
                new EnvelopeDifferentException(cad("1234.50"), cad("1232.00")),
                classPayment(ClassPaymentRefusedException.Problem.NOT_OUTSTANDING),
                classPayment(ClassPaymentRefusedException.Problem.OTHER_FEE),
                classPayment(ClassPaymentRefusedException.Problem.NOT_IN_HOMEROOM),
                new NotEnoughCreditException(cad("1234.50"), cad("0.10")),
                new NotSplitException(new ChargeId(12345)),
                new PartsNotOpenException(ONE),
                new PartsNotOpenException(TWO),
                new PartsDoNotAddUpException(cad("1234.50"), cad("1234.00")),
                new PartsDoNotAddUpException(cad("1234.00"), cad("1234.50")),
                new AlreadyCorrectedException(AlreadyCorrectedException.Subject.CHARGE, 12345),
                new AlreadyCorrectedException(AlreadyCorrectedException.Subject.ASSESSMENT, 12345),
                new AlreadyCorrectedException(AlreadyCorrectedException.Subject.RECEIPT, 12345),
                new AlreadyCorrectedException(AlreadyCorrectedException.Subject.RETURN_FEE, 12345));
    }

    private static Stream<FeesException> postings() {
        MissingAccount receivable = new MissingAccount("account.receivable", "");
        MissingAccount fee = new MissingAccount("account.charge", "Lab {0}");
        return Stream.of(
                        Stream.of(
                                new MissingAccountsException(List.of(receivable)),
                                new MissingAccountsException(List.of(fee, receivable)),
                                new NothingToPostException(LocalDate.of(2026, 9, 8)),
                                new UnknownPostingException(new PostingNumber(12345))),
                        Stream.of(PostingFormat.values())
                                .flatMap(format -> Stream.of(List.of("40.10"), List.of("Fees", "40.10"))
                                        .map(accounts -> new AccountFormatException(format, accounts))))
                .flatMap(each -> each);
    }

    private static Stream<FeesException> till() {
        LocalDate day = LocalDate.of(2026, 9, 8);
        DepositNumber number = new DepositNumber(12345);
        return Stream.of(
                        Stream.of(
                                new ReasonNeededException(cad("1234.50"), cad("1235.50")),
                                new ReasonNeededException(cad("1235.50"), cad("1234.50")),
                                new NothingToDepositException(day),
                                new DrawerNotCountedException("ann {0}", day, cad("1234.50"), false, 0),
                                new DrawerNotCountedException("ann {0}", day, cad("1234.50"), false, 1200),
                                new DrawerNotCountedException("ann {0}", day, cad("1234.50"), true, 0),
                                new DrawerNotCountedException("ann {0}", day, cad("1234.50"), true, 1200),
                                new DepositChangedException(1),
                                new DepositChangedException(1200),
                                new UnknownDepositException(number)),
                        Stream.of(new UnknownNoteException(new NoteNumber(12345))),
                        imports(),
                        Stream.of(
                                new PayerChangedException(new PayerNumber(12)),
                                CoverNotAllowedException.inactive(new PayerNumber(12)),
                                CoverNotAllowedException.tooMuch(
                                        new PayerNumber(12), new CoverNumber(12345), new BigDecimal("133.33")),
                                CoverNotAllowedException.unknown(new CoverNumber(12345)),
                                CoverNotAllowedException.ended(new CoverNumber(12345)),
                                CoverRunRefusedException.nothing(),
                                CoverRunRefusedException.changed(new Figures(12345, cad("1234.50"))),
                                CoverRunRefusedException.fundShort(
                                        new Shortage(new PayerNumber(12), cad("1234.50"), cad("0.10"))),
                                CoverRunRefusedException.unknown(new CoverRunNumber(12345)),
                                CoverRunRefusedException.undone(new CoverRunNumber(12345)),
                                CoverRunRefusedException.paid(
                                        new CoverRunNumber(12345), new PayerNumber(12), new ReceiptNumber(12345)),
                                TransferNotAllowedException.ofAPayer(new ChargeId(12345), new PayerNumber(12)),
                                TransferNotAllowedException.inactive(new ChargeId(12345), new PayerNumber(12)),
                                TransferNotAllowedException.fundCredit(
                                        new ChargeId(12345), new PayerNumber(12), cad("1234.50"), cad("0.10")),
                                TransferNotAllowedException.notTransferred(new ChargeId(12345))),
                        Stream.of(DepositCashException.Problem.values())
                                .map(problem -> new DepositCashException(problem, cad("-1234.50"), cad("0.10"))),
                        Stream.of(CannotTakeBackException.Problem.values())
                                .map(problem -> new CannotTakeBackException(number, problem)),
                        Stream.of(CannotVerifyException.Problem.values())
                                .map(problem -> new CannotVerifyException(number, problem)))
                .flatMap(each -> each);
    }

    private static Stream<FeesException> imports() {
        ImportNumber number = new ImportNumber(12345);
        PostedImport earlier = new PostedImport(
                number, ImportKind.BANK, "it's {0}.csv", 1, cad("1234.50"), 1, 0, Instant.EPOCH, "ann", false);
        ImportProblem problem = new ImportProblem(1, "", ImportProblem.Reason.EMPTY, "");
        return Stream.concat(
                Stream.of(
                        new UnknownImportException(number),
                        new NotUnclaimedException(new BankLineNumber(12345)),
                        new AlreadyImportedException(earlier, LocalDate.of(2026, 9, 8)),
                        new ImportRefusedException(List.of(problem)),
                        new ImportRefusedException(Collections.nCopies(1200, problem))),
                Stream.of(ImportInUseException.Use.values()).map(use -> new ImportInUseException(number, use, 12345)));
    }

    private static Stream<FeesException> documents() {
        return Stream.of(
                        Stream.of(
                                new UnknownRunException(new RunNumber(12345)),
                                new NothingToInvoiceException(run(0)),
                                new NothingToInvoiceException(run(1)),
                                new NothingToInvoiceException(run(1234)),
                                new NothingToInvoiceException(reminders(0)),
                                new NothingToInvoiceException(reminders(1)),
                                new NothingToInvoiceException(reminders(1234)),
                                new RemindersInProgressException(new RunNumber(12345)),
                                new RunCancelledException(new RunNumber(12345)),
                                new NothingDueException(new StudentNumber(12345)),
                                new NothingToPrintException()),
                        Stream.of(DocumentException.Problem.values())
                                .map(problem -> new DocumentException(problem, "it's {0}", null)),
                        Stream.of(CannotReprintException.Problem.values())
                                .map(problem -> new CannotReprintException(new RunNumber(12345), problem)),
                        Stream.of(MailException.Problem.values())
                                .map(problem -> new MailException(problem, "it's {0}", null)))
                .flatMap(each -> each);
    }

    private static Stream<FeesException> system() {
        return Stream.concat(
                Stream.of(
                        new NotAllowedException("ann", Role.BILL),
                        new RequestKeyReusedException(RequestKey.fresh()),
                        new StorageException(StorageException.Outcome.UNKNOWN, null),
                        new StorageException(StorageException.Outcome.NOTHING_STORED, null),
                        new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null)),
                Stream.of(InvalidSettingException.Problem.values())
                        .map(problem -> new InvalidSettingException("paper", "a5", problem, "it's {0}", 1234)));
    }

    /** Every field with every problem, with a value, without one, and with a long one. */
    static Stream<FeesException> inputs() {
        return Stream.of(Field.values()).flatMap(field -> Stream.of(Problem.values())
                .flatMap(problem -> Stream.of("", "{it's}", "x".repeat(61), "gold (known: cash, card)")
                        .map(value -> new InvalidInputException(field, problem, value))));
    }

    /** The exceptions of this module, found by listing its class files. */
    static List<Class<?>> types() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(FeesException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Exception.class"))
                    .toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replaceAll("\\.class$", "")
                        .replace('/', '.');
                if (!name.equals(FeesException.class.getName())) {
                    found.add(Class.forName(name));
                }
            }
        }
        return found;
    }

    private static InvoiceRun run(int leftOut) {
        return run(InvoiceRun.Kind.INVOICES, leftOut);
    }

    private static InvoiceRun reminders(int leftOut) {
        return run(InvoiceRun.Kind.REMINDERS, leftOut);
    }

    private static InvoiceRun run(InvoiceRun.Kind kind, int leftOut) {
        return new InvoiceRun(
                new RunNumber(12345),
                kind,
                Optional.empty(),
                InvoiceRun.Channel.PRINT,
                InvoiceRun.State.DONE,
                LocalDate.EPOCH,
                "",
                Optional.empty(),
                InvoiceOrder.NAME,
                0,
                0,
                cad("0"),
                cad("0"),
                Map.of(InvoiceRun.Outcome.NOTHING_DUE, leftOut),
                "",
                Instant.EPOCH,
                Optional.empty(),
                "ann");
    }

    private static Money cad(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("CAD"));
    }
}
