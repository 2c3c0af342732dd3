package org.openadmin.fees.spi.messages;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
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
import org.openadmin.fees.api.corrections.TransferNotAllowedException;
import org.openadmin.fees.api.corrections.UnknownReasonCodeException;
import org.openadmin.fees.api.corrections.UnknownRefundException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.NothingDueException;
import org.openadmin.fees.api.documents.NothingToPrintException;
import org.openadmin.fees.api.imports.AlreadyImportedException;
import org.openadmin.fees.api.imports.ImportInUseException;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.NotUnclaimedException;
import org.openadmin.fees.api.imports.UnknownImportException;
import org.openadmin.fees.api.invoicing.CannotReprintException;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RemindersInProgressException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.notes.UnknownNoteException;
import org.openadmin.fees.api.payers.CoverNotAllowedException;
import org.openadmin.fees.api.payers.CoverRunRefusedException;
import org.openadmin.fees.api.payers.PayerChangedException;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.postings.AccountFormatException;
import org.openadmin.fees.api.postings.MissingAccountsException;
import org.openadmin.fees.api.postings.NothingToPostException;
import org.openadmin.fees.api.postings.UnknownPostingException;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.api.till.CannotTakeBackException;
import org.openadmin.fees.api.till.CannotVerifyException;
import org.openadmin.fees.api.till.DepositCashException;
import org.openadmin.fees.api.till.DepositChangedException;
import org.openadmin.fees.api.till.DrawerNotCountedException;
import org.openadmin.fees.api.till.NothingToDepositException;
import org.openadmin.fees.api.till.ReasonNeededException;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.spi.InvalidSettingException;

/**
 * The sentence for each refusal. The texts are in {@code refusals.properties}. A count is passed as two arguments: the number, to
 * choose between singular and plural, and the number as formatted for the medium.
 */
public final class RefusalMessages {

    static final MessageTexts TEXTS = new MessageTexts(RefusalMessages.class, "refusals");

    private static final int MAX_VALUE_LENGTH = 60;

    private final Properties texts;
    private final Medium medium;
    private final ValueFormat format;
    private final Map<Class<? extends FeesException>, Function<FeesException, String>> byType = new HashMap<>();

    public RefusalMessages(Locale locale, Medium medium, ValueFormat format) {
        this(TEXTS.in(locale), medium, format);
    }

    /** For tests. */
    RefusalMessages(Properties texts, Medium medium, ValueFormat format) {
        this.texts = texts;
        this.medium = medium;
        this.format = format;
        on(InvalidInputException.class, medium == Medium.CONSOLE ? this::inputOfCommand : this::inputOfField);
        students();
        billing();
        dates();
        closings();
        repetitions();
        payments();
        corrections();
        till();
        postings();
        invoicing();
        system();
    }

    /** The sentence; empty if the failure is not one of the module's refusals. */
    public Optional<String> of(RuntimeException failure) {
        return Optional.ofNullable(byType.get(failure.getClass()))
                .map(sentence -> sentence.apply((FeesException) failure));
    }

    private void students() {
        on(
                UnknownStudentException.class,
                e -> message(
                        e.isOfStudents() ? "unknown-student" : "unknown-account",
                        all(e.students()),
                        e.students().size()));
        on(
                UnknownGroupValueException.class,
                e -> message("unknown-group-value." + MessageTexts.key(e.kind()), all(e.values())));
        on(
                UnknownProfileException.class,
                e -> message(
                        "unknown-profile",
                        format.text(e.profile()),
                        e.configured().size(),
                        all(e.configured())));
    }

    private void billing() {
        on(
                UnknownTaxException.class,
                e -> message("unknown-tax", all(e.taxes()), e.configured().size(), all(e.configured())));
        on(
                UnknownChargeException.class,
                e -> message("unknown-charge", all(e.charges()), e.charges().size()));
        on(UnknownPredefinedFeeException.class, e -> message("unknown-predefined-fee", e.id()));
        on(
                UnknownFeeException.class,
                e -> message(
                        "unknown-fee",
                        format.text(e.fee()),
                        e.nearest().size(),
                        format.text(String.join("; ", e.nearest()))));
        on(UnknownBatchException.class, e -> message("unknown-batch", e.batch()));
        on(
                PredefinedFeeInUseException.class,
                e -> message("predefined-fee-in-use", e.id(), e.charges(), format.count(e.charges())));
        on(
                NobodyToChargeException.class,
                e -> e.overLimit() > 0
                        ? message("nobody-to-charge.limit", e.overLimit(), format.count(e.overLimit()))
                        : message("nobody-to-charge", e.alreadyCharged(), format.count(e.alreadyCharged())));
        on(
                AssessmentChangedException.class,
                e -> message("assessment-changed", format.count(e.expected()), format.count(e.found())));
        on(
                CatchUpNotPossibleException.class,
                e -> message(
                        "catch-up-not-possible." + MessageTexts.key(e.problem()),
                        e.assessment().batch(),
                        format.text(e.assessment().feeName()),
                        format.date(e.assessment().date())));
    }

    private void dates() {
        on(
                DateNotAllowedException.class,
                e -> message(
                        "date-not-allowed." + MessageTexts.key(e.limit()),
                        format.date(e.date()),
                        format.date(e.allowed())));
        on(
                UnusualDateException.class,
                e -> message(
                        "unusual-date." + MessageTexts.key(e.unusual().reason()),
                        format.date(e.unusual().date()),
                        format.date(e.unusual().compared()),
                        format.count(e.unusual().days())));
    }

    private void closings() {
        on(PeriodReversedException.class, e -> message("period-reversed", format.date(e.from()), format.date(e.to())));
        on(
                ClosingNotAllowedException.class,
                e -> message(
                        "closing-not-allowed." + MessageTexts.key(e.reason()),
                        format.month(e.month()),
                        e.faults(),
                        format.count(e.faults())));
    }

    private void repetitions() {
        on(
                RepeatedAmountException.class,
                e -> message(
                        "repeated-amount." + MessageTexts.key(e.repeated().kind()),
                        e.repeated().number(),
                        format.amount(e.repeated().amount()),
                        e.repeated().minutes(),
                        format.count(e.repeated().minutes())));
    }

    private void payments() {
        on(IncompleteReceiptException.class, e -> message("incomplete-receipt", e.number()));
        on(UnknownReceiptException.class, e -> message("unknown-receipt", e.number()));
        on(UnknownRefundException.class, e -> message("unknown-refund", e.number()));
        on(
                ChargeOfAnotherStudentException.class,
                e -> message(
                        "charge-of-another-student",
                        all(e.charges()),
                        e.charges().size()));
        on(
                ChargeSettledException.class,
                e -> message(
                        "charge-settled",
                        e.charges().size(),
                        format.count(e.charges().size()),
                        all(e.charges())));
        on(
                NotEnoughMoneyException.class,
                e -> message("not-enough-money", format.amount(e.charges()), format.amount(e.missing())));
        on(
                EnvelopeDifferentException.class,
                e -> message("envelope-different", format.amount(e.marked()), format.amount(e.envelope())));
        on(
                ClassPaymentRefusedException.class,
                e -> message(
                        "class-payment-refused." + MessageTexts.key(e.problem()),
                        all(e.students().stream()
                                .map(StudentSnapshot::spokenName)
                                .toList()),
                        e.students().size()));
    }

    private void corrections() {
        on(
                OutsiderException.class,
                e -> message(
                        "outsider",
                        all(e.outsiders()),
                        e.outsiders().size(),
                        format.text(e.first().toString())));
        on(
                AlreadyChargedException.class,
                e -> message(
                        "already-charged",
                        format.text(e.student().toString()),
                        format.text(e.fee()),
                        format.date(e.date())));
        on(
                YearLimitException.class,
                e -> message(
                        "year-limit",
                        format.text(e.student().toString()),
                        format.text(e.fee()),
                        format.amount(e.limit().limit()),
                        format.amount(e.limit().charged()),
                        format.amount(e.limit().left())));
        on(GoodsNotStatedException.class, e -> message("goods-not-stated", e.number()));
        on(CashOnlyException.class, e -> message("cash-only", format.date(e.until())));
        on(CashNotReturnedException.class, e -> message("cash-not-returned", e.number()));
        on(NotReturnedException.class, e -> message("not-returned", e.number()));
        on(
                CoverNotAllowedException.class,
                e -> message(
                        "cover-not-allowed." + MessageTexts.key(e.problem()),
                        e.payer().map(Object::toString).orElse(""),
                        e.cover().map(Object::toString).orElse(""),
                        e.percent()
                                .map(percent -> percent.stripTrailingZeros().toPlainString())
                                .orElse("")));
        on(
                CoverRunRefusedException.class,
                e -> message(
                        "cover-run-refused." + MessageTexts.key(e.problem()),
                        e.run().map(Object::toString).orElse(""),
                        e.payer().map(Object::toString).orElse(""),
                        e.receipt().map(Object::toString).orElse(""),
                        e.shortage().map(fund -> format.amount(fund.missing())).orElse(""),
                        e.shortage().map(fund -> format.amount(fund.needed())).orElse(""),
                        e.now().map(now -> String.valueOf(now.transfers())).orElse(""),
                        e.now().map(now -> format.amount(now.total())).orElse("")));
        on(PayerChangedException.class, e -> message("payer-changed", e.payer()));
        on(
                TransferNotAllowedException.class,
                e -> message(
                        "transfer-not-allowed." + MessageTexts.key(e.problem()),
                        e.charge(),
                        e.payer().map(Object::toString).orElse(""),
                        e.needed().map(format::amount).orElse(""),
                        e.credit().map(format::amount).orElse("")));
        on(
                AlreadyCorrectedException.class,
                e -> message("already-corrected." + MessageTexts.key(e.subject()), e.number()));
        on(
                NotEnoughCreditException.class,
                e -> message("not-enough-credit", format.amount(e.wanted()), format.amount(e.credit())));
        on(
                PartsDoNotAddUpException.class,
                e -> message(
                        e.difference().isPositive() ? "parts-do-not-add-up.more" : "parts-do-not-add-up.less",
                        format.amount(e.parts()),
                        format.amount(
                                e.difference().isPositive()
                                        ? e.difference()
                                        : e.difference().negated()),
                        format.amount(e.whole())));
        on(
                UnknownReasonCodeException.class,
                e -> message(
                        "unknown-reason-code."
                                + (e.configured().isEmpty() ? "none" : e.code().isEmpty() ? "missing" : "other"),
                        format.text(e.code()),
                        all(e.configured())));
        on(NotSplitException.class, e -> message("not-split", e.charge()));
        on(
                PartsNotOpenException.class,
                e -> message("parts-not-open", e.settled().size(), all(e.settled())));
    }

    private void till() {
        on(
                ReasonNeededException.class,
                e -> message(
                        e.difference().isPositive() ? "reason-needed.over" : "reason-needed.short",
                        format.amount(
                                e.difference().isPositive()
                                        ? e.difference()
                                        : e.difference().negated()),
                        format.amount(e.expected())));
        on(NothingToDepositException.class, e -> message("nothing-to-deposit", format.date(e.until())));
        on(
                DrawerNotCountedException.class,
                e -> message(
                        e.counted() ? "drawer-not-counted.since" : "drawer-not-counted.never",
                        format.text(e.cashier()),
                        format.date(e.day()),
                        format.amount(e.since()),
                        e.others(),
                        format.count(e.others())));
        on(
                DepositCashException.class,
                e -> message(
                        "deposit-cash." + MessageTexts.key(e.problem()),
                        format.amount(e.cash()),
                        format.amount(e.counted())));
        on(DepositChangedException.class, e -> message("deposit-changed", e.rows(), format.count(e.rows())));
        on(UnknownImportException.class, e -> message("unknown-import", e.number()));
        on(NotUnclaimedException.class, e -> message("not-unclaimed", e.line()));
        on(
                AlreadyImportedException.class,
                e -> message("already-imported", e.earlier().number(), format.date(e.day())));
        on(
                ImportRefusedException.class,
                e -> message(
                        "import-refused",
                        e.problems().size(),
                        format.count(e.problems().size())));
        on(
                ImportInUseException.class,
                e -> message("import-in-use." + MessageTexts.key(e.use()), e.number(), String.valueOf(e.subject())));
        on(UnknownNoteException.class, e -> message("unknown-note", e.number()));
        on(UnknownDepositException.class, e -> message("unknown-deposit", e.number()));
        on(
                CannotTakeBackException.class,
                e -> message("cannot-take-back." + MessageTexts.key(e.problem()), e.number()));
        on(CannotVerifyException.class, e -> message("cannot-verify." + MessageTexts.key(e.problem()), e.number()));
    }

    private void postings() {
        on(
                MissingAccountsException.class,
                e -> message(
                        "missing-accounts",
                        e.accounts().size(),
                        format.count(e.accounts().size()),
                        e.accounts().stream()
                                .map(account -> format.text(account.toString()))
                                .collect(Collectors.joining(", "))));
        on(
                AccountFormatException.class,
                e -> message(
                        "account-format." + MessageTexts.key(e.format()),
                        e.accounts().size(),
                        e.accounts().stream().map(format::text).collect(Collectors.joining(", "))));
        on(NothingToPostException.class, e -> message("nothing-to-post", format.date(e.until())));
        on(UnknownPostingException.class, e -> message("unknown-posting", e.number()));
    }

    private void invoicing() {
        on(UnknownRunException.class, e -> message("unknown-run", e.number()));
        on(
                NothingToInvoiceException.class,
                e -> message(
                        e.run().isOfReminders() ? "nobody-to-remind" : "nothing-to-invoice",
                        e.run().leftOut(),
                        format.count(e.run().leftOut()),
                        e.run().number()));
        on(RemindersInProgressException.class, e -> message("reminders-in-progress", e.number()));
        on(RunCancelledException.class, e -> message("run-cancelled", e.number()));
        on(CannotReprintException.class, e -> message("cannot-reprint." + MessageTexts.key(e.problem()), e.number()));
        on(MailException.class, e -> message("mail." + MessageTexts.key(e.problem()), format.text(e.detail())));
    }

    private void system() {
        on(NotAllowedException.class, e -> message("not-allowed", e.needed().roleName(), format.text(e.user())));
        on(RequestKeyReusedException.class, e -> message("request-key-reused", e.key()));
        on(InvalidSettingException.class, e -> message("invalid-setting", e.key(), e.value(), reason(e)));
        on(NothingToPrintException.class, e -> message("nothing-to-print"));
        on(NothingDueException.class, e -> message("nothing-due", e.student()));
        on(DocumentException.class, e -> message("document." + MessageTexts.key(e.problem()), e.detail()));
        on(
                StorageException.class,
                e -> message(e.outcome() == Outcome.UNKNOWN ? "storage.unknown" : "storage.nothing-stored"));
    }

    private String reason(InvalidSettingException e) {
        return message("setting." + MessageTexts.key(e.problem()), e.details().toArray());
    }

    /** The sentence for use beside a field, which it therefore need not name. */
    private String inputOfField(InvalidInputException e) {
        String key = "input." + MessageTexts.key(atField(e));
        return message(
                List.of(key + "." + MessageTexts.key(e.field()), key),
                format.text(e.value()),
                format.count(e.value().codePointCount(0, e.value().length())),
                format.text(e.proposal()));
    }

    /** A number or month that is out of range counts as malformed: there is one sentence for both. */
    private static Problem atField(InvalidInputException e) {
        if (e.problem() != Problem.OUT_OF_RANGE) {
            return e.problem();
        }
        return switch (e.field()) {
            case STUDENT, RECEIPT -> Problem.NOT_A_NUMBER;
            case MONTH -> Problem.NOT_A_DATE;
            default -> Problem.OUT_OF_RANGE;
        };
    }

    /** A command has several options, so the sentence names the option, its value, and what is wrong with it. */
    private String inputOfCommand(InvalidInputException e) {
        String field = message("field." + MessageTexts.key(e.field()));
        String key = "problem." + MessageTexts.key(e.problem());
        String problem = message(List.of(key + "." + MessageTexts.key(e.field()), key), e.proposal());
        if (e.value().isEmpty()) {
            return message("input", field, problem);
        }
        // the refusal of an unknown code lists those that exist
        String value = e.value().replace("(known:", "(" + message("input.known"));
        return message("input.value", field, problem, shortened(value));
    }

    private <E extends FeesException> void on(Class<E> type, Function<E, String> sentence) {
        byType.put(type, failure -> sentence.apply(type.cast(failure)));
    }

    private String message(String key, Object... arguments) {
        return message(List.of(key), arguments);
    }

    /** @param keys the first key that has a text is used; before each key, its variant for this medium is tried */
    private String message(List<String> keys, Object... arguments) {
        String text = MessageTexts.first(texts, keys.stream().flatMap(medium::keys));
        Object[] values = arguments.clone();
        for (int i = 0; i < values.length; i++) {
            // numbers are kept for the choice between singular and plural, everything else is passed as text
            values[i] = values[i] instanceof Integer ? values[i] : VisibleText.ofSentence(String.valueOf(values[i]));
        }
        return new MessageFormat(text, Locale.ROOT).format(values);
    }

    private String all(List<?> things) {
        return format.text(things.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String shortened(String value) {
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH - 3) + "…";
    }
}
