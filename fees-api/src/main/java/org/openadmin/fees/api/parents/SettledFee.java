package org.openadmin.fees.api.parents;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.billing.Charge;

/**
 * A fee that is not owed any more. By whom it was covered, or why it was adjusted, is never part of it.
 *
 * @param on the day on which it was settled; empty in old data without a date
 */
public record SettledFee(Charge charge, State state, Optional<LocalDate> on) {

    /** What became of the fee. */
    public enum State {
        /** The family has paid it. */
        PAID,
        /** Somebody else pays it. */
        COVERED,
        /** The school does not ask for it. */
        ADJUSTED,
        /** It was charged by mistake, or is not needed any more. */
        CANCELLED
    }

    public SettledFee {
        Objects.requireNonNull(charge, "charge");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(on, "on");
    }
}
