package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.NoExports;
import org.openadmin.fees.testkit.NoReports;

/** The commands {@code fees:collection} and {@code fees:class-list}. */
class CollectionCommandsTest {

    private final ShellSchool school = new ShellSchool();
    private String written = "";

    @TempDir
    private Path folder;

    @BeforeEach
    void charge() {
        long payment = school.office.add(JournalRow.payment(7, "20.00"));
        long waiver = school.office.add(JournalRow.of(EntryKind.WAIVER, "-20.00"));
        school.office.add(trip(200, "9A").settledBy(payment));
        school.office.add(trip(201, "9A").settledBy(waiver));
        school.office.add(trip(202, "9B"));
        school.office.add(JournalRow.charge("Old fee", "5.00")
                .student(new StudentNumber(100))
                .on(Kit.DAY.minusYears(2)));
    }

    private static JournalRow trip(int number, String homeroom) {
        return JournalRow.charge("Ski trip", "20.00")
                .student(new StudentSnapshot(new StudentNumber(number), "Roy, Léa", "9", homeroom))
                .on(Kit.DAY);
    }

    @Test
    void allFeesOfTheSchoolYearAreATableWithASum() throws Exception {
        collection().execute();

        assertThat(school.console.text().lines().map(String::strip))
                .containsSubsequence(
                        "Lab fee         1    10.00   0.00     0.00    0.00      0.00                    1        10.00          0.0",
                        "Ski trip        3    60.00  20.00     0.00   20.00      0.00                    1        20.00         33.3",
                        "Charged 85.00 CAD, paid 20.00 CAD, outstanding 45.00 CAD; collected 23.5 %")
                .noneMatch(line -> line.contains("Old fee"));
    }

    @Test
    void oneFeeByHomeroomAsCsvHasAllNumbers() throws Exception {
        CollectionCommand command = collection();
        command.fee = "ski TRIP";
        command.by = "homeroom";
        command.csv = true;
        command.execute();

        assertThat(school.console.text()).isEqualTo("""
                fee,homeroom,charges,charged,paid-charges,paid,covered-charges,covered,waived-charges,waived,reversed-charges,reversed,\
                outstanding-charges,outstanding,rate
                Ski trip,9A,2,40.00,1,20.00,0,0.00,1,20.00,0,0.00,0,0.00,50.0
                Ski trip,9B,1,20.00,0,0.00,0,0.00,0,0.00,0,0.00,1,20.00,0.0
                """);
    }

    @Test
    void theDatesAreThoseOfTheCharges() throws Exception {
        CollectionCommand command = collection();
        command.from = "2024-01-01";
        command.to = "2024-12-31";
        command.csv = true;
        command.execute();

        assertThat(school.console.text().lines()).hasSize(2).last().asString().startsWith("Old fee,1,5.00,");
    }

    @Test
    void todaysGroupsAreThoseOfThePortal() throws Exception {
        CollectionCommand command = collection();
        command.fee = "Lab fee";
        command.by = "grade";
        command.today = true;
        command.csv = true;
        command.execute();

        assertThat(school.console.text()).contains("fee,grade,charges").contains("Lab fee,9,1,10.00");
    }

    @Test
    void whatWasPaidIsShownAsOfAPastDay() throws Exception {
        StudentNumber student = new StudentNumber(101);
        Charge bus = school.office.charge(student, "Bus", "7.00");
        school.office
                .cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        Kit.CASHIER,
                        student,
                        Kit.DAY.plusDays(3),
                        Kit.cad("7.00"),
                        Set.of(bus.id()),
                        PaymentMethod.CASH,
                        ""));

        for (int days : new int[] {2, 3}) {
            CollectionCommand command = collection();
            command.fee = "Bus";
            command.asOf = Kit.DAY.plusDays(days).toString();
            command.csv = true;
            command.execute();
        }
        CollectionCommand people = collection();
        people.asOf = Kit.DAY.toString();
        people.execute();

        assertThat(school.console.lines())
                .containsSubsequence(
                        "Bus,9A,1,7.00,0,0.00,0,0.00,0,0.00,0,0.00,1,7.00,0.0,2026-09-10,1,0.00,0.00,0.00",
                        "Bus,9A,1,7.00,1,7.00,0,0.00,0,0.00,0,0.00,0,0.00,100.0,2026-09-11,1,0.00,0.00,0.00",
                        "As of 2026-09-08",
                        "3 charges are shown with rows for 2026-09-08 or an earlier day that were recorded after it. As known on"
                                + " 2026-09-08: charged 60.00 CAD, paid 20.00 CAD, outstanding 20.00 CAD");
        CollectionCommand tomorrow = collection();
        tomorrow.asOf = Kit.TODAY.plusDays(1).toString();
        assertThatThrownBy(tomorrow::execute).hasMessageContaining("is after today");
    }

    @Test
    void nothingChargedIsASentence() throws Exception {
        CollectionCommand command = collection();
        command.fee = "Old fee";
        command.execute();

        assertThat(school.console.text()).isEqualTo("Nothing was charged in this period.\n");
    }

    @Test
    void wrongInputIsOneSentence() {
        CollectionCommand unknown = collection();
        unknown.fee = "Ski tripp";
        assertThatThrownBy(unknown::execute)
                .hasMessage("There is no fee “Ski tripp”. The nearest: Ski trip; Lab fee; Old fee.");
        CollectionCommand grouped = collection();
        grouped.by = "grade";
        assertThatThrownBy(grouped::execute).hasMessage("Name the fee with --fee to use --by or --today.");
        CollectionCommand students = collection();
        students.fee = "Ski trip";
        students.by = "student";
        assertThatThrownBy(students::execute).hasMessageContaining("homeroom, grade");
        CollectionCommand turned = collection();
        turned.from = "2026-09-08";
        turned.to = "2026-09-07";
        assertThatThrownBy(turned::execute).hasMessageContaining("2026-09-07");
    }

    @Test
    void theNameOfTheFileChoosesPdfOrList() throws Exception {
        ClassListCommand pdf = classList("9a.pdf");
        pdf.homeroom = "9A";
        pdf.execute();
        assertThat(written).isEqualTo("PDF of Ski trip, HOMEROOM 9A of CHARGE");
        assertThat(school.console.text()).isEqualTo("Class list: " + folder.resolve("9a.pdf") + "\n");

        ClassListCommand csv = classList("9.csv");
        csv.grade = "9";
        csv.today = true;
        csv.execute();
        assertThat(written).isEqualTo("CSV of Ski trip, GRADE 9 of TODAY");
        assertThat(folder.resolve("9.csv")).exists();
    }

    @Test
    void aClassListNeedsAFeeAClassAndAFile() {
        ClassListCommand none = classList("a.pdf");
        assertThatThrownBy(none::execute).hasMessage("Name the class with either --homeroom or --grade.");
        ClassListCommand both = classList("a.pdf");
        both.homeroom = "9A";
        both.grade = "9";
        assertThatThrownBy(both::execute).hasMessage("Name the class with either --homeroom or --grade.");
        ClassListCommand fee = classList("a.pdf");
        fee.homeroom = "9A";
        fee.fee = null;
        assertThatThrownBy(fee::execute).hasMessage("The option --fee is missing.");
        ClassListCommand file = classList(null);
        file.homeroom = "9A";
        assertThatThrownBy(file::execute).hasMessage("The option --out is missing.");
        assertThat(folder).isEmptyDirectory();
    }

    private CollectionCommand collection() {
        CollectionCommand command = new CollectionCommand(ShellUsers.admin(), school.console.output());
        command.collection = school.office.collection();
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        return command;
    }

    private ClassListCommand classList(String file) {
        ClassListCommand command = new ClassListCommand(ShellUsers.admin(), school.console.output());
        command.reports = new NoReports() {
            @Override
            public void classList(Actor reader, CollectionQuery query, String group, OutputStream out) {
                write("PDF", query, group, out);
            }
        };
        command.exports = new NoExports() {
            @Override
            public void classList(
                    Actor reader, CollectionQuery query, String group, ListFormat format, OutputStream out) {
                write(format.name(), query, group, out);
            }
        };
        command.files = () -> Optional.of(folder);
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        command.fee = "Ski trip";
        command.out = file;
        return command;
    }

    private void write(String what, CollectionQuery query, String group, OutputStream out) {
        written = what + " of " + query.fee() + ", " + query.by() + " " + group + " of " + query.groups();
        try {
            out.write(written.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
