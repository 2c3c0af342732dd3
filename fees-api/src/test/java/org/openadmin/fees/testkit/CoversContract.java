package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverNotAllowedException;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.CoverRunRefusedException;
import org.openadmin.fees.api.payers.CoverRunRefusedException.Problem;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.CoverRunRequest.Figures;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.api.payers.EndCoverRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;

/** What {@link org.openadmin.fees.api.payers.Covers} promises. */
public abstract class CoversContract extends OfficeContract {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);

    private PayerNumber payer(PayerKind kind) {
        return office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), CLERK, kind, PayerDetails.named("Prairie Band")))
                .number();
    }

    private PayerNumber sponsor() {
        return payer(PayerKind.SPONSOR);
    }

    private static CoverTerms terms(PayerNumber payer, StudentNumber student, String fee, String percent) {
        return new CoverTerms(
                payer,
                student,
                Optional.of(fee),
                new BigDecimal(percent),
                Optional.empty(),
                FIRST,
                Optional.empty(),
                "AUTH 7");
    }

    private static CoverTerms limited(CoverTerms terms, String limit) {
        return new CoverTerms(
                terms.payer(),
                terms.student(),
                terms.fee(),
                terms.percent(),
                Optional.of(cad(limit)),
                terms.from(),
                terms.to(),
                terms.authorization());
    }

    private static CoverTerms between(CoverTerms terms, LocalDate from, LocalDate to) {
        return new CoverTerms(
                terms.payer(),
                terms.student(),
                terms.fee(),
                terms.percent(),
                terms.yearLimit(),
                from,
                Optional.of(to),
                terms.authorization());
    }

    private Cover add(CoverTerms terms) {
        return office.covers().add(new AddCoverRequest(RequestKey.fresh(), CLERK, terms));
    }

    private Cover end(Cover cover, LocalDate day) {
        return office.covers().end(new EndCoverRequest(RequestKey.fresh(), CLERK, cover.number(), day, "Moved away"));
    }

    private CoverRunPlan preview(PayerNumber payer) {
        return office.covers().preview(CASHIER, Optional.of(payer));
    }

    private static CoverRunRequest request(PayerNumber payer) {
        return new CoverRunRequest(RequestKey.fresh(), CLERK, Optional.of(payer), Optional.empty());
    }

    private CoverRun run(PayerNumber payer) {
        return office.covers().run(request(payer));
    }

    private CoverRun undo(CoverRun run) {
        return office.covers().undo(new UndoCoverRunRequest(RequestKey.fresh(), CLERK, run.number(), "Wrong cover"));
    }

    private static PaymentRequest paying(AccountNumber account, String amount, ChargeId charge) {
        return new PaymentRequest(
                RequestKey.fresh(), CASHIER, account, TODAY, cad(amount), Set.of(charge), PaymentMethod.CHEQUE, "");
    }

    /** A cover of all fees. */
    private static CoverTerms all(PayerNumber payer, StudentNumber student, String percent) {
        return new CoverTerms(
                payer,
                student,
                Optional.empty(),
                new BigDecimal(percent),
                Optional.empty(),
                FIRST,
                Optional.empty(),
                "");
    }

    private static Problem problem(ThrowingCallable call) {
        return refusal(CoverRunRefusedException.class, call).problem();
    }

    private void assertOwes(AccountNumber account, String balance, String outstanding) {
        assertThat(office.accounts().balance(account))
                .isEqualTo(new AccountBalance(account, cad(balance), cad(outstanding)));
    }

    private List<Tuple> open(AccountNumber account) {
        return office.accounts().outstanding(account).stream()
                .map(charge -> tuple(charge.name(), charge.total()))
                .toList();
    }

    private static Tuple owed(String name, String amount) {
        return tuple(name, cad(amount));
    }

    @Test
    void aCoverIsListedWithItsPayerAndItsStudentAndNeverChanges() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        Cover cover = add(limited(terms(band, student, " Trip ", "33.5"), "100.00"));

        assertThat(cover.terms().fee()).contains("Trip");
        assertThat(cover.percent()).isEqualByComparingTo("33.5");
        assertThat(cover.recordedBy()).isEqualTo(CLERK.name());
        assertThat(office.covers().list(CASHIER, Optional.of(band))).containsExactly(cover);
        assertThat(office.covers().list(CLERK, Optional.of(student))).containsExactly(cover);
        assertThat(office.covers().list(CLERK, Optional.empty())).contains(cover);
        Cover all = add(new CoverTerms(
                band, student(), Optional.empty(), CoverTerms.ALL, Optional.empty(), DAY, Optional.of(DAY), ""));
        assertThat(office.covers().list(CLERK, Optional.of(band))).containsExactly(cover, all);
    }

    @Test
    void aCoverIsEndedOnce() {
        StudentNumber student = student();
        Cover cover = add(terms(sponsor(), student, "Trip", "100"));
        EndCoverRequest request =
                new EndCoverRequest(RequestKey.fresh(), CLERK, cover.number(), DAY.minusDays(1), "Moved away");

        Cover ended = office.covers().end(request);

        assertThat(ended.lastDay()).contains(DAY.minusDays(1));
        assertThat(ended.ended().orElseThrow().reason()).isEqualTo("Moved away");
        assertThat(office.covers().end(request)).isEqualTo(ended);
        assertThat(office.covers().list(CLERK, Optional.of(student))).containsExactly(ended);
        assertThat(refusal(CoverNotAllowedException.class, () -> end(cover, DAY))
                        .problem())
                .isEqualTo(CoverNotAllowedException.Problem.ENDED);
        charge(student, "Trip", "50.00");
        assertThat(preview(cover.terms().payer()).transfers()).isEmpty();
        add(between(terms(cover.terms().payer(), student, "Trip", "100"), DAY, DAY));
        assertThat(preview(cover.terms().payer()).total()).isEqualTo(cad("50.00"));
    }

    @Test
    void coversThatReachTheSameChargeAreAtMostAHundredPercent() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        PayerNumber agency = sponsor();
        Cover trip = add(terms(band, student, "Trip", "60"));
        add(terms(agency, student, "Band", "100"));

        CoverNotAllowedException refused =
                refusal(CoverNotAllowedException.class, () -> add(terms(agency, student, "trip", "40.01")));

        assertThat(refused.problem()).isEqualTo(CoverNotAllowedException.Problem.TOO_MUCH);
        assertThat(refused.payer()).contains(agency);
        assertThat(refused.cover()).contains(trip.number());
        assertThat(refused.percent().orElseThrow()).isEqualByComparingTo("100.01");
        refusal(
                CoverNotAllowedException.class,
                () -> add(new CoverTerms(
                        agency,
                        student,
                        Optional.empty(),
                        new BigDecimal("1"),
                        Optional.empty(),
                        DAY,
                        Optional.empty(),
                        "")));
        add(terms(agency, student, "TRIP", "40"));
        add(terms(agency, student(), "Trip", "100"));
        end(trip, DAY);
        add(between(terms(agency, student, "Trip", "60"), DAY.plusDays(1), DAY.plusDays(30)));
        refusal(CoverNotAllowedException.class, () -> add(between(terms(agency, student, "Trip", "1"), FIRST, DAY)));
    }

    @Test
    void whatIsNotValidIsRefused() {
        StudentNumber student = student();
        PayerNumber band = sponsor();

        for (String percent : List.of("0", "100.01", "-1", "33.333")) {
            assertThat(refusal(InvalidInputException.class, () -> terms(band, student, "Trip", percent))
                            .field())
                    .isEqualTo(Field.PERCENT);
        }
        assertThat(CoverTerms.percent("60 %")).isEqualByComparingTo("60");
        assertThat(CoverTerms.percent("33,5")).isEqualByComparingTo("33.5");
        refusal(InvalidInputException.class, () -> CoverTerms.percent("half"));
        refusal(InvalidInputException.class, () -> between(terms(band, student, "Trip", "60"), DAY, DAY.minusDays(1)));
        refusal(InvalidInputException.class, () -> limited(terms(band, student, "Trip", "60"), "0.00"));
        refusal(UnknownStudentException.class, () -> add(terms(band, STRANGER, "Trip", "60")));
        refusal(UnknownStudentException.class, () -> add(terms(new PayerNumber(999_999), student, "Trip", "60")));
        assertThat(refusal(CoverNotAllowedException.class, () -> office.covers()
                                .end(new EndCoverRequest(RequestKey.fresh(), CLERK, new CoverNumber(999_999), DAY, "")))
                        .problem())
                .isEqualTo(CoverNotAllowedException.Problem.UNKNOWN);
        close(band);
        assertThat(refusal(CoverNotAllowedException.class, () -> add(terms(band, student, "Trip", "60")))
                        .problem())
                .isEqualTo(CoverNotAllowedException.Problem.INACTIVE);
        assertThat(office.covers().list(CLERK, Optional.of(student))).isEmpty();
    }

    private void close(PayerNumber number) {
        Payer payer = office.payers().find(CLERK, number).orElseThrow();
        office.payers()
                .change(new ChangePayerRequest(
                        RequestKey.fresh(), CLERK, number, payer.version(), payer.details(), false));
    }

    @Test
    void whoOnlyViewsSeesNoCoversAndChangingThemNeedsTheRoleThatBills() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        Cover cover = add(terms(band, student, "Trip", "60"));

        assertNeeds(Role.BILL, () -> office.covers().list(VIEWER, Optional.empty()));
        assertNeeds(Role.BILL, () -> office.covers().preview(VIEWER, Optional.empty()));
        assertNeeds(Role.BILL, () -> office.covers().runs(VIEWER, Page.first(1)));
        assertNeeds(
                Role.BILL, () -> office.covers().add(new AddCoverRequest(RequestKey.fresh(), CASHIER, cover.terms())));
        assertNeeds(Role.BILL, () -> office.covers()
                .end(new EndCoverRequest(RequestKey.fresh(), CASHIER, cover.number(), DAY, "")));
        assertNeeds(Role.BILL, () -> office.covers()
                .run(new CoverRunRequest(RequestKey.fresh(), CASHIER, Optional.empty(), Optional.empty())));
        assertNeeds(Role.BILL, () -> office.covers()
                .undo(new UndoCoverRunRequest(RequestKey.fresh(), CASHIER, new CoverRunNumber(1), "")));
    }

    @Test
    void aRunTransfersWholeChargesAndFindsThemOnce() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        add(terms(band, student, "Trip", "100"));
        ChargeId trip = charge(student, "Trip", "40.00", "GST");
        charge(student, "Lab fee", "10.00");
        charge(student, FIRST.minusDays(1), "Trip", "7.00");

        assertThat(preview(band).transfers())
                .extracting(each -> each.charge(), each -> each.amount(), each -> each.whole())
                .containsExactly(tuple(trip, cad("42.00"), cad("42.00")));
        CoverRun run = run(band);

        assertThat(run.transfers()).isEqualTo(1);
        assertThat(run.total()).isEqualTo(cad("42.00"));
        assertThat(run.payer()).contains(band);
        assertThat(run.date()).isEqualTo(TODAY);
        assertThat(run.undone()).isEmpty();
        assertOwes(student, "17.00", "17.00");
        assertOwes(band, "42.00", "42.00");
        assertThat(office.payers().invoice(CLERK, band).students()).hasSize(1);
        assertThat(preview(band).transfers()).isEmpty();
        assertThat(problem(() -> run(band))).isEqualTo(Problem.NOTHING);
        assertThat(office.covers().runs(CASHIER, Page.first(1))).containsExactly(run);
    }

    @Test
    void oneChargeIsSplitBetweenTwoPayersAndTheFamily() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        PayerNumber agency = sponsor();
        add(terms(band, student, "Trip", "50"));
        add(terms(agency, student, "Trip", "33.33"));
        charge(student, "Trip", "99.99", "GST");

        run(band);
        assertOwes(band, "52.50", "52.50");
        run(agency);

        assertOwes(agency, "34.99", "34.99");
        assertOwes(student, "17.50", "17.50");
        assertThat(preview(band).transfers()).isEmpty();
        assertThat(preview(agency).transfers()).isEmpty();
    }

    @Test
    void sixtyAndFortyPercentLeaveNothing() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        PayerNumber agency = sponsor();
        add(all(band, student, "60"));
        add(terms(agency, student, "Trip", "40"));
        add(terms(agency, student, "Pencil", "40"));
        charge(student, "Pencil", "0.01");
        charge(student, "Trip", "33.33", "GST");

        CoverRun run =
                office.covers().run(new CoverRunRequest(RequestKey.fresh(), CLERK, Optional.empty(), Optional.empty()));

        assertThat(run.transfers()).isGreaterThanOrEqualTo(3);
        assertOwes(student, "0.00", "0.00");
        assertOwes(band, "21.01", "21.01");
        assertOwes(agency, "14.00", "14.00");
    }

    @Test
    void theLimitOfASchoolYearCountsWhatWasTransferredBefore() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        add(limited(all(band, student, "100"), "100.00"));
        charge(student, DAY, "Trip", "70.00");
        run(band);
        charge(student, DAY.plusDays(1), "Band", "50.00");
        charge(student, DAY.plusDays(2), "Lab fee", "20.00");
        charge(student, LocalDate.of(2026, 8, 30), "Yearbook", "90.00");

        run(band);

        assertOwes(band, "190.00", "190.00");
        assertThat(open(student)).containsExactlyInAnyOrder(owed("Band", "20.00"), owed("Lab fee", "20.00"));
        assertThat(preview(band).transfers()).isEmpty();
    }

    @Test
    void aChargeThatWasTakenBackIsNotTransferredAgain() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        add(limited(all(band, student, "50"), "30.00"));
        charge(student, "Trip", "60.00");
        run(band);
        ChargeId owed = office.accounts().outstanding(band).get(0).id();
        office.corrections().apply(new TakeBack(RequestKey.fresh(), CLERK, owed, TODAY, "Declined"));

        assertThat(preview(band).transfers()).isEmpty();
        charge(student, "Band", "40.00");
        assertThat(preview(band).total()).isEqualTo(cad("20.00"));
    }

    @Test
    void aFundPaysAtOnceAndIsNotOverspent() {
        StudentNumber student = student();
        PayerNumber fund = payer(PayerKind.FUND);
        add(all(fund, student, "50"));
        charge(student, "Trip", "60.00");
        charge(student, "Band", "20.00");
        office.cashier().receive(Kit.paying(fund, "39.00"));

        assertThat(preview(fund).shortages()).singleElement().satisfies(fundShort -> {
            assertThat(fundShort.fund()).isEqualTo(fund);
            assertThat(fundShort.missing()).isEqualTo(cad("1.00"));
        });
        CoverRunRefusedException refused = refusal(CoverRunRefusedException.class, () -> run(fund));
        assertThat(refused.problem()).isEqualTo(Problem.FUND_SHORT);
        assertThat(refused.shortage().map(each -> each.missing())).contains(cad("1.00"));
        assertOwes(student, "80.00", "80.00");

        office.cashier().receive(Kit.paying(fund, "2.00"));
        CoverRun run = run(fund);

        assertOwes(fund, "-1.00", "0.00");
        assertOwes(student, "40.00", "40.00");
        undo(run);
        assertOwes(fund, "-41.00", "0.00");
        assertOwes(student, "80.00", "80.00");
    }

    @Test
    void undoingARunEndsWhereItBegan() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        PayerNumber agency = sponsor();
        add(terms(band, student, "Trip", "60"));
        add(terms(agency, student, "Trip", "30"));
        charge(student, "Trip", "33.33", "GST");
        charge(student, FIRST, "Trip", "10.00");
        List<Charge> before = office.accounts().outstanding(student);
        CoverRun run =
                office.covers().run(new CoverRunRequest(RequestKey.fresh(), CLERK, Optional.empty(), Optional.empty()));
        UndoCoverRunRequest request = new UndoCoverRunRequest(RequestKey.fresh(), CLERK, run.number(), "Wrong cover");

        CoverRun undone = office.covers().undo(request);

        assertThat(undone.undone().orElseThrow().charges()).isEqualTo(run.transfers());
        assertThat(undone.undone().orElseThrow().total()).isEqualTo(run.total());
        assertThat(office.covers().undo(request)).isEqualTo(undone);
        assertThat(office.accounts().outstanding(student))
                .extracting(Charge::name, Charge::due, Charge::subtotal, Charge::taxes, Charge::total)
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .map(each -> tuple(each.name(), each.due(), each.subtotal(), each.taxes(), each.total()))
                        .toList());
        assertOwes(band, "0.00", "0.00");
        assertOwes(agency, "0.00", "0.00");
        assertThat(problem(() -> undo(run))).isEqualTo(Problem.UNDONE);
        assertThat(preview(band).total()).isEqualTo(cad("27.00"));
        assertThat(problem(() -> office.covers()
                        .undo(new UndoCoverRunRequest(RequestKey.fresh(), CLERK, new CoverRunNumber(999_999), ""))))
                .isEqualTo(Problem.UNKNOWN);
    }

    @Test
    void aRunIsNotUndoneOnceAPayerHasPaid() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        add(terms(band, student, "Trip", "60"));
        charge(student, "Trip", "50.00");
        CoverRun run = run(band);
        ChargeId owed = office.accounts().outstanding(band).get(0).id();
        var receipt = office.cashier().receive(paying(band, "30.00", owed));

        CoverRunRefusedException refused = refusal(CoverRunRefusedException.class, () -> undo(run));

        assertThat(refused.problem()).isEqualTo(Problem.PAID);
        assertThat(refused.payer()).contains(band);
        assertThat(refused.receipt()).contains(receipt.number());
        assertOwes(student, "20.00", "20.00");
    }

    @Test
    void whatTheFamilyHasPaidStaysApartWhenARunIsUndone() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        add(terms(band, student, "Trip", "60"));
        charge(student, "Trip", "50.00");
        CoverRun run = run(band);
        office.cashier().receive(paying(student, "20.00", owed(student).get(0)));

        undo(run);

        assertThat(open(student)).containsExactly(owed("Trip", "30.00"));
        assertOwes(student, "30.00", "30.00");
    }

    @Test
    void theSameRequestHasOneEffect() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        AddCoverRequest adding = new AddCoverRequest(RequestKey.fresh(), CLERK, terms(band, student, "Trip", "60"));
        Cover cover = office.covers().add(adding);
        charge(student, "Trip", "50.00");
        CoverRunRequest running = request(band);
        CoverRun run = office.covers().run(running);

        assertThat(office.covers().add(adding)).isEqualTo(cover);
        assertThat(office.covers().run(running)).isEqualTo(run);
        assertOwes(band, "30.00", "30.00");
        refusal(RequestKeyReusedException.class, () -> office.covers()
                .add(new AddCoverRequest(adding.key(), CLERK, terms(band, student, "Lab fee", "60"))));
        refusal(RequestKeyReusedException.class, () -> office.covers()
                .run(new CoverRunRequest(running.key(), CLERK, Optional.of(sponsor()), Optional.empty())));
    }

    @Test
    void onlyWhatWasConfirmedIsTransferred() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        add(all(band, student, "100"));
        charge(student, "Trip", "50.00");
        Figures confirmed = preview(band).figures();
        charge(student, "Band", "5.00");
        CoverRunRequest request =
                new CoverRunRequest(RequestKey.fresh(), CLERK, Optional.of(band), Optional.of(confirmed));

        CoverRunRefusedException refused =
                refusal(CoverRunRefusedException.class, () -> office.covers().run(request));

        assertThat(refused.problem()).isEqualTo(Problem.CHANGED);
        assertThat(refused.now()).contains(new Figures(2, cad("55.00")));
        assertOwes(band, "0.00", "0.00");
        assertThat(office.covers()
                        .run(new CoverRunRequest(RequestKey.fresh(), CLERK, Optional.of(band), refused.now()))
                        .transfers())
                .isEqualTo(2);
    }

    @Test
    void aPayerWhoIsNoLongerActiveIsLeftOut() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        add(terms(band, student, "Trip", "100"));
        charge(student, "Trip", "50.00");
        close(band);

        assertThat(preview(band).transfers()).isEmpty();
        refusal(UnknownStudentException.class, () -> preview(new PayerNumber(999_999)));
    }

    @Test
    void everyCommandHasALineInTheAuditLog() {
        StudentNumber student = student();
        PayerNumber band = sponsor();
        Cover cover = add(terms(band, student, "Trip", "100"));
        charge(student, "Trip", "50.00");
        CoverRun run = run(band);
        refusal(CoverRunRefusedException.class, () -> run(band));
        undo(run);
        end(cover, DAY);

        assertThat(office.audit().entries(ADMIN, AuditQuery.everything(), Page.first(20)))
                .extracting(AuditEntry::operation, AuditEntry::outcome)
                .containsSubsequence(
                        tuple(AuditOperation.END_COVER, AuditOutcome.DONE),
                        tuple(AuditOperation.UNDO_COVER_RUN, AuditOutcome.DONE),
                        tuple(AuditOperation.COVER_RUN, AuditOutcome.REFUSED),
                        tuple(AuditOperation.COVER_RUN, AuditOutcome.DONE),
                        tuple(AuditOperation.ADD_COVER, AuditOutcome.DONE));
    }

    @Test
    void theSumOfAPreviewIsThatOfItsLines() {
        CoverRunPlan all = office.covers().preview(CLERK, Optional.empty());

        assertThat(all.transfers().stream().map(each -> each.amount()).reduce(cad("0.00"), Money::plus))
                .isEqualTo(all.total());
    }
}
