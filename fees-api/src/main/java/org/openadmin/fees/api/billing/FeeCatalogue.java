package org.openadmin.fees.api.billing;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.osgi.annotation.versioning.ProviderType;

/** The predefined fees: add, list, remove while unused. */
@ProviderType
public interface FeeCatalogue {

    /**
     * A wish to keep a fee.
     *
     * @param audience the students it is meant for; empty when that is said at each assessment
     */
    record AddRequest(RequestKey key, Actor actor, Fee fee, Optional<Audience> audience) {}

    /** All predefined fees, by name and number. */
    List<PredefinedFee> list();

    /** The predefined fee with this number. */
    Optional<PredefinedFee> find(PredefinedFeeId id);

    /**
     * Keeps a fee. The same key again gives the fee that was added the first time. Needs the role {@code fees-bill}.
     *
     * @throws NotAllowedException without the role
     * @throws UnknownTaxException when a tax is not configured
     * @throws UnknownProfileException when the profile is not configured
     * @throws UnknownGroupValueException when no student has one of the values
     * @throws UnknownStudentException when the audience names students whom the host does not know
     * @throws RequestKeyReusedException when the key was used for another fee
     */
    PredefinedFee add(AddRequest request);

    /**
     * Removes a predefined fee that was never charged. Needs the role {@code fees-bill}.
     *
     * @throws NotAllowedException without the role
     * @throws UnknownPredefinedFeeException when there is none with this number
     * @throws PredefinedFeeInUseException when charges were made from it
     */
    void remove(Actor actor, PredefinedFeeId id);
}
