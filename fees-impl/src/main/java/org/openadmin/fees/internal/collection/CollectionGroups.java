package org.openadmin.fees.internal.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.ChargedStudent;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.spi.search.NameOrder;

/** The charges of one fee by homeroom or grade. Spellings of a name that differ only in case or accents are one group. */
final class CollectionGroups {

    private static final Comparator<CollectionLine> ORDER = Comparator.comparing(
                    (CollectionLine line) -> line.name().isEmpty())
            .thenComparing(CollectionLine::name, new NaturalOrder());

    private CollectionGroups() {}

    static List<CollectionLine> lines(List<StudentCharges> charges, GroupKind by) {
        return merged(charges.stream()
                .map(each -> new CollectionLine(group(each.student(), by), each.collected(), each.known()))
                .toList());
    }

    /** One line for all spellings of a name. */
    static List<CollectionLine> merged(List<CollectionLine> spellings) {
        Map<String, CollectionLine> lines = new LinkedHashMap<>();
        for (CollectionLine each : spellings) {
            lines.merge(
                    ValueList.key(each.name()),
                    each,
                    (line, more) -> new CollectionLine(
                            line.name(),
                            line.collected().plus(more.collected()),
                            line.known().flatMap(then -> more.known().map(then::plus))));
        }
        return sorted(lines.values());
    }

    /** The lines in the order of a report. */
    static List<CollectionLine> sorted(Collection<CollectionLine> lines) {
        return lines.stream().sorted(ORDER).toList();
    }

    /** The names of all groups. */
    static List<String> names(List<StudentCharges> charges, GroupKind by) {
        return lines(charges, by).stream()
                .map(CollectionLine::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The students of a group, or of all, by name and each once. */
    static List<ChargedStudent> students(List<StudentCharges> charges, GroupKind by, Optional<String> group) {
        Map<AccountNumber, StudentCharges> students = new LinkedHashMap<>();
        charges.stream()
                .filter(each -> group.filter(name -> !ValueList.isSame(name, group(each.student(), by)))
                        .isEmpty())
                .forEach(each -> students.merge(each.student().number(), each, StudentCharges::plus));
        return NameOrder.sorted(new ArrayList<>(students.values()), each -> NameOrder.of(each.student())).stream()
                .map(each -> new ChargedStudent(each.student(), each.collected(), each.known()))
                .toList();
    }

    private static String group(StudentSnapshot student, GroupKind by) {
        return (by == GroupKind.GRADE ? student.grade() : student.homeroom()).strip();
    }
}
