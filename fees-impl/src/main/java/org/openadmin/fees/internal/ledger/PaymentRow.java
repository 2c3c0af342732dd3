package org.openadmin.fees.internal.ledger;

import javax.persistence.DiscriminatorValue;
import javax.persistence.Entity;

/** A payment: money that settles charges. */
@Entity
@DiscriminatorValue("pay")
class PaymentRow extends ReceiptRow {}
