package org.openadmin.fees.api.notes;

import java.util.Objects;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.TextRules;

/**
 * A request to write a note on an account.
 *
 * @param text one line of at most {@value #MAX_LENGTH} characters; trimmed
 * @param confidential whether only administrators see it
 */
public record NoteRequest(RequestKey key, Actor actor, AccountNumber account, String text, boolean confidential) {

    public static final int MAX_LENGTH = 500;

    /** @throws InvalidInputException if the text is empty, too long, or has more than one line */
    public NoteRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(account, "account");
        text = TextRules.required(Field.NOTE_TEXT, text, MAX_LENGTH);
    }
}
