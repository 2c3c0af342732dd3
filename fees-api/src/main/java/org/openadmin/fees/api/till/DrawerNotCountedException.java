package org.openadmin.fees.api.till;

import java.io.Serial;
import java.time.LocalDate;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** Cash can be deposited only from drawers that were counted, and in which nothing has moved since. */
public final class DrawerNotCountedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String cashier;
    private final LocalDate day;
    private final transient Money since;
    private final boolean counted;
    private final int others;

    /**
     * @param cashier whose drawer it is
     * @param since what has moved since the count
     * @param counted whether the drawer was counted at all
     * @param others how many other drawers must be counted too
     */
    public DrawerNotCountedException(String cashier, LocalDate day, Money since, boolean counted, int others) {
        super("The drawer of " + cashier + " on " + day + " was not counted"
                + (counted ? " since " + since + " moved" : "") + ".");
        this.cashier = cashier;
        this.day = day;
        this.since = since;
        this.counted = counted;
        this.others = others;
    }

    public String cashier() {
        return cashier;
    }

    public LocalDate day() {
        return day;
    }

    /** What has moved since the count; everything if there was none. */
    public Money since() {
        return since;
    }

    /** Whether the drawer was counted, before the last movement. */
    public boolean counted() {
        return counted;
    }

    public int others() {
        return others;
    }
}
