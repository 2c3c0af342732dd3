package org.openadmin.neighbours.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openadmin.fees.api.StudentNumber;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The children of each parent, from {@code family.LOG-IN = 100 101} in {@code etc/org.openadmin.neighbours.cfg}. */
@Component(service = Families.class, configurationPid = "org.openadmin.neighbours")
public final class Families {

    private static final String KEY = "family.";

    private final Map<String, List<StudentNumber>> children = new TreeMap<>();

    @Activate
    public Families(Map<String, Object> configuration) {
        configuration.forEach((key, value) -> {
            if (key.startsWith(KEY)) {
                children.put(key.substring(KEY.length()), numbers(String.valueOf(value)));
            }
        });
    }

    /** Returns the student numbers of the children of the parent with this log-in name. */
    Collection<StudentNumber> childrenOf(String parent) {
        return children.getOrDefault(parent, List.of());
    }

    private static List<StudentNumber> numbers(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .map(StudentNumber::parse)
                .toList();
    }
}
