package org.openadmin.fees.api.postings;

import java.io.Serial;
import java.util.List;
import java.util.TreeSet;
import org.openadmin.fees.api.FeesException;

/** An accounting system cannot have an account with such a code or name. */
public final class AccountFormatException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final PostingFormat format;
    private final List<String> accounts;

    public AccountFormatException(PostingFormat format, List<String> accounts) {
        super(format + " cannot have the accounts " + accounts);
        this.format = format;
        this.accounts = List.copyOf(accounts);
    }

    /**
     * Checks the accounts of these lines.
     *
     * @throws AccountFormatException if the program cannot have one of them
     */
    public static void require(PostingFormat format, List<PostingLine> lines) {
        TreeSet<String> unfit = new TreeSet<>();
        lines.stream()
                .filter(line -> !format.accepts(line))
                .map(format::account)
                .forEach(unfit::add);
        if (!unfit.isEmpty()) {
            throw new AccountFormatException(format, List.copyOf(unfit));
        }
    }

    public PostingFormat format() {
        return format;
    }

    /** All that do not fit. */
    public List<String> accounts() {
        return accounts;
    }
}
