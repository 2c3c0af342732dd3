package org.openadmin.fees.api.imports;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** A file cannot be imported as it is. Nothing of it was stored. */
public final class ImportRefusedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<ImportProblem> problems;

    public ImportRefusedException(List<ImportProblem> problems) {
        super("The file has " + problems.size() + " problems.");
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the sequence of the file. */
    public List<ImportProblem> problems() {
        return problems;
    }
}
