package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceReprint.Reason;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;

/** Why the pages of an earlier run are not the same any more. */
class PrintChangesTest {

    private final PrintChanges changes = new PrintChanges();

    private static StudentSnapshot student(int number) {
        return new StudentSnapshot(new StudentNumber(number), "Student " + number, "9", "9A");
    }

    private static PrintedInvoice printed(String family) {
        return new PrintedInvoice(1, student(1), List.of(), InvoicingSchool.money("0"), family);
    }

    @Test
    void anInvoiceHasChangedIfTheFamilyIsShownInAnotherWay() {
        assertThat(PrintChanges.of(printed("home"), "home", true)).isEmpty();
        assertThat(PrintChanges.of(printed("home"), "elsewhere", true)).contains(DocumentChange.ADDRESS);
        assertThat(PrintChanges.of(printed("home"), "nobody", false)).contains(DocumentChange.UNKNOWN_STUDENT);
        assertThat(PrintChanges.of(printed("nobody"), "nobody", false))
                .as("gone before the first print")
                .isEmpty();
        assertThat(PrintChanges.of(printed("nobody"), "home", true)).contains(DocumentChange.ADDRESS);
    }

    @Test
    void fiveStudentsAreNamedAndTheOthersCounted() {
        for (int number = 1; number <= 7; number++) {
            changes.add(DocumentChange.ADDRESS, student(number));
        }
        changes.add(DocumentChange.UNKNOWN_STUDENT, student(8));
        changes.add(DocumentChange.SETTINGS);

        assertThat(changes.reasons())
                .containsExactly(
                        Reason.of(DocumentChange.SETTINGS),
                        new Reason(
                                DocumentChange.ADDRESS,
                                List.of(student(1), student(2), student(3), student(4), student(5)),
                                7),
                        new Reason(DocumentChange.UNKNOWN_STUDENT, List.of(student(8)), 1));
        assertThat(changes.reasons()).extracting(Reason::more).containsExactly(0, 2, 0);
    }

    @Test
    void anInvoiceShowsItsOwnChangesAndThoseOfAllAndNoneOfOthers() {
        assertThat(changes.isEmpty()).isTrue();
        changes.add(DocumentChange.ADDRESS, student(1));
        assertThat(changes.isEmpty()).isFalse();

        assertThat(changes.on(Optional.empty())).isEmpty();
        changes.add(DocumentChange.SETTINGS);
        assertThat(changes.on(Optional.empty())).containsExactly(DocumentChange.SETTINGS);
        assertThat(changes.on(Optional.of(DocumentChange.ADDRESS)))
                .containsExactlyInAnyOrder(DocumentChange.SETTINGS, DocumentChange.ADDRESS);
    }
}
