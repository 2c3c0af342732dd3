package org.openadmin.fees.ui.internal.i18n;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.NothingToPrintException;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.InvalidSettingException;

/** The one place that turns what a service refuses into a sentence for the user. */
public final class ErrorMessages {

    private final Messages words;
    private final MoneyFormat money;
    private final Map<Class<? extends FeesException>, Function<FeesException, String>> byType = new LinkedHashMap<>();

    public ErrorMessages(Messages words, MoneyFormat money) {
        this.words = words;
        this.money = money;
        inputs();
        unknownThings();
        commands();
        corrections();
        system();
    }

    /** What to tell the user about this failure of a command that has not been answered otherwise. */
    public String of(RuntimeException failure) {
        Function<FeesException, String> sentence = byType.get(failure.getClass());
        return sentence == null ? words.say("error.unexpected") : sentence.apply((FeesException) failure);
    }

    /** Whether the command may have been done although it failed; then only the same request may be sent again. */
    public static boolean isOutcomeUnknown(RuntimeException failure) {
        return failure instanceof StorageException storage
                ? storage.outcome() == StorageException.Outcome.UNKNOWN
                : !(failure instanceof FeesException);
    }

    /** The field that the failure is about, if it is about one. */
    public static Optional<Field> field(RuntimeException failure) {
        if (failure instanceof InvalidInputException input) {
            return Optional.of(input.field());
        }
        if (failure instanceof UnknownGroupValueException || failure instanceof UnknownStudentException) {
            return Optional.of(Field.VALUES);
        }
        if (failure instanceof UnknownProfileException) {
            return Optional.of(Field.PROFILE);
        }
        if (failure instanceof UnknownTaxException) {
            return Optional.of(Field.TAXES);
        }
        return failure instanceof NotEnoughMoneyException || failure instanceof NotEnoughCreditException
                ? Optional.of(Field.AMOUNT)
                : Optional.empty();
    }

    boolean knows(Class<?> type) {
        return byType.containsKey(type);
    }

    private void inputs() {
        on(InvalidInputException.class, e -> input(e.field(), e.problem(), e.value()));
        on(
                UnknownGroupValueException.class,
                e -> words.say("error.group-value." + kindKey(e.kind()), String.join(", ", e.values())));
        on(UnknownStudentException.class, e -> words.say("error.student", joined(e.students()), count(e.students())));
        on(UnknownProfileException.class, e -> words.say("error.profile", e.profile()));
        on(UnknownTaxException.class, e -> words.say("error.tax", String.join(", ", e.taxes())));
    }

    private void unknownThings() {
        on(UnknownChargeException.class, e -> words.say("error.charge-unknown", ids(e.charges())));
        on(UnknownPredefinedFeeException.class, e -> words.say("error.predefined-unknown", String.valueOf(e.id())));
        on(UnknownBatchException.class, e -> words.say("error.batch-unknown", String.valueOf(e.batch())));
        on(UnknownReceiptException.class, e -> words.say("error.receipt-unknown", String.valueOf(e.number())));
        on(UnknownRunException.class, e -> words.say("error.run-unknown", String.valueOf(e.number())));
    }

    private void commands() {
        on(
                NotAllowedException.class,
                e -> words.say(
                        "error.not-allowed", words.say("role." + e.needed().roleName())));
        on(
                PredefinedFeeInUseException.class,
                e -> words.say("error.predefined-in-use", String.valueOf(e.id()), e.charges()));
        on(RequestKeyReusedException.class, e -> words.say("error.key-reused"));
        on(NobodyToChargeException.class, e -> words.say("error.nobody", e.alreadyCharged()));
        on(AssessmentChangedException.class, e -> words.say("error.assessment-changed", e.expected(), e.found()));
        on(ChargeOfAnotherStudentException.class, e -> words.say("error.charge-foreign", ids(e.charges())));
        on(ChargeSettledException.class, e -> words.say("error.charge-settled", count(e.charges())));
        on(
                NotEnoughMoneyException.class,
                e -> words.say("error.not-enough", money.show(e.charges()), money.show(e.missing())));
        on(
                NothingToInvoiceException.class,
                e -> words.say("error.nothing-to-invoice", e.run().leftOut()));
        on(RunCancelledException.class, e -> words.say("error.run-cancelled"));
        on(NothingToPrintException.class, e -> words.say("error.nothing-to-print"));
    }

    private void corrections() {
        on(
                AlreadyCorrectedException.class,
                e -> words.say(
                        switch (e.what()) {
                            case CHARGE -> "error.corrected.charge";
                            case ASSESSMENT -> "error.corrected.assessment";
                            case RECEIPT -> "error.corrected.receipt";
                        },
                        String.valueOf(e.number())));
        on(
                NotEnoughCreditException.class,
                e -> words.say("error.not-enough-credit", money.show(e.wanted()), money.show(e.credit())));
    }

    private void system() {
        on(
                MailException.class,
                e -> words.say(
                        switch (e.problem()) {
                            case NOT_CONFIGURED -> "error.mail.none";
                            case BUSY -> "error.mail.busy";
                            case UNREACHABLE -> "error.mail.unreachable";
                            case REFUSED -> "error.mail.refused";
                        },
                        e.detail()));
        on(InvalidSettingException.class, e -> words.say("error.setting", e.key()));
        on(
                DocumentException.class,
                e -> words.say("error.document."
                        + switch (e.problem()) {
                            case TEXT_CUT -> "text";
                            case TOO_LONG -> "long";
                            case LOGO -> "logo";
                            case TEMPLATE -> "template";
                            case OUTPUT, FAILED -> "failed";
                        }));
        on(
                StorageException.class,
                e -> words.say(
                        e.outcome() == StorageException.Outcome.UNKNOWN
                                ? "error.storage.unknown"
                                : "error.storage.nothing"));
    }

    private <E extends FeesException> void on(Class<E> type, Function<E, String> sentence) {
        byType.put(type, failure -> sentence.apply(type.cast(failure)));
    }

    private String input(Field field, Problem problem, String value) {
        return switch (problem) {
            case MISSING ->
                words.say(
                        switch (field) {
                            case NAME -> "error.missing.name";
                            case AMOUNT -> "error.missing.amount";
                            case DATE -> "error.missing.date";
                            case VALUES -> "error.missing.values";
                            case REASON -> "error.missing.reason";
                            case MONTH -> "error.missing.month";
                            default -> "error.missing.other";
                        });
            case NOT_A_NUMBER ->
                words.say(
                        switch (field) {
                            case STUDENT -> "error.student-number";
                            case RECEIPT -> "error.receipt-number";
                            case RUN -> "error.run-number";
                            default -> "error.number";
                        },
                        value);
            case NOT_POSITIVE -> words.say("error.not-positive");
            case TOO_MANY_DECIMALS ->
                words.say(field == Field.DISCOUNT ? "error.discount-decimals" : "error.decimals", value);
            case TOO_LARGE -> words.say("error.too-large");
            case TOO_LONG -> words.say("error.too-long", value.codePointCount(0, value.length()));
            case NOT_A_DATE -> words.say(field == Field.MONTH ? "error.month" : "error.date", value);
            case OUT_OF_RANGE ->
                words.say(
                        switch (field) {
                            case DATE -> "error.date-range";
                            case DISCOUNT -> "error.discount-range";
                            case STUDENT -> "error.student-number";
                            case RECEIPT -> "error.receipt-number";
                            case MONTH -> "error.month";
                            default -> "error.range";
                        },
                        value);
            case UNKNOWN -> words.say("error.not-known", value);
            case CONTROL_CHARACTER -> words.say("error.control-character");
        };
    }

    /** The part of a text's key that names a kind of group. */
    static String kindKey(GroupKind kind) {
        return kind.word();
    }

    private static int count(List<?> list) {
        return list.size();
    }

    private static String ids(List<ChargeId> charges) {
        return joined(charges);
    }

    private static String joined(List<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
