package org.openadmin.fees.api.journal;

import java.time.YearMonth;
import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.TextRules;

/** A request to close or to reopen a month. */
public sealed interface ClosingRequest {

    /** The maximum length of a reason, in characters. */
    int MAX_REASON_LENGTH = 255;

    RequestKey key();

    Actor actor();

    YearMonth month();

    /** The role that the request requires. */
    Role needed();

    /** Closes a month and all before it. Requires the role {@code fees-bill}. */
    record Close(RequestKey key, Actor actor, YearMonth month) implements ClosingRequest {
        public Close {
            checked(key, actor, month);
        }

        @Override
        public Role needed() {
            return Role.BILL;
        }
    }

    /**
     * Reopens a month and all after it. Requires the role {@code fees-admin}.
     *
     * @param reason the reason, stored with the reopening: up to 255 characters, not empty
     */
    record Reopen(RequestKey key, Actor actor, YearMonth month, String reason) implements ClosingRequest {
        public Reopen {
            checked(key, actor, month);
            reason = TextRules.required(Field.REASON, reason, MAX_REASON_LENGTH);
        }

        @Override
        public Role needed() {
            return Role.ADMIN;
        }
    }

    private static void checked(RequestKey key, Actor actor, YearMonth month) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Dates.requireMonth(month);
    }
}
