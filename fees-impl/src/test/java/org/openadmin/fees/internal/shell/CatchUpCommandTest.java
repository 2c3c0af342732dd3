package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

class CatchUpCommandTest {

    private final MemoryOffice office = new MemoryOffice();
    private final ConsoleOutput console = new ConsoleOutput();
    private StudentNumber leaver;
    private StudentNumber joiner;

    @BeforeEach
    void oneHasJoinedAndOneHasLeft() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        leaver = office.enrol(101, "Roy", "Max", "9", "9A");
        office.assessment()
                .post(Kit.assessing(Kit.fee("Lab", "40.00"), Audience.Group.parse(GroupKind.HOMEROOM, "9A")));
        office.enrol(101, "Roy", "Max", "9", "9B");
        joiner = office.enrol(102, "Singh", "Amar", "9", "9A");
    }

    @Test
    void listsTheAssessmentsWhoseGroupHasChanged() throws Exception {
        command().execute();

        assertThat(console.lines())
                .containsExactly(
                        "batch  date        fee  group        joined  left",
                        "    1  2026-09-08  Lab  homeroom 9A       1     1");
    }

    @Test
    void showsBothListsAndSavesNothing() throws Exception {
        command("1", "--charge", "all", "--cancel", "all", "--dry-run").execute();

        assertThat(console.text())
                .contains(
                        "Batch 1, \"Lab\" of 2026-09-08, homeroom 9A",
                        "Singh, Amar",
                        "would be charged",
                        "Roy, Max",
                        "would be reversed",
                        "1 joined, 1 left; a new charge would be 40.00 CAD, due 2026-09-20.");
        assertThat(office.owed(joiner)).isEmpty();
        assertThat(office.owed(leaver)).hasSize(1);
    }

    @Test
    void chargesWhoJoinedAndReversesWhoLeft() throws Exception {
        command("1", "--charge", "102", "--cancel", "all", "--reason", "Moved").execute();

        assertThat(console.lines())
                .containsExactly(
                        "Batch 2",
                        "1 student charged \"Lab\" dated 2026-09-20, 40.00 CAD in total; 0 already had it",
                        "Due 2026-09-20",
                        "Charges of 1 student reversed in batch 1: -40.00 CAD in total; 0.00 CAD of it is now credit");
        assertThat(office.accounts().balance(joiner).balance()).isEqualTo(cad("40.00"));
        assertThat(office.owed(leaver)).isEmpty();
        console.clear();
        command().execute();
        assertThat(console.lines()).containsExactly("No group has changed since it was charged this school year.");
    }

    @Test
    void leavesOutWhoIsNotToBeCharged() throws Exception {
        command("1", "--leave-out", "102").execute();

        assertThat(console.lines()).containsExactly("1 student left out from now on");
        console.clear();
        command("1", "--charge", "all").execute();
        assertThat(console.lines()).containsExactly("There was nothing left to do.");
        assertThat(office.owed(joiner)).isEmpty();
    }

    @Test
    void aRepeatedCommandHasOneEffect() throws Exception {
        String key = "6f1f9df6-3a0f-4cf2-8ef0-7e5a0b3e3c11";
        for (int i = 0; i < 2; i++) {
            command("1", "--charge", "102", "--cancel", "101", "--key", key).execute();
        }
        assertThat(console.lines()).contains("There was nothing left to do.");
        assertThat(office.accounts().balance(joiner).balance()).isEqualTo(cad("40.00"));
    }

    @Test
    void namesAStudentWhoIsNotInTheList() {
        assertThatThrownBy(() -> command("1", "--charge", "100").execute())
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Student 100 is not in this list.");
        assertThatThrownBy(() -> command("1", "--date", "2027-09-01").execute())
                .hasMessageContaining("is of another school year");
        assertThatThrownBy(() -> command("--charge", "all").execute()).hasMessageContaining("batch");
        assertThatThrownBy(() -> command("7").execute()).hasMessageContaining("7");
    }

    @Test
    void whoJoinsAFeeWithAPeriodIsChargedByDays() throws Exception {
        FeePeriod year = new FeePeriod(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30));
        PredefinedFee bus = office.catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        Kit.fee("Bus", "150.00"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new FeeTerms(Optional.empty(), Optional.of(year))));
        office.assessment()
                .post(Kit.assessing(new AssessmentDraft(
                        Optional.of(bus.id()), bus.fee(), Kit.DAY, Audience.Group.parse(GroupKind.HOMEROOM, "9A"))));
        StudentNumber late = office.enrol(103, "Zaki", "Omar", "9", "9A");

        command("2", "--date", "2027-01-30").execute();
        assertThat(console.text())
                .contains("152 of 303 days, 2027-01-30 to 2027-06-30; all of them are 150.00 CAD")
                .contains("a new charge would be 75.25 CAD");
        console.clear();
        command("2", "--joined-on", "2027-06-30", "--dry-run").execute();
        assertThat(console.text()).contains("1 of 303 days", "a new charge would be 0.50 CAD");
        assertThatThrownBy(() -> command("2", "--joined-on", "2027-07-01").execute())
                .hasMessageContaining("is after the last day that the fee is for");
        assertThatThrownBy(() ->
                        command("2", "--full", "--joined-on", "2027-01-30").execute())
                .hasMessageContaining("With --full, leave out");
        assertThatThrownBy(() -> command("1", "--pro-rata").execute()).hasMessageContaining("has no period");
        console.clear();
        command("2", "--full").execute();
        assertThat(console.text()).contains("a new charge would be 150.00 CAD").doesNotContain("of 303 days");

        command("2", "--charge", "103", "--joined-on", "2027-01-30").execute();
        assertThat(office.accounts().balance(late).balance()).isEqualTo(cad("75.25"));
    }

    private CatchUpCommand command(String... words) {
        CatchUpCommand command = new CatchUpCommand(ShellUsers.admin(), console.output());
        command.words = List.of(words);
        command.catchUps = office.catchUps();
        command.assessment = office.assessment();
        command.corrections = office.corrections();
        command.settings = office;
        command.clock = Kit.CLOCK;
        return command;
    }
}
