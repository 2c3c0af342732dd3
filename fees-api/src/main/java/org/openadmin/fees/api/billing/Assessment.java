package org.openadmin.fees.api.billing;

import java.time.Instant;
import java.time.LocalDate;
import org.openadmin.fees.api.Money;

/**
 * What an assessment did.
 *
 * @param batch the number that all its charges carry
 * @param feeName the name of the fee
 * @param date the date of the charges
 * @param count how many students were charged, one charge each
 * @param total the sum of the charges
 * @param alreadyCharged how many were left out because they had the fee already
 * @param recordedAt when it was done
 * @param recordedBy who did it
 */
public record Assessment(
        BatchNumber batch,
        String feeName,
        LocalDate date,
        int count,
        Money total,
        int alreadyCharged,
        Instant recordedAt,
        String recordedBy) {}
