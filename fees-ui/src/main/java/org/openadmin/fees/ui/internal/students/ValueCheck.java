package org.openadmin.fees.ui.internal.students;

import java.util.List;
import java.util.stream.IntStream;
import org.openadmin.fees.api.students.KnownValues;

/**
 * Finds values that the school does not have while the user is still typing. The last value may be incomplete; it is
 * accepted as long as a value of the school starts with it.
 */
record ValueCheck(KnownValues known) {

    /**
     * The values that the school does not have.
     *
     * @param values the values typed
     * @param goesOn whether the last one may be incomplete
     */
    List<String> unknown(List<String> values, boolean goesOn) {
        int last = values.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(at -> !known.has(values.get(at)))
                .filter(at -> !(goesOn && at == last && known.hasOneStartingWith(values.get(at))))
                .mapToObj(values::get)
                .toList();
    }
}
