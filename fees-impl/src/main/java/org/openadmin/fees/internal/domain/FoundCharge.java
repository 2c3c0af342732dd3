package org.openadmin.fees.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.ChargeId;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;

/**
 * A charge as a correction finds it.
 *
 * @param date empty in old data only
 * @param settled whether it is outstanding no more, for whatever reason
 * @param corrected whether it was cancelled or waived
 */
public record FoundCharge(
        ChargeId id,
        StudentNumber student,
        Money total,
        Optional<LocalDate> date,
        boolean settled,
        boolean corrected) {}
