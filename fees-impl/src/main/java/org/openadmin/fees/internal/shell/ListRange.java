package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Page;

/**
 * The part of a list that the options {@code --limit} and {@code --offset} choose; without them, the whole list.
 *
 * @param offset how many rows to skip
 * @param limit the most rows to list
 */
record ListRange(int offset, int limit) {

    /**
     * Reads the values of the options, which are null if not given.
     *
     * @param usual the limit if none is given
     * @throws UsageException if one is not a whole number, or the limit is zero
     */
    static ListRange of(String limit, String offset, int usual) {
        return new ListRange(
                offset == null ? 0 : number("--offset", offset, 0),
                limit == null ? usual : number("--limit", limit, 1));
    }

    private static int number(String option, String value, int least) {
        String digits = value.strip();
        if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) < least) {
            throw new UsageException("usage.range", option, value, least);
        }
        return Integer.parseInt(digits);
    }

    /** The index after the last row, in a list of this many rows. */
    int end(int rows) {
        return (int) Math.min(rows, (long) offset + limit);
    }

    <T> List<T> of(List<T> rows) {
        return offset >= rows.size() ? List.of() : rows.subList(offset, end(rows.size()));
    }

    /** The page of the part that begins after so many of its rows; empty if the part ends there. */
    Optional<Page> page(int done) {
        int left = Math.min(limit - done, Page.MAX_LIMIT);
        return left <= 0 ? Optional.empty() : Optional.of(new Page(offset + done, left));
    }
}
