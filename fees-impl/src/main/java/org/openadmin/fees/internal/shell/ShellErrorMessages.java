package org.openadmin.fees.internal.shell;

import java.util.Locale;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.RefusalMessages;
import org.openadmin.fees.spi.messages.ValueFormat;

/** The sentence for a command that failed: what a service refused, or what was typed wrong. */
final class ShellErrorMessages {

    private final ShellMessages words;
    private final RefusalMessages refusals;

    ShellErrorMessages(ShellMessages words) {
        this.words = words;
        refusals = new RefusalMessages(words.locale(), Medium.CONSOLE, ValueFormat.PLAIN);
    }

    String of(RuntimeException failure) {
        if (failure instanceof UsageException usage) {
            return words.message(usage.key(), usage.arguments());
        }
        return refusals.of(failure)
                .orElseGet(() -> words.message("unexpected", failure.getClass().getSimpleName()));
    }

    /** The part of a text's key that names a constant. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
