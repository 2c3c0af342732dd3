package org.openadmin.fees.api;

/**
 * Which part of a long list to read.
 *
 * @param offset how many items to skip, 0 or more
 * @param limit how many items to return at most, 1 to {@value #LARGEST}
 */
public record Page(int offset, int limit) {

    /** The largest limit. */
    public static final int LARGEST = 1_000;

    /** @throws IllegalArgumentException when a number is out of range */
    public Page {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset " + offset + " is below 0.");
        }
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("The limit " + limit + " is not between 1 and " + LARGEST + ".");
        }
    }

    /** The first items of a list. */
    public static Page first(int limit) {
        return new Page(0, limit);
    }

    /** The items that follow these. */
    public Page next() {
        return new Page(offset + limit, limit);
    }
}
