package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;

/** The line that tells apart what was recorded after a past day for that day or an earlier one. */
final class LaterText {

    private LaterText() {}

    static String of(ShellCommand command, KnownThen known, LocalDate day) {
        return known.laterRows() == 0
                ? command.message("later.none", day)
                : command.message(
                        "later.some", known.laterRows(), known.laterTotal(), day, known.outstanding(), known.credit());
    }
}
