package org.openadmin.fees.spi.messages;

import org.openadmin.fees.api.Money;

/** How a medium writes the values in a sentence. */
public interface ValueFormat {

    String amount(Money amount);

    /** A number of things, such as students; numbers of receipts and the like are never formatted. */
    String count(int count);

    /** A name, or whatever else somebody typed. */
    String text(String text);
}
