package org.openadmin.fees.spi.messages;

import org.openadmin.fees.api.Money;

/** How a medium writes the values in a sentence. */
public interface ValueFormat {

    String amount(Money amount);

    /** A count, such as of students. Identifying numbers, such as receipt numbers, are never formatted. */
    String count(int count);

    /** A name, or other text that was entered. */
    String text(String text);
}
