package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.UnknownReasonCodeException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.spi.WaiverReasons.Names;

/** What is promised of waivers with reason codes. */
public abstract class WaiverReasonsContract extends OfficeContract {

    private static final ReasonCode HARDSHIP = new ReasonCode("hardship");
    private static final ReasonCode BURSARY = new ReasonCode("bursary");
    private static final WaiverReasons REASONS = new WaiverReasons(Map.of(
            HARDSHIP, new Names("Hardship", Map.of("fr", "Difficultés financières")),
            BURSARY, new Names("Bursary", Map.of())));

    @BeforeEach
    void configure() {
        office.configure(Kit.settings().withWaivers(REASONS));
    }

    private Waive waive(ChargeId charge, Optional<Money> amount, String code, String reason) {
        return new Waive(
                RequestKey.fresh(),
                CLERK,
                charge,
                amount,
                Optional.of(code).filter(given -> !given.isEmpty()).map(ReasonCode::new),
                LATER,
                reason,
                Set.of());
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }

    private JournalEntry waiver(StudentNumber student) {
        return rows(student).stream()
                .filter(row -> row.kind() == EntryKind.WAIVER)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWaiverKeepsTheCodeBesideTheReasonInWords() {
        StudentNumber student = student();
        apply(waive(charge(student, "Trip", "30.00"), Optional.empty(), "hardship", "Lost the job"));

        assertThat(waiver(student).reasonCode()).contains(HARDSHIP);
        assertThat(waiver(student).description()).isEqualTo("Lost the job");
        assertThat(rows(student))
                .filteredOn(row -> row.kind() != EntryKind.WAIVER)
                .allSatisfy(row -> assertThat(row.reasonCode()).isEmpty());
    }

    @Test
    void withACodeNoWordsAreNeeded() {
        StudentNumber student = student();
        apply(waive(charge(student, "Trip", "30.00"), Optional.empty(), "bursary", ""));

        assertThat(waiver(student).reasonCode()).contains(BURSARY);
        assertThat(waiver(student).description()).isEmpty();
    }

    @Test
    void aWaivedPartHasTheCodeAndTheRowsOfTheSplitHaveNone() {
        StudentNumber student = student();
        apply(waive(charge(student, "Trip", "30.00"), Optional.of(cad("10.00")), "hardship", ""));

        assertThat(waiver(student).reasonCode()).contains(HARDSHIP);
        assertThat(rows(student))
                .filteredOn(row -> row.kind() != EntryKind.WAIVER)
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.reasonCode()).isEmpty());
    }

    @Test
    void onlyTheConfiguredCodesAreTakenAndOneIsRequired() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        List<JournalEntry> before = rows(student);
        for (Optional<Money> amount : List.of(Optional.<Money>empty(), Optional.of(cad("10.00")))) {
            UnknownReasonCodeException unknown =
                    refusal(UnknownReasonCodeException.class, () -> apply(waive(trip, amount, "lost", "Bursary")));
            assertThat(unknown.code()).isEqualTo("lost");
            assertThat(unknown.configured()).containsExactlyInAnyOrder("bursary", "hardship");
            assertThat(refusal(UnknownReasonCodeException.class, () -> apply(waive(trip, amount, "", "Bursary")))
                            .code())
                    .isEmpty();
            refusal(UnknownReasonCodeException.class, () -> office.corrections()
                    .preview(waive(trip, amount, "", "Bursary")));
        }
        assertThat(rows(student)).isEqualTo(before);

        office.configure(Kit.settings());
        refusal(UnknownReasonCodeException.class, () -> apply(waive(trip, Optional.empty(), "hardship", "Bursary")));
        apply(waive(trip, Optional.empty(), "", "Bursary"));
        assertThat(waiver(student).reasonCode()).isEmpty();
    }

    @Test
    void aRepeatedRequestHasTheSameCodeEvenIfItIsNoLongerConfigured() {
        StudentNumber student = student();
        Waive request = waive(charge(student, "Trip", "30.00"), Optional.empty(), "hardship", "");
        Correction first = apply(request);

        office.configure(Kit.settings());
        assertThat(apply(request)).isEqualTo(first);
        assertThat(waiver(student).reasonCode()).contains(HARDSHIP);
        refusal(
                RequestKeyReusedException.class,
                () -> apply(new Waive(
                        request.key(),
                        CLERK,
                        request.charge(),
                        Optional.empty(),
                        Optional.of(BURSARY),
                        LATER,
                        "",
                        Set.of())));
    }

    @Test
    void theCodeIsAsConfidentialAsTheReason() {
        StudentNumber student = student();
        apply(waive(charge(student, "Trip", "30.00"), Optional.empty(), "hardship", "Lost the job"));

        JournalEntry seen = waiver(student).shownTo(VIEWER);
        assertThat(seen.reasonCode()).isEmpty();
        assertThat(seen.description()).isEmpty();
        assertThat(waiver(student).shownTo(CLERK).reasonCode()).contains(HARDSHIP);
    }
}
