package org.openadmin.fees.api.payers;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Covers: which payer pays for which student, and the runs that transfer what they reach. Who pays for a student is confidential: reading
 * needs {@code fees-bill} or {@code fees-cashier}, and changes need {@code fees-bill}.
 */
@ProviderType
public interface Covers {

    /**
     * The covers of a payer or for a student, in the order in which they were added; all if no account is given. Those that were ended are
     * among them.
     *
     * @throws NotAllowedException if the reader has neither role
     */
    List<Cover> list(Actor reader, Optional<AccountNumber> account);

    /**
     * Adds a cover under the next number. The same request again has no further effect and returns the same cover.
     *
     * @throws UnknownStudentException if there is no such payer, or the student is neither in the host's records nor in the journal
     * @throws CoverNotAllowedException if the payer is not active, or the covers that reach a charge would be more than 100 % of it
     * @throws RequestKeyReusedException if another request had this key
     */
    Cover add(AddCoverRequest request);

    /**
     * Ends a cover. What was transferred under it stays as it is. The same request again has no further effect.
     *
     * @throws CoverNotAllowedException if there is no such cover, or it was ended before
     * @throws RequestKeyReusedException if another request had this key
     */
    Cover end(EndCoverRequest request);

    /**
     * What a run would transfer now: of each outstanding charge of a student, dated up to today, the percentage of each cover that reaches
     * it, up to the limit of its school year. A charge that payer was given before is left out, also if it was taken back.
     *
     * @param payer the payer whose covers are used; empty for all
     * @throws UnknownStudentException if there is no such payer
     */
    CoverRunPlan preview(Actor reader, Optional<PayerNumber> payer);

    /**
     * Transfers all of it, or nothing. A charge of which payers owe a part is split; what remains is the student's. A fund pays at once. The
     * same request again has no further effect and returns the same run.
     *
     * @throws UnknownStudentException if there is no such payer
     * @throws CoverRunRefusedException if there is nothing to transfer, it is not what was confirmed, or a fund has too little
     * @throws RequestKeyReusedException if another request had this key
     * @throws StorageException if the database did not respond
     */
    CoverRun run(CoverRunRequest request);

    /**
     * Undoes a run: the students owe again, due as before, and the parts of charges are put together again if all of them are outstanding. What a
     * fund had paid is its credit again. Charges that have been taken back, reversed or waived since stay as they are.
     *
     * @throws CoverRunRefusedException if there is no such run, it was undone before, or a payer has paid one of its charges
     * @throws RequestKeyReusedException if another request had this key
     * @throws StorageException if the database did not respond
     */
    CoverRun undo(UndoCoverRunRequest request);

    /** The runs, latest first. */
    List<CoverRun> runs(Actor reader, Page page);
}
