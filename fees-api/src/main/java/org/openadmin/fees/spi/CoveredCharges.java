package org.openadmin.fees.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payers.PayerInvoice.StudentCharges;
import org.openadmin.fees.spi.search.TextFolding;

/** Sorts the charges of a payer by the student that each of them is for. */
public final class CoveredCharges {

    /**
     * A student for whom a payer owes.
     *
     * @param number the number in the journal, which keeps two students of the same name apart
     */
    public record Covered(String name, int number) {}

    private static final Comparator<Covered> BY_NAME = Comparator.comparing(
                    (Covered student) -> TextFolding.plain(student.name()))
            .thenComparing(Covered::name)
            .thenComparingInt(Covered::number);

    private CoveredCharges() {}

    /**
     * The charges by student, sorted by name; those for no student come last.
     *
     * @param charges in the order in which they are listed
     * @param students the student of a charge, if it is for one
     */
    public static List<StudentCharges> by(List<Charge> charges, Function<ChargeId, Optional<Covered>> students) {
        Map<Optional<Covered>, List<Charge>> byStudent = new LinkedHashMap<>();
        charges.forEach(charge -> byStudent
                .computeIfAbsent(students.apply(charge.id()), none -> new ArrayList<>())
                .add(charge));
        List<StudentCharges> sorted = new ArrayList<>();
        byStudent.keySet().stream()
                .flatMap(Optional::stream)
                .sorted(BY_NAME)
                .forEach(
                        student -> sorted.add(new StudentCharges(student.name(), byStudent.get(Optional.of(student)))));
        Optional.ofNullable(byStudent.get(Optional.<Covered>empty()))
                .ifPresent(others -> sorted.add(new StudentCharges("", others)));
        return List.copyOf(sorted);
    }
}
