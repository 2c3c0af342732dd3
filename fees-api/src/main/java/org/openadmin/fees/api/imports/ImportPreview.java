package org.openadmin.fees.api.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.imports.ImportLine.Outcome;

/**
 * What the import of a file would do.
 *
 * @param lines the transactions in the sequence of the file
 * @param problems all that is wrong; while there is any, nothing of the file can be imported
 * @param earlier the import of the same file, or the last one that had a transaction of it; empty if all is new
 */
public record ImportPreview(
        ImportFile file, List<ImportLine> lines, List<ImportProblem> problems, Optional<PostedImport> earlier) {

    public ImportPreview {
        Objects.requireNonNull(file, "file");
        lines = List.copyOf(lines);
        problems = problems.stream()
                .sorted(Comparator.comparingInt(ImportProblem::line))
                .toList();
        Objects.requireNonNull(earlier, "earlier");
    }

    /** The transactions with this outcome. */
    public List<ImportLine> lines(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).toList();
    }

    /** How many transactions would be imported. */
    public int newLines() {
        return (int) lines.stream().filter(line -> line.outcome().isNew()).count();
    }

    /** Whether the file can be imported and something in it is new. */
    public boolean canBePosted() {
        return problems.isEmpty() && newLines() > 0;
    }
}
