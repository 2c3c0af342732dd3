package org.openadmin.fees.api;

import org.openadmin.fees.api.billing.AlreadyChargedException;

/** What a user has explicitly confirmed, because it is unusual and may be a slip of the finger. */
public enum Confirmation {
    /** The date is right although it is {@linkplain UnusualDate unusual}. */
    UNUSUAL_DATE,
    /** The money is taken or paid out although the same amount {@linkplain RepeatedAmount was} a moment ago. */
    REPEATED_AMOUNT,
    /** The money is not cash although the account is {@linkplain CashOnlyException cash only} until a later day. */
    NOT_CASH,
    /** An account takes part although it {@linkplain OutsiderException is not} of the family. */
    OUTSIDER,
    /** The fee is sold although the student was {@linkplain AlreadyChargedException charged} it at nearly the same date. */
    ALREADY_CHARGED
}
