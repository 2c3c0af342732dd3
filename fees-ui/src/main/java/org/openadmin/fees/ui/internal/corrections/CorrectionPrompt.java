package org.openadmin.fees.ui.internal.corrections;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;

/**
 * One correction for the user to confirm.
 *
 * @param verb the action, as the text of the button
 * @param day the date to propose
 * @param reasoned whether a reason is required
 * @param asks the question, with the expected effect
 * @param did the result, with the actual effect
 */
record CorrectionPrompt(
        String verb,
        LocalDate day,
        boolean reasoned,
        Request request,
        Function<Correction, String> asks,
        Function<Correction, String> did) {

    /** Creates the request from the input of the dialog. */
    interface Request {

        /** @throws org.openadmin.fees.api.InvalidInputException if any input is invalid */
        CorrectionRequest with(RequestKey key, LocalDate date, String reason, Set<Confirmation> confirmed);
    }
}
