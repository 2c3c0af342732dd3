package org.openadmin.fees.ui.internal.corrections;

import java.time.LocalDate;
import java.util.function.Function;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;

/**
 * One correction that the user has in mind.
 *
 * @param verb what is done, on the button
 * @param day the date to propose
 * @param reasoned whether it needs a reason
 * @param asks the consequence, for the question
 * @param did the consequence, once it has come
 */
record CorrectionPrompt(
        String verb,
        LocalDate day,
        boolean reasoned,
        Request request,
        Function<Correction, String> asks,
        Function<Correction, String> did) {

    /** Makes the request from what the dialog asks for. */
    interface Request {

        /** @throws org.openadmin.fees.api.InvalidInputException when something typed will not do */
        CorrectionRequest with(RequestKey key, LocalDate date, String reason);
    }
}
