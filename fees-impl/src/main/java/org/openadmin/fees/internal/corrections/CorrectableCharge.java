package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;

/**
 * A charge to be corrected.
 *
 * @param date empty in old data only
 * @param settled whether it is no longer outstanding, for whatever reason
 * @param corrected whether it was reversed or waived, split or transferred
 */
public record CorrectableCharge(
        ChargeId id,
        AccountNumber student,
        Money total,
        Optional<LocalDate> date,
        boolean settled,
        boolean corrected) {}
