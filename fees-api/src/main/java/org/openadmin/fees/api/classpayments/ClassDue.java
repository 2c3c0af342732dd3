package org.openadmin.fees.api.classpayments;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.students.Student;

/**
 * What the students of a homeroom owe of one fee.
 *
 * @param fee the name of the fee, as it was charged last
 * @param homeroom the homeroom, as the school spells it
 * @param date the day of the payment
 * @param lines all active students of the homeroom, by name
 */
public record ClassDue(String fee, String homeroom, LocalDate date, List<Line> lines) {

    /**
     * A student of the homeroom.
     *
     * @param owed the outstanding charges of the fee, oldest first; empty if there are none
     * @param settled what has become of the charges of the fee in the school year of the day, if none is outstanding; empty if one is, or
     *     the student was not charged
     * @param due the sum of the outstanding charges; zero if there are none
     * @param credit the credit on the account, which a class payment does not use; zero or more
     */
    public record Line(Student student, List<Charge> owed, Optional<ChargeState> settled, Money due, Money credit) {

        public Line {
            Objects.requireNonNull(student, "student");
            owed = List.copyOf(owed);
            Objects.requireNonNull(settled, "settled");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(credit, "credit");
        }

        /** Whether the student can be marked as having paid. */
        public boolean owes() {
            return !owed.isEmpty();
        }

        /** The earliest day by which one of the charges is to be paid; empty if there are none. */
        public Optional<LocalDate> dueDate() {
            return owed.stream().map(Charge::due).min(Comparator.naturalOrder());
        }

        /** What a request has of a student who has paid. The student must owe something. */
        public Part part() {
            return new Part(student.number(), owed.stream().map(Charge::id).collect(Collectors.toSet()));
        }
    }

    public ClassDue {
        Objects.requireNonNull(date, "date");
        lines = List.copyOf(lines);
    }

    /** Those who owe something, by name. */
    public List<Line> owing() {
        return lines.stream().filter(Line::owes).toList();
    }
}
