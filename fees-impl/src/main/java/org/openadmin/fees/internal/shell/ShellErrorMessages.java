package org.openadmin.fees.internal.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.AssessmentChangedException;
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
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.InvalidSettingException;

/** Converts every exception to a sentence for the user of the shell. This is the only place where that is done. */
final class ShellErrorMessages {

    private static final int LONGEST_VALUE = 60;

    private final ShellMessages words;
    private final Map<Class<? extends RuntimeException>, Function<RuntimeException, String>> byType = new HashMap<>();

    ShellErrorMessages(ShellMessages words) {
        this.words = words;
        on(UsageException.class, e -> words.say(e.key(), e.arguments()));
        on(InvalidInputException.class, this::input);
        unknownThings();
        commands();
        corrections();
        system();
    }

    String of(RuntimeException failure) {
        Function<RuntimeException, String> sentence = byType.get(failure.getClass());
        return sentence == null ? words.say("unexpected", failure.getClass().getSimpleName()) : sentence.apply(failure);
    }

    boolean knows(Class<?> type) {
        return byType.containsKey(type);
    }

    private void unknownThings() {
        on(UnknownStudentException.class, e -> words.say("error.student", joined(e.students())));
        on(
                UnknownGroupValueException.class,
                e -> words.say("error.group-value", e.kind().word(), joined(e.values())));
        on(
                UnknownProfileException.class,
                e -> e.configured().isEmpty()
                        ? words.say("error.profile.none", e.profile())
                        : words.say("error.profile", e.profile(), joined(e.configured())));
        on(
                UnknownTaxException.class,
                e -> e.configured().isEmpty()
                        ? words.say("error.tax.none", joined(e.taxes()))
                        : words.say("error.tax", joined(e.taxes()), joined(e.configured())));
        on(UnknownChargeException.class, e -> words.say("error.charge-unknown", joined(e.charges())));
        on(UnknownPredefinedFeeException.class, e -> words.say("error.predefined-unknown", e.id()));
        on(UnknownBatchException.class, e -> words.say("error.batch-unknown", e.batch()));
        on(UnknownReceiptException.class, e -> words.say("error.receipt-unknown", e.number()));
        on(UnknownRunException.class, e -> words.say("error.run-unknown", e.number()));
    }

    private void commands() {
        on(
                NotAllowedException.class,
                e -> words.say("error.not-allowed", e.user(), e.needed().roleName()));
        on(PredefinedFeeInUseException.class, e -> words.say("error.predefined-in-use", e.id(), e.charges()));
        on(RequestKeyReusedException.class, e -> words.say("error.key-reused", e.key()));
        on(
                NobodyToChargeException.class,
                e -> e.alreadyCharged() == 0
                        ? words.say("error.nobody")
                        : words.say("error.nobody.already", e.alreadyCharged()));
        on(AssessmentChangedException.class, e -> words.say("error.assessment-changed", e.expected(), e.found()));
        on(
                ChargeOfAnotherStudentException.class,
                e -> words.say("error.charge-foreign", e.student(), joined(e.charges())));
        on(ChargeSettledException.class, e -> words.say("error.charge-settled", joined(e.charges())));
        on(NotEnoughMoneyException.class, e -> words.say("error.not-enough", e.charges(), e.received(), e.credit()));
        on(
                NothingToInvoiceException.class,
                e -> words.say(
                        "error.nothing-to-invoice",
                        e.run().date(),
                        e.run().leftOut(),
                        e.run().number()));
        on(RunCancelledException.class, e -> words.say("error.run-cancelled", e.number()));
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
                        e.number()));
        on(NotEnoughCreditException.class, e -> words.say("error.not-enough-credit", e.wanted(), e.credit()));
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
        on(InvalidSettingException.class, e -> words.say("error.setting", e.key(), e.value(), e.reason()));
        on(
                DocumentException.class,
                e -> words.say(
                        switch (e.problem()) {
                            case TEXT_CUT -> "error.document.text";
                            case TOO_LONG -> "error.document.long";
                            case LOGO -> "error.document.logo";
                            case TEMPLATE -> "error.document.template";
                            case OUTPUT -> "error.document.output";
                            case FAILED -> "error.document.failed";
                        },
                        e.detail()));
        on(
                StorageException.class,
                e -> words.say(
                        e.outcome() == StorageException.Outcome.UNKNOWN
                                ? "error.storage.unknown"
                                : "error.storage.nothing"));
    }

    private <E extends RuntimeException> void on(Class<E> type, Function<E, String> sentence) {
        byType.put(type, failure -> sentence.apply(type.cast(failure)));
    }

    private String input(InvalidInputException e) {
        String field = words.say("field." + key(e.field()));
        String problem = words.say("problem." + problem(e.field(), e.problem()));
        if (e.value().isEmpty()) {
            return words.say("input", field, problem);
        }
        // the value of an unknown code is followed by the list of known codes
        String value = e.value().replace("(known:", "(" + words.say("input.known"));
        return words.say("input.value", field, shortened(value), problem);
    }

    private static String problem(Field field, Problem problem) {
        boolean money = field == Field.AMOUNT || field == Field.DISCOUNT;
        if (problem == Problem.NOT_A_NUMBER && !money) {
            return "not-whole";
        }
        return problem == Problem.NOT_A_DATE && field == Field.MONTH ? "not-a-month" : key(problem);
    }

    /** Returns the part of a message key that identifies a field or a problem. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 3) + "…";
    }

    private static String joined(List<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
