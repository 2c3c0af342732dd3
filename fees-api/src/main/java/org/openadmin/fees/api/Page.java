package org.openadmin.fees.api;

/**
 * One page of a long list.
 *
 * @param offset how many items to skip, 0 or more
 * @param limit the maximum number of items to return, 1 to {@value #MAX_LIMIT}
 */
public record Page(int offset, int limit) {

    /** The largest limit that is allowed. */
    public static final int MAX_LIMIT = 1_000;

    /** @throws IllegalArgumentException if the offset or the limit is out of range */
    public Page {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset " + offset + " is below 0.");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("The limit " + limit + " is not between 1 and " + MAX_LIMIT + ".");
        }
    }

    /** Returns the first page. */
    public static Page first(int limit) {
        return new Page(0, limit);
    }

    /** Returns the page after this one, of the same size. */
    public Page next() {
        return new Page(offset + limit, limit);
    }
}
