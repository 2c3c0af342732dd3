package org.openadmin.fees.api.billing;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.osgi.annotation.versioning.ProviderType;

/** The predefined fees. They can be added, listed, and removed as long as no charge was made from them. */
@ProviderType
public interface FeeCatalogue {

    /**
     * A request to add a predefined fee.
     *
     * @param audience the students that the fee is for; empty if they are chosen for each assessment
     * @param due when its charges are due; empty for the school's usual number of days
     * @param parts the parts in which it is charged; empty for one charge
     * @param terms its limit and its period
     */
    record AddRequest(
            RequestKey key,
            Actor actor,
            Fee fee,
            Optional<Audience> audience,
            Optional<Due> due,
            Optional<Instalments> parts,
            FeeTerms terms) {

        /** A fee without a limit or a period. */
        public AddRequest(
                RequestKey key,
                Actor actor,
                Fee fee,
                Optional<Audience> audience,
                Optional<Due> due,
                Optional<Instalments> parts) {
            this(key, actor, fee, audience, due, parts, FeeTerms.NONE);
        }

        /** A fee that is one charge. */
        public AddRequest(RequestKey key, Actor actor, Fee fee, Optional<Audience> audience, Optional<Due> due) {
            this(key, actor, fee, audience, due, Optional.empty());
        }

        /** A fee that is due after the school's usual number of days. */
        public AddRequest(RequestKey key, Actor actor, Fee fee, Optional<Audience> audience) {
            this(key, actor, fee, audience, Optional.empty());
        }
    }

    /** Returns all predefined fees, by name and number. Checks no role. */
    List<PredefinedFee> list();

    /** Returns the predefined fee with this number, or empty if there is none. Checks no role. */
    Optional<PredefinedFee> find(PredefinedFeeId id);

    /**
     * Adds a predefined fee. The same key again returns the fee that was added the first time. Requires the role {@code
     * fees-bill}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws InvalidInputException if the fee is too small for so many parts, or its limit is less than the price of one charge
     * @throws UnknownTaxException if a tax is not configured
     * @throws UnknownProfileException if the profile is not configured
     * @throws UnknownGroupValueException if one of the values matches no student
     * @throws UnknownStudentException if the audience contains students who are not in the host's records
     * @throws RequestKeyReusedException if the key was used for another fee
     */
    PredefinedFee add(AddRequest request);

    /**
     * Removes a predefined fee that has never been charged. Requires the role {@code fees-bill}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownPredefinedFeeException if there is no predefined fee with this number
     * @throws PredefinedFeeInUseException if charges were made from it
     */
    void remove(Actor actor, PredefinedFeeId id);
}
