package org.openadmin.fees.ui.internal.payers;

import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.ui.internal.UserContext;

/** The words for the kinds of payers. */
final class PayerLabels {

    private PayerLabels() {}

    static String kind(UserContext context, PayerKind kind) {
        return context.text(
                switch (kind) {
                    case SPONSOR -> "payers.kind.sponsor";
                    case FUND -> "payers.kind.fund";
                    case PERSON -> "payers.kind.person";
                });
    }
}
