package org.openadmin.fees.internal.shell;

import java.util.Locale;
import org.openadmin.fees.api.mail.OutgoingMail;

/** The configured mail server in one line, such as {@code smtp.school.example:587, starttls, from office@school.example}. */
final class MailSetupText {

    private MailSetupText() {}

    static String of(OutgoingMail.Setup setup, ShellMessages texts) {
        return texts.message(
                "mail.setup",
                setup.host() + ":" + setup.port(),
                setup.security().name().toLowerCase(Locale.ROOT),
                setup.from());
    }
}
