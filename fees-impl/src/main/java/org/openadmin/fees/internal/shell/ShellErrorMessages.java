package org.openadmin.fees.internal.shell;

import java.util.Locale;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.RefusalMessages;
import org.openadmin.fees.spi.messages.ValueFormat;

/** The sentence for a command that failed: what a service refused, or what was typed wrong. */
final class ShellErrorMessages {

    /** As scripts read it: a point, no grouping. */
    private static final ValueFormat PLAIN = new ValueFormat() {
        @Override
        public String amount(Money amount) {
            return amount.toString();
        }

        @Override
        public String count(int count) {
            return String.valueOf(count);
        }

        @Override
        public String text(String text) {
            return text;
        }
    };

    private final ShellMessages words;
    private final RefusalMessages refusals;

    ShellErrorMessages(ShellMessages words) {
        this.words = words;
        refusals = new RefusalMessages(words.locale(), Medium.CONSOLE, PLAIN);
    }

    String of(RuntimeException failure) {
        if (failure instanceof UsageException usage) {
            return words.say(usage.key(), usage.arguments());
        }
        return refusals.of(failure)
                .orElseGet(() -> words.say("unexpected", failure.getClass().getSimpleName()));
    }

    /** The part of a text's key that names a constant. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
