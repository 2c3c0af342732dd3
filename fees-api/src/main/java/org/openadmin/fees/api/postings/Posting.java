package org.openadmin.fees.api.postings;

import java.util.List;
import java.util.Objects;

/**
 * What was posted. It never changes, so its file can be written again, in any format, and is the same file.
 *
 * @param lines by day; within a day receivable, credit, and then the other accounts
 */
public record Posting(PostingSummary summary, List<PostingLine> lines) {

    public Posting {
        Objects.requireNonNull(summary, "summary");
        lines = List.copyOf(lines);
    }

    public PostingNumber number() {
        return summary.number();
    }

    /** The lines, day by day. */
    public List<PostingEntry> entries() {
        return PostingEntry.of(lines);
    }
}
