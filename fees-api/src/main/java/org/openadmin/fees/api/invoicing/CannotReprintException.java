package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The document of an invoice run cannot be opened again. */
public final class CannotReprintException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The reason why the document cannot be opened. */
    public enum Problem {
        /** The run was printed by an early version of the module, which did not record what is on the invoices. */
        NOT_RECORDED,
        /** The run made no document: it was stopped, it failed, or nobody got an invoice. */
        NO_DOCUMENT,
        /** The run sent a document to each family by e-mail and has none for all of them. */
        EMAIL,
        /** The run has not ended. */
        UNDER_WAY
    }

    private final transient RunNumber number;
    private final Problem problem;

    public CannotReprintException(RunNumber number, Problem problem) {
        super(
                switch (problem) {
                    case NOT_RECORDED -> "It was not recorded what is on the invoices of run " + number + ".";
                    case NO_DOCUMENT -> "Run " + number + " has no document.";
                    case EMAIL -> "Run " + number + " was sent by e-mail.";
                    case UNDER_WAY -> "Run " + number + " is still in progress.";
                });
        this.number = number;
        this.problem = problem;
    }

    public RunNumber number() {
        return number;
    }

    public Problem problem() {
        return problem;
    }
}
