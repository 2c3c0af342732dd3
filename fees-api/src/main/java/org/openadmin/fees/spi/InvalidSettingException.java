package org.openadmin.fees.spi;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** A configuration value is not valid. The last valid configuration remains in use. */
public final class InvalidSettingException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String value;
    private final String reason;

    public InvalidSettingException(String key, String value, String reason) {
        super("etc/org.openadmin.fees.cfg: " + key + " = \"" + value + "\" " + reason + ".");
        this.key = key;
        this.value = value;
        this.reason = reason;
    }

    public String key() {
        return key;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return reason;
    }
}
