package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.CorrectionRequests.undo;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;

/** What the catalogue and the assessments promise of predefined fees that are charged in parts. */
public abstract class InstalmentsContract extends OfficeContract {

    private static final Instalments MONTHLY = new Instalments(4, Every.MONTH);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 31);
    private static final List<LocalDate> DUE =
            List.of(FIRST, LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31));

    private int names;

    /** A fee of 99.99 with its tax. */
    private AddRequest request(Instalments parts) {
        return new AddRequest(
                RequestKey.fresh(),
                CLERK,
                Kit.fee("Trip in parts " + ++names, "95.23", "GST"),
                Optional.empty(),
                Optional.of(new Due.On(FIRST)),
                Optional.of(parts));
    }

    private static AssessmentDraft draft(PredefinedFee fee, StudentNumber... students) {
        return new AssessmentDraft(Optional.of(fee.id()), fee.fee(), DAY, Kit.only(students));
    }

    @Test
    void aFeeKeepsItsParts() {
        AddRequest request = request(MONTHLY);
        PredefinedFee added = office.catalogue().add(request);

        assertThat(added.parts()).contains(MONTHLY);
        assertThat(office.catalogue().find(added.id())).contains(added);
        assertThat(office.catalogue().add(request)).isEqualTo(added);
        AddRequest other =
                new AddRequest(request.key(), CLERK, request.fee(), Optional.empty(), request.due(), Optional.empty());
        refusal(RequestKeyReusedException.class, () -> office.catalogue().add(other));
    }

    @Test
    void aPartIsAtLeastOneCent() {
        AddRequest request = new AddRequest(
                RequestKey.fresh(),
                CLERK,
                Kit.fee("Small", "0.03"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(MONTHLY));

        assertThat(refusal(InvalidInputException.class, () -> office.catalogue().add(request))
                        .field())
                .isEqualTo(Field.PARTS);
    }

    @Test
    void theStudentsAreChargedInPartsThatAddUp() {
        PredefinedFee fee = office.catalogue().add(request(MONTHLY));
        StudentNumber ines = student();
        StudentNumber marc = student();
        AssessmentPreview preview = office.assessment().preview(VIEWER, draft(fee, ines, marc));

        Assessment done = office.assessment().post(Kit.assessing(draft(fee, ines, marc)));

        assertThat(preview.parts())
                .extracting(SplitPart::total, SplitPart::due)
                .containsExactly(
                        tuple(cad("25.00"), DUE.get(0)),
                        tuple(cad("25.00"), DUE.get(1)),
                        tuple(cad("25.00"), DUE.get(2)),
                        tuple(cad("24.99"), DUE.get(3)));
        assertThat(done.count()).isEqualTo(2);
        assertThat(done.total()).isEqualTo(cad("199.98"));
        assertThat(done.due()).isEqualTo(FIRST);
        for (StudentNumber student : List.of(ines, marc)) {
            List<Charge> owed = office.accounts().outstanding(student);
            assertThat(owed).extracting(Charge::due).isEqualTo(DUE);
            assertThat(owed).extracting(Charge::batch).containsOnly(Optional.of(done.batch()));
            assertThat(owed)
                    .extracting(charge -> charge.part().orElseThrow())
                    .containsExactly(
                            new ChargePart(1, 4), new ChargePart(2, 4), new ChargePart(3, 4), new ChargePart(4, 4));
            assertThat(owed.stream().map(Charge::subtotal).reduce(cad("0.00"), Money::plus))
                    .isEqualTo(cad("95.23"));
            assertThat(owed).extracting(Charge::taxes).containsOnly(List.of(new Tax("GST", cad("1.19"))));
            assertAccount(student, "99.99", "99.99");
        }
        assertThat(office.catalogue().find(fee.id()).orElseThrow().charges()).isEqualTo(2);
    }

    @Test
    void anUndoneAssessmentReversesEachPart() {
        PredefinedFee fee = office.catalogue().add(request(MONTHLY));
        StudentNumber student = student();
        Assessment done = office.assessment().post(Kit.assessing(draft(fee, student)));
        ChargeId first = owed(student).get(0);
        pay(student, "25.00", first);
        office.corrections()
                .apply(new Cancel(RequestKey.fresh(), CLERK, owed(student).get(0), DAY, ""));
        assertThat(office.assessment().find(VIEWER, done.batch()).orElseThrow().charged())
                .containsExactly(student);

        office.corrections().apply(undo(done.batch()));

        assertAccount(student, "-25.00", "0.00");
        assertThat(office.assessment().find(VIEWER, done.batch()).orElseThrow().charged())
                .isEmpty();
    }

    @Test
    void aFeeWithoutPartsIsOneCharge() {
        PredefinedFee fee = office.catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(), CLERK, Kit.fee("Whole", "5.00"), Optional.empty(), Optional.empty()));
        StudentNumber student = student();

        assertThat(office.assessment().preview(VIEWER, draft(fee, student)).parts())
                .isEmpty();
        office.assessment().post(Kit.assessing(draft(fee, student)));
        assertThat(office.accounts().outstanding(student))
                .extracting(Charge::part)
                .containsExactly(Optional.empty());
    }
}
