package org.openadmin.fees.spi.search;

import java.util.Arrays;
import java.util.Comparator;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.payers.Payer;

/** How payers are sorted and searched in the list of payers. */
public final class PayerOrder {

    /** By name, whatever the case and accents, with numbers in it by their value; then by number. */
    public static final Comparator<Payer> BY_NAME = Comparator.comparing(
                    (Payer payer) -> TextFolding.plain(payer.name()), new NaturalOrder())
            .thenComparing(Payer::number);

    private PayerOrder() {}

    /** Whether the name or number of a payer contains each of the words. */
    public static boolean matches(Payer payer, String typed) {
        String text = payer.name() + " " + payer.number();
        return Arrays.stream(typed.strip().split("\\s+")).allMatch(word -> TextFolding.contains(text, word));
    }
}
