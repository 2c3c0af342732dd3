package org.openadmin.fees.spi.imports;

/** The reference of a payment that was imported: the beginning of what the bank has about it. */
public final class ImportReference {

    private static final int MAX_LENGTH = 64;

    private ImportReference() {}

    public static String of(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)).strip();
    }
}
