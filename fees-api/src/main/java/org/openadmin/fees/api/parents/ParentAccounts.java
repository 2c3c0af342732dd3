package org.openadmin.fees.api.parents;

import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.osgi.annotation.versioning.ProviderType;

/** What a family owes, for its parents. */
@ProviderType
public interface ParentAccounts {

    /** The most children of one login. A view with more rows for a login is probably wrong, so that login gets none of them. */
    int MAX_CHILDREN = 50;

    /** The most receipts of a child that are shown. */
    int MAX_RECEIPTS = 100;

    /** The most settled fees of a family that are shown. */
    int MAX_SETTLED = 200;

    /**
     * Returns the accounts of this parent's children, in number order, as they are now: the students whom the view {@code fees_guardian}
     * lists for exactly the parent's login. Case, accents and blanks make a difference, whatever the database makes of them. Students who
     * have been withdrawn are included; those who are neither in the host's records nor in the journal are left out.
     *
     * @throws NotAllowedException if the user does not have the role {@code fees-parent}
     */
    FamilyFees family(Actor parent);
}
