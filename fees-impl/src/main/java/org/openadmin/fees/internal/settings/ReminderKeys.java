package org.openadmin.fees.internal.settings;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.ReminderSettings;

/** Reads the settings of the reminders: {@code reminder.stages} and {@code reminder.minimum}. */
final class ReminderKeys {

    private static final String STAGES = "reminder.stages";
    private static final String MINIMUM = "reminder.minimum";
    private static final int MAX_STAGES = 5;
    private static final int MAX_DAYS = 365;
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");

    private ReminderKeys() {}

    /** @throws InvalidSettingException for the first value that is not valid */
    static ReminderSettings read(ConfigValues values, Currency currency) {
        return new ReminderSettings(stages(values.value(STAGES)), minimum(values.value(MINIMUM), currency));
    }

    private static List<Integer> stages(String text) {
        List<String> words = Stream.of(text.split("[\\s,;]+")).toList();
        if (words.size() <= MAX_STAGES
                && words.stream().allMatch(word -> DAYS.matcher(word).matches())) {
            List<Integer> stages = words.stream().map(Integer::valueOf).toList();
            if (stages.stream().allMatch(days -> days <= MAX_DAYS)
                    && stages.stream().distinct().count() == stages.size()) {
                return stages;
            }
        }
        throw new InvalidSettingException(STAGES, text, Problem.REMINDER_STAGES, MAX_DAYS, MAX_STAGES);
    }

    private static Optional<Money> minimum(String text, Currency currency) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.parse(text, currency).requireReceivable());
        } catch (InvalidInputException e) {
            throw new InvalidSettingException(MINIMUM, text, Problem.AMOUNT);
        }
    }
}
