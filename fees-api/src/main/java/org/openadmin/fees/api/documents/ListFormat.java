package org.openadmin.fees.api.documents;

import java.util.Locale;

/** The format of a list. */
public enum ListFormat {
    /** For other programs: the same in every language. */
    CSV,
    /** For people: an Excel workbook with typed cells, and headings and kinds in the school's language. */
    XLSX;

    /** The end of a file's name, such as {@code .csv}. */
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The format that a file's name calls for: a workbook if it ends in {@code .xlsx}, otherwise CSV. */
    public static ListFormat of(String fileName) {
        return fileName.strip().toLowerCase(Locale.ROOT).endsWith(XLSX.extension()) ? XLSX : CSV;
    }
}
