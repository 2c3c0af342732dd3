package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.group;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentPreview.Candidate;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.journal.StoredClosings;

/** Charging many students, on a real database. Each test charges its own fees. */
class FeeAssessmentDatabaseTest {

    private static final Audience GRADES_9_AND_10 = group(GroupKind.GRADE, "9 10");
    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(600);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void chargesEveryActiveStudentOfTheGradesOnceAndSaysHowMany() {
        List<Student> students = office.students.in(GRADES_9_AND_10);

        Assessment done = office.assessment.post(request(fee("Lab fee", "24.95", "GST", "PST"), GRADES_9_AND_10));

        assertThat(done.count()).isEqualTo(students.size()).isPositive();
        assertThat(done.total()).isEqualTo(cad("27.70").times(students.size()));
        assertThat(students).allMatch(Student::active).allMatch(s -> Set.of("9", "10")
                .contains(s.grade()));
        for (Student student : students) {
            Charge charge = office.accounts.outstanding(student.number()).stream()
                    .filter(c -> c.name().equals("Lab fee"))
                    .findFirst()
                    .orElseThrow();
            assertThat(charge.student()).isEqualTo(student.snapshot());
            assertThat(charge.taxes()).containsExactly(new Tax("GST", cad("1.25")), new Tax("PST", cad("1.50")));
            assertThat(charge.total()).isEqualTo(cad("27.70"));
            assertThat(charge.batch()).contains(done.batch());
        }
        assertThat(office.ask("SELECT COUNT(*) FROM fees_jrl WHERE batch_id = " + done.batch()))
                .isEqualTo(String.valueOf(students.size()));
    }

    @Test
    void theChargeKeepsThatItsAmountIncludesTaxesAndSoDoesItsReversal() {
        Fee fee = new Fee("Museum", "", cad("45.00"), new Discount.Amount(cad("5.00")), List.of("GST", "PST"), true);
        Assessment done = office.assessment.post(request(fee, group(GroupKind.GRADE, "7")));
        office.corrections.apply(new CorrectionRequest.Undo(
                RequestKey.fresh(), DatabaseOffice.CLERK, done.batch(), DatabaseOffice.DAY, ""));

        String kept = "SELECT GROUP_CONCAT(DISTINCT CONCAT_WS(' ', trans_type, tax_included, discount_amount,"
                + " COALESCE(discount, 'none'), subtotal, tax1, tax2, total) ORDER BY trans_type) FROM fees_jrl"
                + " WHERE name = 'Museum'";
        assertThat(office.ask(kept))
                .isEqualTo("chg 1 5.00 none 36.04 1.80 2.16 40.00,rev 1 5.00 none -36.04 -1.80 -2.16 -40.00");
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void thePreviewShowsTheSameDatesWhetherTheYearsBeforeAreClosedOrNot() {
        office.administrator.execute("INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total, paid_id)"
                + " SELECT s.studnum, d.day, 'chg', 'Closed fee', 5.00, NULL"
                + " FROM (SELECT studnum, ROW_NUMBER() OVER (ORDER BY studnum) AS n FROM fees_student WHERE active = 1) s"
                + " JOIN (SELECT DATE '2019-01-06' + INTERVAL seq MONTH AS day, seq FROM seq_0_to_80) d"
                + " ON d.seq % (s.n % 7 + 1) = 0 AND s.n % 5 > 0 AND (s.n % 3 > 0 OR d.seq < 30)");
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(),
                fee("Closed fee", "5.00"),
                DatabaseOffice.DAY,
                group(GroupKind.GRADE, "7 8 9 10 11 12"));
        AssessmentPreview open = office.assessment.preview(DatabaseOffice.VIEWER, draft);
        AssessmentPreview closed;
        try (StoredClosings closings = new StoredClosings(office, List.of(LocalDate.of(2025, 12, 31)))) {
            closings.closeAll();
            closed = office.assessment.preview(DatabaseOffice.VIEWER, draft);
        }

        assertThat(closed).isEqualTo(open);
        assertThat(open.candidates().stream().map(Candidate::charged).distinct())
                .contains(
                        Optional.empty(), Optional.of(LocalDate.of(2021, 6, 6)), Optional.of(LocalDate.of(2025, 9, 6)));
        for (Candidate each : open.candidates()) {
            assertThat(each.charged().map(LocalDate::toString).orElse("never"))
                    .isEqualTo(office.ask(
                            "SELECT COALESCE(MAX(trans_date), 'never') FROM fees_jrl WHERE name = 'Closed fee'"
                                    + " AND studnum = " + each.student().number()));
        }
        office.administrator.execute("DELETE FROM fees_jrl WHERE name = 'Closed fee'");
    }

    @Test
    void theChargeKeepsTheExactPercentageOfItsDiscount() {
        for (String percent : List.of("33.3333", "12.5", "0")) {
            Fee fee = new Fee("Off " + percent, "", cad("90.00"), new BigDecimal(percent), List.of());
            Assessment done = office.assessment.post(request(fee, group(GroupKind.GRADE, "7")));
            office.corrections.apply(new CorrectionRequest.Undo(
                    RequestKey.fresh(), DatabaseOffice.CLERK, done.batch(), DatabaseOffice.DAY, ""));
        }

        assertThat(office.ask("SELECT GROUP_CONCAT(DISTINCT CONCAT_WS(' ', trans_type, discount, discount_percent)"
                        + " ORDER BY discount DESC, trans_type) FROM fees_jrl WHERE name LIKE 'Off %'"))
                .isEqualTo("chg 33.33 33.3333,rev 33.33 33.3333,chg 12.50,rev 12.50,chg 0.00,rev 0.00");
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void leavesOutWhoWasUntickedAndWhoHasItAlready() {
        List<Student> students = office.students.in(group(GroupKind.GRADE, "8"));
        StudentNumber unticked = students.get(0).number();
        AssessmentRequest request = request(fee("Trip", "12.00"), group(GroupKind.GRADE, "8"));
        AssessmentRequest first = except(request, Set.of(unticked), Set.of());

        assertThat(office.assessment.post(first).count()).isEqualTo(students.size() - 1);
        AssessmentPreview again = office.assessment.preview(request.actor(), request.draft());
        assertThat(again.alreadyCharged()).isEqualTo(students.size() - 1);
        assertThat(again.toCharge()).isEqualTo(1);

        Assessment second = office.assessment.post(request(fee("Trip", "12.00"), group(GroupKind.GRADE, "8")));
        assertThat(second.count()).isEqualTo(1);
        assertThat(second.alreadyCharged()).isEqualTo(students.size() - 1);
        assertThatThrownBy(() -> office.assessment.post(request(fee("trip", "12.00"), group(GroupKind.GRADE, "8"))))
                .isInstanceOf(NobodyToChargeException.class);
    }

    @Test
    void countsWhoHasItAlreadyAlsoWhenTheyAreUntickedOnTheScreen() {
        List<Student> students = office.students.in(group(GroupKind.GRADE, "5"));
        StudentNumber hasIt = students.get(0).number();
        StudentNumber unticked = students.get(1).number();
        office.assessment.post(request(fee("Choir", "6.00"), group(GroupKind.STUDENT, hasIt.toString())));

        Assessment done = office.assessment.post(
                except(request(fee("Choir", "6.00"), group(GroupKind.GRADE, "5")), Set.of(hasIt, unticked), Set.of()));

        assertThat(done.count()).isEqualTo(students.size() - 2);
        assertThat(done.alreadyCharged()).isEqualTo(1);
    }

    @Test
    void chargesAgainOnlyWhoWasChosenAgain() {
        Student student = office.students.in(group(GroupKind.GRADE, "7")).get(0);
        AssessmentRequest request = request(fee("Locker", "10.00"), group(GroupKind.GRADE, "7"));
        office.assessment.post(request);

        Assessment again = office.assessment.post(except(
                request(fee("Locker", "10.00"), group(GroupKind.GRADE, "7")), Set.of(), Set.of(student.number())));

        assertThat(again.count()).isEqualTo(1);
        assertThat(office.accounts.outstanding(student.number()))
                .filteredOn(c -> c.name().equals("Locker"))
                .hasSize(2);
    }

    @Test
    void chargesNobodyWhenTheNumberIsNotTheOneThatWasAgreedTo() {
        long rows = office.count("fees_jrl");
        AssessmentRequest plain = request(fee("Agenda", "8.00"), group(GroupKind.GRADE, "6"));
        AssessmentRequest agreed =
                new AssessmentRequest(plain.key(), plain.actor(), plain.draft(), Set.of(), Set.of(), OptionalInt.of(3));

        assertThatThrownBy(() -> office.assessment.post(agreed)).isInstanceOf(AssessmentChangedException.class);

        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        assertThat(office.count("fees_batch WHERE name = 'Agenda'")).isZero();
    }

    @Test
    void hasOneEffectForTheSameKeyAndGivesTheSameAnswer() {
        AssessmentRequest request = request(fee("Band", "140.00", "GST"), group(GroupKind.GRADE, "5"));

        Assessment first = office.assessment.post(request);
        long rows = office.count("fees_jrl");

        assertThat(office.assessment.post(request)).isEqualTo(first);
        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        AssessmentRequest other = request(fee("Choir", "1.00"), group(GroupKind.GRADE, "5"));
        assertThatThrownBy(() -> office.assessment.post(new AssessmentRequest(
                        request.key(), request.actor(), other.draft(), Set.of(), Set.of(), OptionalInt.empty())))
                .isInstanceOf(RequestKeyReusedException.class);
    }

    @Test
    void chargesOnceWhenEightClerksBillTheSameFeeAtTheSameMoment() {
        int students = office.students.in(group(GroupKind.GRADE, "4")).size();

        List<CompletableFuture<Integer>> clerks = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return office.assessment
                                .post(request(fee("Skiing", "55.00"), group(GroupKind.GRADE, "4")))
                                .count();
                    } catch (NobodyToChargeException e) {
                        return 0;
                    }
                }))
                .toList();

        assertThat(clerks.stream().map(CompletableFuture::join).filter(n -> n > 0))
                .containsExactly(students);
        assertThat(office.count("fees_jrl WHERE name = 'Skiing'")).isEqualTo(students);
    }

    @Test
    void givesTheSameAnswerToEightWhoSendTheSameKeyAtTheSameMoment() {
        AssessmentRequest request = request(fee("Camp", "55.00"), group(GroupKind.GRADE, "3"));

        List<CompletableFuture<Assessment>> clerks = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> office.assessment.post(request)))
                .toList();

        assertThat(clerks.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(office.count("fees_batch WHERE name = 'Camp'")).isEqualTo(1);
    }

    @Test
    void chargesASubjectSectionOnceAStudentHoweverManyTermsThereAre() {
        String section = office.students.values(GroupKind.SUBJECT_SECTION).get(0);
        Audience audience = group(GroupKind.SUBJECT_SECTION, section);

        Assessment done = office.assessment.post(request(fee("Lab coat", "32.50"), audience));

        assertThat(done.count()).isEqualTo(office.students.in(audience).size()).isPositive();
        assertThat(office.count("fees_jrl WHERE name = 'Lab coat'")).isEqualTo(done.count());
        assertThat(office.ask("SELECT COUNT(DISTINCT studnum) FROM fees_jrl WHERE name = 'Lab coat'"))
                .isEqualTo(String.valueOf(done.count()));
    }

    @Test
    void chargesAProfileAndAPredefinedFee() {
        var audience = new Audience.Profile("highschool");
        var kept = office.catalogue.add(new AddRequest(
                RequestKey.fresh(), DatabaseOffice.CLERK, fee("Tuition", "350.00", "GST"), Optional.of(audience)));
        AssessmentDraft draft = new AssessmentDraft(Optional.of(kept.id()), kept.fee(), DatabaseOffice.DAY, audience);

        Assessment done = office.assessment.post(new AssessmentRequest(
                RequestKey.fresh(), DatabaseOffice.CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()));

        assertThat(done.count()).isEqualTo(office.students.in(audience).size());
        assertThat(office.catalogue.find(kept.id()).orElseThrow().charges()).isEqualTo(done.count());
    }

    @Test
    void losesNoWordOfADescriptionAndRunsNothingInAName() {
        StudentNumber student = new StudentNumber(100);
        for (String text :
                List.of("Fee for <5 km & \"x\" y > 2", "=SUM(1,2)", "<script>alert(1)</script>", "é ' \\ 王 👍 שלום")) {
            Fee fee = new Fee(text, text, cad("1.00"), BigDecimal.ZERO, List.of());
            office.assessment.post(request(fee, DatabaseOffice.only(student)));

            assertThat(office.accounts.outstanding(student))
                    .anyMatch(c -> c.name().equals(text) && c.description().equals(text));
        }
    }

    @Test
    void refusesEachWrongRequestWithItsOwnErrorAndStoresNothing() {
        long rows = office.count("fees_jrl");
        Fee good = fee("Wrong", "10.00");

        refused(UnknownTaxException.class, request(fee("Wrong", "10.00", "HST"), GRADES_9_AND_10));
        refused(UnknownGroupValueException.class, request(good, group(GroupKind.GRADE, "9 99")));
        refused(UnknownGroupValueException.class, request(good, group(GroupKind.HOMEROOM, "Mars")));
        refused(UnknownGroupValueException.class, request(good, group(GroupKind.SUBJECT_SECTION, "Alchemy-1")));
        refused(UnknownStudentException.class, request(good, group(GroupKind.STUDENT, "100 999999")));
        refused(UnknownProfileException.class, request(good, new Audience.Profile("nobody")));
        AssessmentDraft gone = new AssessmentDraft(
                Optional.of(new PredefinedFeeId(4711)), good, LocalDate.of(2026, 9, 8), GRADES_9_AND_10);
        AssessmentRequest plain = request(good, GRADES_9_AND_10);
        refused(
                UnknownPredefinedFeeException.class,
                new AssessmentRequest(plain.key(), plain.actor(), gone, Set.of(), Set.of(), OptionalInt.empty()));
        Stream.of(DatabaseOffice.VIEWER, DatabaseOffice.CASHIER)
                .forEach(actor -> refused(
                        NotAllowedException.class,
                        new AssessmentRequest(
                                plain.key(), actor, plain.draft(), Set.of(), Set.of(), OptionalInt.empty())));

        assertThat(office.count("fees_jrl")).isEqualTo(rows);
    }

    private static void refused(Class<? extends FeesException> error, AssessmentRequest request) {
        assertThatThrownBy(() -> office.assessment.post(request)).isInstanceOf(error);
    }

    private static AssessmentRequest except(
            AssessmentRequest request, Set<StudentNumber> except, Set<StudentNumber> again) {
        return new AssessmentRequest(
                request.key(), request.actor(), request.draft(), except, again, OptionalInt.empty());
    }
}
