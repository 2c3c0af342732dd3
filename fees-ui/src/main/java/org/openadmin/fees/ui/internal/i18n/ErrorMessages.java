package org.openadmin.fees.ui.internal.i18n;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.corrections.PartsDoNotAddUpException;
import org.openadmin.fees.api.corrections.UnknownReasonCodeException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.RefusalMessages;
import org.openadmin.fees.spi.messages.ValueFormat;

/** What a page shows after a command has failed: the message, the field it belongs to, and whether the outcome is known. */
public final class ErrorMessages {

    private final Messages messages;
    private final RefusalMessages refusals;

    /**
     * @param dates writes a date as the page does
     * @param months writes a month as the page does
     */
    public ErrorMessages(
            Messages messages,
            MoneyFormat money,
            Function<LocalDate, String> dates,
            Function<YearMonth, String> months) {
        this.messages = messages;
        refusals = new RefusalMessages(messages.locale(), Medium.SCREEN, new ValueFormat() {
            @Override
            public String amount(Money amount) {
                return money.format(amount);
            }

            @Override
            public String count(int count) {
                return NumberFormat.getIntegerInstance(messages.locale()).format(count);
            }

            @Override
            public String date(LocalDate date) {
                return dates.apply(date);
            }

            @Override
            public String month(YearMonth month) {
                return months.apply(month);
            }

            @Override
            public String text(String text) {
                return Messages.isolated(text);
            }
        });
    }

    /** The message for the user. */
    public String of(RuntimeException failure) {
        return refusals.of(failure).orElseGet(() -> messages.text("error.unexpected"));
    }

    /** Whether the command may have taken effect although it failed; if so, only the same request may be sent again. */
    public static boolean isOutcomeUnknown(RuntimeException failure) {
        return failure instanceof StorageException storage
                ? storage.outcome() == StorageException.Outcome.UNKNOWN
                : !(failure instanceof FeesException);
    }

    /** The field that caused the failure, if there is one. */
    public static Optional<Field> field(RuntimeException failure) {
        if (failure instanceof InvalidInputException input) {
            return Optional.of(input.field());
        }
        if (failure instanceof DateNotAllowedException date) {
            boolean due = date.limit() == DateNotAllowedException.Limit.DUE_BEFORE_CHARGE;
            return Optional.of(due ? Field.DUE : Field.DATE);
        }
        if (failure instanceof UnknownGroupValueException || failure instanceof UnknownStudentException) {
            return Optional.of(Field.VALUES);
        }
        if (failure instanceof UnknownProfileException) {
            return Optional.of(Field.PROFILE);
        }
        if (failure instanceof UnknownReasonCodeException) {
            return Optional.of(Field.REASON_CODE);
        }
        if (failure instanceof UnknownTaxException) {
            return Optional.of(Field.TAXES);
        }
        return failure instanceof NotEnoughMoneyException
                        || failure instanceof NotEnoughCreditException
                        || failure instanceof PartsDoNotAddUpException
                ? Optional.of(Field.AMOUNT)
                : Optional.empty();
    }
}
