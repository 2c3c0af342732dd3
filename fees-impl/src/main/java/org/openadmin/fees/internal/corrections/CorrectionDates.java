package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.corrections.CorrectionRequest;

/** The days on which a correction can be dated. */
final class CorrectionDates {

    private final LocalDate today;

    CorrectionDates(LocalDate today) {
        this.today = today;
    }

    /** Requires a date that is not before that of the corrected row, and not after today or the corrected row. */
    void requireAfter(Optional<LocalDate> corrected, CorrectionRequest request) {
        if (corrected.filter(request.date()::isBefore).isPresent()) {
            throw new InvalidInputException(
                    Field.DATE, Problem.OUT_OF_RANGE, request.date().toString());
        }
        LocalDate latest = corrected.filter(today::isBefore).orElse(today);
        DateNotAllowedException.requireNotAfter(latest, request.date(), Limit.CORRECTION_TOO_LATE);
    }

    /**
     * Requires a date that is not before a day on which the money was there.
     *
     * @param since empty if it was always there
     */
    void requireSince(Optional<LocalDate> since, CorrectionRequest request, Limit limit) {
        since.filter(request.date()::isBefore).ifPresent(day -> {
            throw new DateNotAllowedException(limit, request.date(), day.isAfter(today) ? today : day);
        });
    }

    boolean isBeforeToday(CorrectionRequest request) {
        return request.date().isBefore(today);
    }
}
