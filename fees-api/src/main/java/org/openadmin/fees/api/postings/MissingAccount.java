package org.openadmin.fees.api.postings;

import java.util.Objects;

/**
 * An account that the configuration lacks.
 *
 * @param key the key to set, such as {@code account.charge}
 * @param about the fee, if the key is for one; otherwise empty
 */
public record MissingAccount(String key, String about) implements Comparable<MissingAccount> {

    public MissingAccount {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(about, "about");
    }

    @Override
    public int compareTo(MissingAccount other) {
        int keys = key.compareTo(other.key);
        return keys == 0 ? about.compareTo(other.about) : keys;
    }

    /** Such as {@code account.charge (Lab fee)}. */
    @Override
    public String toString() {
        return about.isEmpty() ? key : key + " (" + about + ")";
    }
}
