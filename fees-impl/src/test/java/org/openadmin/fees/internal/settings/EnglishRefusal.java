package org.openadmin.fees.internal.settings;

import java.util.Locale;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.RefusalMessages;
import org.openadmin.fees.spi.messages.ValueFormat;

/** The English sentence for a configuration value that is not valid. */
final class EnglishRefusal {

    private static final RefusalMessages MESSAGES =
            new RefusalMessages(Locale.ENGLISH, Medium.CONSOLE, ValueFormat.PLAIN);

    private EnglishRefusal() {}

    static String of(Throwable refusal) {
        return MESSAGES.of((InvalidSettingException) refusal).orElseThrow();
    }
}
