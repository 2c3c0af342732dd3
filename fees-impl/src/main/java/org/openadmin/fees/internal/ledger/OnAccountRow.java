package org.openadmin.fees.internal.ledger;

import javax.persistence.DiscriminatorValue;
import javax.persistence.Entity;

/** Money received on account: it settles nothing yet. */
@Entity
@DiscriminatorValue("roa")
class OnAccountRow extends ReceiptRow {}
