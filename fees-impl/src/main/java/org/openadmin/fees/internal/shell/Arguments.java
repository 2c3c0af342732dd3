package org.openadmin.fees.internal.shell;

import java.util.List;

/** The arguments of a command, without its options. */
final class Arguments {

    private Arguments() {}

    /** @throws UsageException if there is no argument, or more than one */
    static String one(String name, List<String> arguments) {
        if (arguments.size() != 1) {
            throw arguments.isEmpty()
                    ? new UsageException("usage.argument-missing", name)
                    : new UsageException(
                            "usage.arguments-many", String.join(" ", arguments.subList(1, arguments.size())));
        }
        return arguments.get(0);
    }
}
