package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;

/**
 * A charge as a correction finds it.
 *
 * @param date empty in old data only
 * @param settled whether it is outstanding no more, for whatever reason
 * @param corrected whether it was cancelled or waived
 */
public record CorrectableCharge(
        ChargeId id,
        StudentNumber student,
        Money total,
        Optional<LocalDate> date,
        boolean settled,
        boolean corrected) {}
