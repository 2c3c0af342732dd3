package org.openadmin.fees.api.students;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** Values of a group, such as grades, that no student has. */
public final class UnknownGroupValueException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient GroupKind kind;
    private final transient List<String> values;

    public UnknownGroupValueException(GroupKind kind, List<String> values) {
        super("No student has the " + kind.keyword() + " " + String.join(", ", values) + ".");
        this.kind = kind;
        this.values = List.copyOf(values);
    }

    public GroupKind kind() {
        return kind;
    }

    /** The values that no student has. */
    public List<String> values() {
        return values;
    }
}
