package org.openadmin.fees.testkit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.search.NameOrder;

/** Names as they are sorted, and words as the database compares them: ignoring case and accents. */
final class MemoryNames {

    private MemoryNames() {}

    static List<Student> sorted(Stream<Student> students) {
        return NameOrder.sorted(students.toList(), NameOrder::of);
    }

    static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
