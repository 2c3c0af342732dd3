package org.openadmin.fees.api.collection;

/** What has become of a charge. More states may be added; each charge has exactly one of them. */
public enum ChargeState {
    /** Settled by a payment, with or without the help of credit. */
    PAID,
    /** A payer owes it instead of the student, whether it has paid or not. */
    COVERED,
    /** The school has waived it. */
    WAIVED,
    /** Reversed, on its own or with its assessment: the student does not owe it any more. */
    REVERSED,
    /** Nothing has settled it yet. */
    OUTSTANDING
}
