package org.openadmin.fees.reports.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.rows;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.sheets;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.written;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;

import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;

/** The lists of who has paid what. */
class CollectionListsTest {

    private static final CollectionQuery LAB =
            new CollectionQuery("lab fee", GroupKind.HOMEROOM, GroupDay.CHARGE, CollectionPeriod.always());

    private final ExportSchool school = new ExportSchool();

    @BeforeEach
    void charge() {
        long payment = add(JournalRow.payment(1, "24.95"));
        long waiver = add(JournalRow.of(EntryKind.WAIVER, "-24.95"));
        long reversal = add(JournalRow.of(EntryKind.REVERSAL, "-24.95"));
        add(charge(1, "Zimmer, Ada", "9A").settledBy(payment));
        add(charge(2, "Roy, Léa", "9A").settledBy(waiver));
        add(charge(3, "Aubé, Max", "9A"));
        add(charge(4, "Gone, Gary", "9A").settledBy(reversal));
        add(charge(5, "Nguyễn, Thị", "9B"));
    }

    private long add(JournalRow row) {
        return school.documents.classes.add(row);
    }

    private static JournalRow charge(int number, String name, String homeroom) {
        return JournalRow.charge("Lab fee", "24.95")
                .student(new StudentSnapshot(new StudentNumber(number), name, "9", homeroom));
    }

    @Test
    void eachFeeHasNumberAndSumOfEachStateAndTheRate() {
        assertThat(written(out -> school.exports.collection(CLERK, CollectionPeriod.always(), ListFormat.CSV, out)))
                .isEqualTo("""
                        fee,number charged,charged,number paid,paid,number covered,covered,number waived,waived,number reversed,reversed,\
                        number outstanding,outstanding,rate
                        Lab fee,5,124.75,1,24.95,0,0.00,1,24.95,1,24.95,2,49.90,25.0
                        """.replace("\n", "\r\n"));
    }

    @Test
    void eachHomeroomOfAFeeHasALine() {
        assertThat(written(out -> school.exports.collection(CLERK, LAB, ListFormat.CSV, out)))
                .isEqualTo("""
                        fee,homeroom,number charged,charged,number paid,paid,number covered,covered,number waived,waived,number reversed,reversed,\
                        number outstanding,outstanding,rate
                        Lab fee,9A,4,99.80,1,24.95,0,0.00,1,24.95,1,24.95,1,24.95,33.3
                        Lab fee,9B,1,24.95,0,0.00,0,0.00,0,0.00,0,0.00,1,24.95,0.0
                        """.replace("\n", "\r\n"));
    }

    @Test
    void listsOfAPastDayEndWithWhatWasKnownThen() {
        CollectionPeriod past = CollectionPeriod.always().asOf(Optional.of(Kit.DAY));
        CollectionQuery lab = new CollectionQuery("lab fee", GroupKind.HOMEROOM, GroupDay.CHARGE, past);

        assertThat(rows(out -> school.exports.collection(CLERK, past, ListFormat.CSV, out)))
                .extracting(CollectionListsTest::known)
                .containsExactly("0 124.75 24.95 49.90");
        assertThat(rows(out -> school.exports.collection(CLERK, lab, ListFormat.CSV, out)))
                .extracting(CollectionListsTest::known)
                .containsExactly("0 99.80 24.95 24.95", "0 24.95 0.00 24.95");
        assertThat(rows(out -> school.exports.chargedStudents(CLERK, lab, Optional.of("9B"), ListFormat.CSV, out)))
                .extracting(CollectionListsTest::known)
                .containsExactly("0 24.95 0.00 24.95");
    }

    private static String known(CSVRecord row) {
        return String.join(
                " ",
                row.get("charges changed later"),
                row.get("charged as known"),
                row.get("paid as known"),
                row.get("outstanding as known"));
    }

    @Test
    void eachStudentHasTheStateAndTheSums() {
        assertThat(rows(out -> school.exports.chargedStudents(CLERK, LAB, Optional.of("9a"), ListFormat.CSV, out)))
                .extracting(row -> row.get("student") + " " + row.get("state") + " " + row.get("outstanding"))
                .containsExactly("3 outstanding 24.95", "4 reversed 0.00", "2 waived 0.00", "1 paid 0.00");
        assertThat(rows(out -> school.exports.chargedStudents(CLERK, LAB, Optional.empty(), ListFormat.CSV, out)))
                .hasSize(5);
    }

    @Test
    void aWorkbookCallsAWaiverAnAdjustmentForThoseWhoMayNotSeeIt() {
        assertThat(sheets(out -> school.exports.collection(VIEWER, LAB, ListFormat.XLSX, out))
                        .header())
                .contains("Adjusted", "Adjusted (number)")
                .doesNotContain("Waived");
        assertThat(sheets(out -> school.exports.collection(CLERK, LAB, ListFormat.XLSX, out))
                        .header())
                .contains("Homeroom", "Charged (number)", "Waived", "Collected %");
    }

    @Test
    void theClassListHasNamesAndMarksOnlyAndPaidAndWaivedLookTheSame() {
        assertThat(written(out -> school.exports.classList(CLERK, LAB, "9A", ListFormat.CSV, out)))
                .isEqualTo("""
                        student name,mark
                        "Aubé, Max",
                        "Roy, Léa",yes
                        "Zimmer, Ada",yes
                        """.replace("\n", "\r\n"));
    }
}
