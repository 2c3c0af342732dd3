package org.openadmin.fees.api.postings;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The kinds of files that accounting systems read. */
public enum PostingFormat {
    /** Sage 50, Canadian edition: the text file of its wizard for general journal entries. Its accounts have four to eight digits. */
    SAGE50("txt", "[1-5]\\d{3,7}"),
    /** QuickBooks Desktop: a file in the Intuit Interchange Format with entries of the general journal. */
    IIF("iif", "[^\"]{1,159}"),
    /** Comma-separated values for Xero, QuickBooks Online and other programs. */
    CSV("csv", ".*");

    private final String extension;
    private final Pattern account;

    PostingFormat(String extension, String account) {
        this.extension = extension;
        this.account = Pattern.compile(account);
    }

    /** The name in the shell and in addresses, such as {@code sage50}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The usual extension of the name of such a file, without a dot. */
    public String extension() {
        return extension;
    }

    /** Whether the program can have the account of this line. */
    public boolean accepts(PostingLine line) {
        return account.matcher(account(line)).matches();
    }

    /** The account of a line as it is written in such a file: QuickBooks knows accounts by their names. */
    public String account(PostingLine line) {
        return this == IIF && !line.accountName().isEmpty() ? line.accountName() : line.account();
    }

    /**
     * Returns the format with this name, ignoring case.
     *
     * @throws InvalidInputException if there is no such format
     */
    public static PostingFormat parse(String keyword) {
        return Arrays.stream(values())
                .filter(format -> format.keyword().equalsIgnoreCase(keyword.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        Field.FORMAT,
                        Problem.UNKNOWN,
                        keyword + " (known: "
                                + Arrays.stream(values())
                                        .map(PostingFormat::keyword)
                                        .collect(Collectors.joining(", "))
                                + ")"));
    }
}
