package org.openadmin.fees.api;

import java.io.Serial;

/** The date is unusual and was not confirmed. Nothing was recorded; the same request with the confirmation is accepted. */
public final class UnusualDateException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient UnusualDate unusual;

    public UnusualDateException(UnusualDate unusual) {
        super("The date " + unusual.date() + " is unusual and was not confirmed: " + unusual.reason()
                + ", compared with " + unusual.compared() + ".");
        this.unusual = unusual;
    }

    public UnusualDate unusual() {
        return unusual;
    }
}
