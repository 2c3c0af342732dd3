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

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.TransferNotAllowedException;
import org.openadmin.fees.api.corrections.TransferNotAllowedException.Problem;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerInvoice;
import org.openadmin.fees.api.payers.PayerInvoice.StudentCharges;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;

/** Transfers to payers, by {@link org.openadmin.fees.api.corrections.Corrections}. */
public abstract class TransfersContract extends OfficeContract {

    private static final LocalDate LATER = DAY.plusDays(2);

    private Payer payer(PayerKind kind) {
        return office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), CLERK, kind, PayerDetails.named("Prairie Band")));
    }

    private PayerNumber sponsor() {
        return payer(PayerKind.SPONSOR).number();
    }

    private static Transfer transfer(ChargeId charge, PayerNumber payer) {
        return new Transfer(RequestKey.fresh(), CLERK, charge, payer, LATER, "Letter of May 2");
    }

    private static TakeBack back(ChargeId charge) {
        return new TakeBack(RequestKey.fresh(), CLERK, charge, TODAY, "Declined");
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }

    private Charge owedBy(AccountNumber account) {
        List<Charge> charges = office.accounts().outstanding(account);
        assertThat(charges).hasSize(1);
        return charges.get(0);
    }

    private void assertAccount(AccountNumber account, String balance, String outstanding) {
        assertThat(office.accounts().balance(account))
                .isEqualTo(new AccountBalance(account, cad(balance), cad(outstanding)));
    }

    private List<JournalEntry> history(AccountNumber account) {
        return office.statements()
                .lines(CLERK, AccountPeriod.all(account), Page.first(100))
                .entries();
    }

    private Problem problem(CorrectionRequest request) {
        Problem problem =
                refusal(TransferNotAllowedException.class, () -> apply(request)).problem();
        assertThat(refusal(TransferNotAllowedException.class, () -> office.corrections()
                                .preview(request))
                        .problem())
                .isEqualTo(problem);
        return problem;
    }

    @Test
    void thePayerOwesTheSameAmountsInsteadOfTheStudent() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "100.00", "GST");
        PayerNumber band = sponsor();
        Transfer request = transfer(lab, band);

        Correction would = office.corrections().preview(request);
        assertAccount(student, "105.00", "105.00");
        Correction done = apply(request);

        assertThat(done).isEqualTo(would);
        assertThat(done.kind()).isEqualTo(EntryKind.TRANSFER);
        assertThat(done.rows()).isEqualTo(2);
        assertThat(done.amount()).isEqualTo(cad("0.00"));
        assertAccount(student, "0.00", "0.00");
        assertAccount(band, "105.00", "105.00");
        Charge owed = owedBy(band);
        assertThat(owed.name()).isEqualTo("Lab fee");
        assertThat(owed.subtotal()).isEqualTo(cad("100.00"));
        assertThat(owed.taxes()).containsExactly(new Tax("GST", cad("5.00")));
        assertThat(owed.date()).isEqualTo(LATER);
        assertThat(owed.batch()).isEmpty();
        assertThat(owed.student().nameOrNumber()).isEqualTo("Prairie Band");
    }

    @Test
    void theRowsOfATransferNameTheirChargeAndThePayersKeepsTheStudentsNameAlone() {
        StudentNumber student = student("Lavallée", "Zoé", "8", "8C");
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber band = sponsor();

        apply(transfer(lab, band));

        JournalEntry settling = newest(student);
        assertThat(settling.kind()).isEqualTo(EntryKind.TRANSFER);
        assertThat(settling.total()).isEqualTo(cad("-20.00"));
        assertThat(settling.description()).isEqualTo("Letter of May 2");
        assertThat(settling.links().origin()).hasValue(lab.value());
        assertThat(settling.recordedBy()).isEqualTo("clerk");
        assertThat(row(student, lab.value()).settledBy()).hasValue(settling.id());
        assertThat(history(band)).singleElement().satisfies(owed -> {
            assertThat(owed.kind()).isEqualTo(EntryKind.CHARGE);
            assertThat(owed.links().origin()).hasValue(lab.value());
            assertThat(owed.links().coveredStudent()).isEqualTo("Lavallée, Zoé");
            assertThat(owed.student().orElseThrow().grade()).isEmpty();
            assertThat(owed.student().orElseThrow().homeroom()).isEmpty();
            assertThat(owed.rearranges()).isTrue();
        });
    }

    @Test
    void thePayersChargeIsDueAfterTheUsualDaysButNotBeforeTheStudents() {
        PayerNumber band = sponsor();
        PayerNumber agency = sponsor();
        ChargeId now = charge(student(), "Lab fee", "20.00");
        ChargeId later = new ChargeId(office.add(JournalRow.charge("Trip", "9.00")
                .subtotal(cad("9.00"))
                .student(student())
                .on(DAY)
                .due(TODAY.plusYears(1))));

        apply(transfer(now, band));
        apply(transfer(later, agency));

        assertThat(owedBy(band).due()).isEqualTo(LATER);
        assertThat(owedBy(agency).due()).isEqualTo(TODAY.plusYears(1));
    }

    @Test
    void thePayerPaysItsChargeLikeAStudent() {
        ChargeId lab = charge(student(), "Lab fee", "20.00");
        PayerNumber band = sponsor();
        apply(transfer(lab, band));
        ChargeId owed = owedBy(band).id();

        office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        band,
                        LATER,
                        cad("20.00"),
                        Set.of(owed),
                        PaymentMethod.CHEQUE,
                        "77"));

        assertAccount(band, "0.00", "0.00");
    }

    @Test
    void aFundPaysFromItsDonationsAtOnce() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber fund = payer(PayerKind.FUND).number();
        office.cashier().receive(Kit.paying(fund, "50.00"));

        Correction done = apply(transfer(lab, fund));

        assertThat(done.rows()).isEqualTo(3);
        assertAccount(student, "0.00", "0.00");
        assertAccount(fund, "-30.00", "0.00");
        JournalEntry payment = history(fund).get(2);
        assertThat(payment.kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(payment.total()).isEqualTo(cad("0.00"));
        assertThat(payment.receipt()).isPresent();
        assertThat(office.cashier()
                        .receipt(CLERK, payment.receipt().orElseThrow())
                        .orElseThrow()
                        .settled())
                .singleElement()
                .satisfies(charge -> assertThat(charge.total()).isEqualTo(cad("20.00")));
    }

    @Test
    void aFundCannotBeOverspent() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber fund = payer(PayerKind.FUND).number();
        office.cashier().receive(Kit.paying(fund, "19.99"));

        TransferNotAllowedException refused =
                refusal(TransferNotAllowedException.class, () -> apply(transfer(lab, fund)));

        assertThat(refused.problem()).isEqualTo(Problem.FUND_CREDIT);
        assertThat(refused.needed()).contains(cad("20.00"));
        assertThat(refused.credit()).contains(cad("19.99"));
        assertAccount(student, "20.00", "20.00");
        assertAccount(fund, "-19.99", "0.00");
        office.cashier().receive(Kit.paying(fund, "0.01"));
        apply(transfer(lab, fund));
        assertAccount(fund, "0.00", "0.00");
    }

    @Test
    void aTransferIsTakenBackAndTheStudentOwesAsBefore() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "100.00", "GST");
        Charge before = owedBy(student);
        PayerNumber band = sponsor();
        apply(transfer(lab, band));
        TakeBack request = back(lab);

        Correction would = office.corrections().preview(request);
        Correction done = apply(request);

        assertThat(done).isEqualTo(would);
        assertThat(done.rows()).isEqualTo(2);
        assertThat(done.reopened()).isEqualTo(1);
        assertThat(done.reopenedTotal()).isEqualTo(cad("105.00"));
        assertThat(done.toCredit()).isEqualTo(cad("0.00"));
        assertAccount(student, "105.00", "105.00");
        assertAccount(band, "0.00", "0.00");
        assertThat(owedBy(student)).isEqualTo(before);
        assertThat(history(student))
                .extracting(JournalEntry::kind, JournalEntry::total)
                .containsExactly(
                        tuple(EntryKind.CHARGE, cad("105.00")),
                        tuple(EntryKind.TRANSFER, cad("-105.00")),
                        tuple(EntryKind.TRANSFER, cad("105.00")));
        List<JournalEntry> payers = history(band);
        assertThat(payers)
                .extracting(JournalEntry::kind, JournalEntry::total)
                .containsExactly(tuple(EntryKind.CHARGE, cad("105.00")), tuple(EntryKind.TRANSFER, cad("-105.00")));
        assertThat(payers.get(0).settledBy()).hasValue(payers.get(1).id());
        assertThat(payers.get(1).reverses()).hasValue(payers.get(0).id());
    }

    @Test
    void whatThePayerHadPaidBecomesItsCredit() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber fund = payer(PayerKind.FUND).number();
        office.cashier().receive(Kit.paying(fund, "50.00"));
        apply(transfer(lab, fund));
        ChargeId payers = new ChargeId(history(fund).get(1).id());

        Correction done = apply(back(payers));

        assertThat(done.toCredit()).isEqualTo(cad("20.00"));
        assertAccount(student, "20.00", "20.00");
        assertAccount(fund, "-50.00", "0.00");
    }

    @Test
    void aChargeIsTransferredAgainAfterItWasTakenBack() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber band = sponsor();
        PayerNumber agency = sponsor();
        apply(transfer(lab, band));
        apply(back(lab));

        apply(new Transfer(RequestKey.fresh(), CLERK, lab, agency, TODAY, ""));

        assertAccount(student, "0.00", "0.00");
        assertAccount(band, "0.00", "0.00");
        assertAccount(agency, "20.00", "20.00");
        ChargeId first = new ChargeId(history(band).get(0).id());
        assertThat(problem(back(first))).isEqualTo(Problem.NOT_TRANSFERRED);
        apply(back(lab));
        assertAccount(student, "20.00", "20.00");
        assertAccount(agency, "0.00", "0.00");
    }

    @Test
    void onPastDaysEachAccountOwedWhatItOwedThen() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber band = sponsor();
        apply(transfer(lab, band));
        apply(back(lab));

        assertThat(office.accounts().balance(student, DAY).account().outstanding())
                .isEqualTo(cad("20.00"));
        assertThat(office.accounts().balance(student, LATER).account().outstanding())
                .isEqualTo(cad("0.00"));
        assertThat(office.accounts().balance(band, LATER).account().outstanding())
                .isEqualTo(cad("20.00"));
        assertThat(office.accounts().balance(student, TODAY).account().outstanding())
                .isEqualTo(cad("20.00"));
        assertThat(office.accounts().balance(band, TODAY).account().outstanding())
                .isEqualTo(cad("0.00"));
    }

    @Test
    void whatCannotBeTransferredIsRefusedAndNothingIsStored() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        ChargeId paid = charge(student, "Trip", "5.00");
        ChargeId waived = charge(student, "Club", "6.00");
        pay(student, "5.00", paid);
        apply(new Waive(RequestKey.fresh(), CLERK, waived, TODAY, "Bursary"));
        PayerNumber band = sponsor();
        Payer closed = payer(PayerKind.SPONSOR);
        office.payers()
                .change(new ChangePayerRequest(RequestKey.fresh(), CLERK, closed.number(), 1, closed.details(), false));

        refusal(ChargeSettledException.class, () -> apply(transfer(paid, band)));
        refusal(AlreadyCorrectedException.class, () -> apply(transfer(waived, band)));
        refusal(UnknownChargeException.class, () -> apply(transfer(new ChargeId(99_999_999), band)));
        refusal(UnknownChargeException.class, () -> apply(back(new ChargeId(99_999_999))));
        refusal(UnknownStudentException.class, () -> apply(transfer(lab, new PayerNumber(999_999))));
        assertThat(problem(transfer(lab, closed.number()))).isEqualTo(Problem.INACTIVE);
        assertThat(problem(back(lab))).isEqualTo(Problem.NOT_TRANSFERRED);
        assertAccount(student, "20.00", "20.00");
        apply(transfer(lab, band));
        refusal(AlreadyCorrectedException.class, () -> apply(transfer(lab, band)));
        ChargeId owed = owedBy(band).id();
        assertThat(problem(transfer(owed, sponsor()))).isEqualTo(Problem.OF_A_PAYER);
        apply(new Waive(RequestKey.fresh(), CLERK, owed, TODAY, "Given up"));
        refusal(AlreadyCorrectedException.class, () -> apply(back(lab)));
        assertAccount(student, "0.00", "0.00");
        assertAccount(band, "0.00", "0.00");
    }

    @Test
    void theDateIsNotBeforeTheChargeAndNotAfterToday() {
        ChargeId lab = charge(student(), "Lab fee", "20.00");
        PayerNumber band = sponsor();

        refusal(
                InvalidInputException.class,
                () -> apply(new Transfer(RequestKey.fresh(), CLERK, lab, band, DAY.minusDays(1), "")));
        refusal(
                DateNotAllowedException.class,
                () -> apply(new Transfer(RequestKey.fresh(), CLERK, lab, band, TODAY.plusDays(1), "")));
        apply(transfer(lab, band));
        refusal(
                InvalidInputException.class,
                () -> apply(new TakeBack(RequestKey.fresh(), CLERK, lab, LATER.minusDays(1), "")));
    }

    @Test
    void theSameRequestHasOneEffect() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber band = sponsor();
        Transfer request = transfer(lab, band);
        Correction done = apply(request);

        assertThat(apply(request)).isEqualTo(done);
        assertThat(office.corrections().find(CLERK, request.key())).contains(done);
        refusal(
                RequestKeyReusedException.class,
                () -> apply(new Transfer(request.key(), CLERK, lab, sponsor(), LATER, "Letter of May 2")));
        TakeBack back = back(lab);
        Correction taken = apply(back);
        assertThat(apply(back)).isEqualTo(taken);
        refusal(RequestKeyReusedException.class, () -> apply(new TakeBack(request.key(), CLERK, lab, LATER, "")));
        assertAccount(student, "20.00", "20.00");
        assertAccount(band, "0.00", "0.00");
    }

    @Test
    void transferringNeedsTheRoleThatBills() {
        ChargeId lab = charge(student(), "Lab fee", "20.00");
        PayerNumber band = sponsor();

        assertNeeds(Role.BILL, () -> apply(new Transfer(RequestKey.fresh(), CASHIER, lab, band, LATER, "")));
        assertNeeds(Role.BILL, () -> office.corrections()
                .preview(new Transfer(RequestKey.fresh(), VIEWER, lab, band, LATER, "")));
        assertNeeds(Role.BILL, () -> apply(new TakeBack(RequestKey.fresh(), CASHIER, lab, LATER, "")));
    }

    @Test
    void anInvoiceHasTheOutstandingChargesByStudentAndTheCredit() {
        StudentNumber zoe = student("Tremblay", "Zoé", "9", "9A");
        StudentNumber anna = student("arcand", "Anna", "7", "7B");
        StudentNumber twin = student("Tremblay", "Zoé", "8", "8A");
        PayerNumber band = sponsor();
        apply(transfer(charge(zoe, "Lab fee", "20.00"), band));
        apply(transfer(charge(twin, "Lab fee", "21.00"), band));
        apply(transfer(charge(anna, "Trip", "7.00", "GST"), band));
        apply(transfer(charge(zoe, "Band", "5.00"), band));
        apply(transfer(charge(zoe, "Paid back", "2.00"), band));
        apply(back(new ChargeId(history(zoe).stream()
                .filter(row -> row.name().equals("Paid back"))
                .findFirst()
                .orElseThrow()
                .id())));
        office.cashier().receive(Kit.paying(band, "3.00"));

        PayerInvoice invoice = office.payers().invoice(CLERK, band);

        assertThat(invoice.students())
                .extracting(
                        StudentCharges::student,
                        each -> each.charges().stream().map(Charge::name).toList())
                .containsExactly(
                        tuple("arcand, Anna", List.of("Trip")),
                        tuple("Tremblay, Zoé", List.of("Lab fee", "Band")),
                        tuple("Tremblay, Zoé", List.of("Lab fee")));
        assertThat(invoice.charged()).isEqualTo(cad("53.35"));
        assertThat(invoice.credit()).isEqualTo(cad("3.00"));
        assertThat(invoice.due()).isEqualTo(cad("50.35"));
        assertThat(invoice.date()).isEqualTo(TODAY);
        assertThat(invoice.payer().number()).isEqualTo(band);
        assertThat(office.payers().invoice(CLERK, sponsor()).students()).isEmpty();
        refusal(UnknownStudentException.class, () -> office.payers().invoice(CLERK, new PayerNumber(999_999)));
        assertNeeds(Role.BILL, () -> office.payers().invoice(VIEWER, band));
    }

    @Test
    void whoOnlyViewsSeesAReceiptOfAPayerByItsNumber() {
        PayerNumber band = sponsor();
        String name = office.payers().find(CLERK, band).orElseThrow().name();
        var paid = office.cashier().receive(Kit.paying(band, "20.00"));

        assertThat(office.cashier().receipt(VIEWER, paid.number()).orElseThrow().studentNameOrNumber())
                .isEqualTo("#" + band);
        assertThat(office.cashier().receipt(CLERK, paid.number()).orElseThrow().studentNameOrNumber())
                .isEqualTo(name);
        assertThat(office.receipts()
                        .search(VIEWER, ReceiptQuery.everything(), Page.first(10))
                        .receipts())
                .extracting(Receipt::studentNameOrNumber)
                .contains("#" + band)
                .doesNotContain(name);
    }

    @Test
    void eachActHasALineInTheAuditLog() {
        ChargeId lab = charge(student(), "Lab fee", "20.00");
        PayerNumber band = sponsor();
        apply(transfer(lab, band));
        refusal(AlreadyCorrectedException.class, () -> apply(transfer(lab, band)));
        apply(back(lab));

        AuditSubject about = new AuditSubject(Kind.CHARGE, lab.value());
        assertThat(office.audit().entries(ADMIN, AuditQuery.everything().about(about), Page.first(10)))
                .extracting(AuditEntry::operation, AuditEntry::outcome)
                .containsExactly(
                        tuple(AuditOperation.TAKE_BACK, AuditOutcome.DONE),
                        tuple(AuditOperation.TRANSFER, AuditOutcome.REFUSED),
                        tuple(AuditOperation.TRANSFER, AuditOutcome.DONE));
    }

    @Test
    void theReceiptOfADonationCanStillBeVoided() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        PayerNumber fund = payer(PayerKind.FUND).number();
        var donation = office.cashier().receive(Kit.paying(fund, "50.00"));
        apply(transfer(lab, fund));

        apply(new VoidReceipt(RequestKey.fresh(), CASHIER, donation.number(), TODAY, "Cheque returned"));

        assertAccount(student, "0.00", "0.00");
        assertAccount(fund, "20.00", "20.00");
        assertThat(office.accounts().outstanding(fund))
                .extracting(Charge::name, Charge::due)
                .containsExactly(tuple("Lab fee", LATER));
    }
}
