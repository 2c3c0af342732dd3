package org.openadmin.fees.reports.internal.lists;

/**
 * A heading, or a value out of a fixed set, such as a kind of row.
 *
 * @param code the code that programs read, the same in every language
 * @param text the words that people read
 */
record Code(String code, String text) {

    /** A name that is the same for programs and people, such as that of a tax. */
    static Code same(String name) {
        return new Code(name, name);
    }
}
