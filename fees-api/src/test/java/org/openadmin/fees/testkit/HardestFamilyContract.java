package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.Student;

/**
 * A family whose fees are paid by four others: a father who owes 40 % of two children's fees, a band that pays tuition up to a limit and
 * declines another fee, a bursary fund, and the mother with one cheque for what is left. After each step, the accounts, the statements, the
 * journal and the collection agree. Everything undone again, nobody owes anything.
 */
public abstract class HardestFamilyContract extends OfficeContract {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 15);
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());

    private TestClock clock;
    private LocalDate today = Kit.TODAY;
    private StudentNumber ann;
    private StudentNumber ben;
    private StudentNumber cleo;
    private PayerNumber father;
    private PayerNumber band;
    private PayerNumber fund;
    private final List<BatchNumber> batches = new ArrayList<>();

    protected abstract Office open(TestClock today);

    /** Fails if the journal breaks a rule. */
    protected abstract void requireSound();

    @Override
    protected final Office open() {
        clock = new TestClock();
        return open(clock);
    }

    @BeforeEach
    void theFamily() {
        ann = child("Ann", "Marie Tremblay", "1 River Street");
        ben = child("Ben", "Marie Tremblay", "1 River Street");
        cleo = child("Cleo", "Marie Tremblay", "1 River Street");
        father = payer(PayerKind.PERSON, "Paul Roy");
        band = payer(PayerKind.SPONSOR, "Prairie Band");
        fund = payer(PayerKind.FUND, "Bursary fund");
    }

    private PayerNumber payer(PayerKind kind, String name) {
        return office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), CLERK, kind, PayerDetails.named(name)))
                .number();
    }

    private void assess(Fee fee, StudentNumber... students) {
        AssessmentDraft draft = new AssessmentDraft(Optional.empty(), fee, DAY, Kit.only(students));
        batches.add(office.assessment().post(Kit.assessing(draft)).batch());
    }

    private void cover(PayerNumber payer, StudentNumber student, String fee, String percent, String limit) {
        office.covers()
                .add(new AddCoverRequest(
                        RequestKey.fresh(),
                        CLERK,
                        new CoverTerms(
                                payer,
                                student,
                                Optional.of(fee).filter(name -> !name.isEmpty()),
                                new BigDecimal(percent),
                                Optional.of(limit)
                                        .filter(amount -> !amount.isEmpty())
                                        .map(Kit::cad),
                                FIRST,
                                Optional.empty(),
                                "")));
    }

    private CoverRun run(PayerNumber payer) {
        return office.covers()
                .run(new CoverRunRequest(RequestKey.fresh(), CLERK, Optional.of(payer), Optional.empty()));
    }

    private void undo(CoverRun run) {
        office.covers().undo(new UndoCoverRunRequest(RequestKey.fresh(), CLERK, run.number(), ""));
    }

    private Receipt pay(AccountNumber account, String amount, ChargeId... charges) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        account,
                        today,
                        cad(amount),
                        Set.of(charges),
                        PaymentMethod.CHEQUE,
                        "",
                        ALL));
    }

    private Part whole(StudentNumber student) {
        return new Part(student, Set.copyOf(owed(student)));
    }

    private ChargeId outstanding(AccountNumber account, String fee) {
        return office.accounts().outstanding(account).stream()
                .filter(charge -> charge.name().equals(fee))
                .map(Charge::id)
                .findFirst()
                .orElseThrow();
    }

    private void voided(ReceiptNumber receipt) {
        office.corrections().apply(DatedRequests.voiding(receipt, today));
    }

    private void move(StudentNumber from, StudentNumber to, String amount) {
        office.corrections()
                .apply(new MoveCredit(RequestKey.fresh(), CASHIER, from, to, cad(amount), today, "Sister", ALL));
    }

    /** An e-Transfer whose pay code has a wrong digit, so that nobody's account can be told from it. */
    private UnclaimedMoney mistyped(String amount) {
        String code = PayCode.of(father).toString();
        char last = code.charAt(code.length() - 1);
        String wrong = code.substring(0, code.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        String file = "Date,Amount,Description\n" + today + "," + amount + ",Fees " + wrong + "\n";
        office.imports()
                .post(new ImportRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        new ImportFile(ImportKind.BANK, "bank.csv", file.getBytes(StandardCharsets.UTF_8)),
                        Map.of()));
        return office.claims().unclaimed(CASHIER).stream()
                .filter(money -> money.amount().equals(cad(amount)))
                .findFirst()
                .orElseThrow();
    }

    /** The balances of Ann, Ben, Cleo, the father, the band and the fund, and that all figures agree with them. */
    private void owe(String... balances) {
        List<AccountNumber> family = List.of(ann, ben, cleo, father, band, fund);
        Map<AccountNumber, Money> expected = new LinkedHashMap<>();
        for (int i = 0; i < balances.length; i++) {
            expected.put(family.get(i), cad(balances[i]));
        }
        assertThat(family.stream().collect(Collectors.toMap(each -> each, each -> office.accounts()
                        .balance(each)
                        .balance())))
                .isEqualTo(expected);
        expected.forEach((account, balance) -> {
            AccountBalance now = office.accounts().balance(account);
            assertThat(now.credit().isNegative()).isFalse();
            assertThat(office.accounts().outstanding(account).stream()
                            .map(Charge::total)
                            .reduce(cad("0.00"), Money::plus))
                    .isEqualTo(now.outstanding());
            assertThat(office.statements()
                            .statement(new StatementRequest(CLERK, account, FIRST, today))
                            .closing())
                    .as("statement of " + account)
                    .isEqualTo(balance);
        });
        Money sum = expected.values().stream().reduce(cad("0.00"), Money::plus);
        assertThat(office.journal().totals(CLERK, JournalQuery.everything()).total())
                .isEqualTo(sum);
        assertThat(office.accounts().balances().stream()
                        .map(AccountBalance::balance)
                        .reduce(cad("0.00"), Money::plus))
                .isEqualTo(sum);
        Money open = List.of(ann, ben, cleo).stream()
                .map(child -> office.accounts().balance(child).outstanding())
                .reduce(cad("0.00"), Money::plus);
        assertThat(office.collection()
                        .fees(CLERK, CollectionPeriod.always())
                        .total()
                        .of(ChargeState.OUTSTANDING)
                        .sum())
                .isEqualTo(open);
        requireSound();
    }

    @Test
    void everyFigureAgreesAtEachStepAndEverythingUndoneEndsWhereItBegan() {
        assess(Kit.fee("Tuition", "600.00"), ann, ben, cleo);
        assess(Kit.fee("Band trip", "150.00"), ann);
        assess(Kit.fee("Lab fee", "50.00", "GST", "QST"), ben, cleo);
        owe("750.00", "657.49", "657.49", "0.00", "0.00", "0.00");

        ReceiptNumber donation = pay(fund, "100.00").number();
        cover(father, ann, "", "40", "");
        cover(father, cleo, "", "40", "");
        cover(band, ben, "Tuition", "100", "500.00");
        cover(band, ben, "Lab fee", "100", "");
        cover(fund, ann, "Band trip", "60", "");
        CoverRun byBand = run(band);
        owe("750.00", "100.00", "657.49", "0.00", "557.49", "-100.00");
        CoverRun byFather = run(father);
        owe("450.00", "100.00", "394.49", "563.00", "557.49", "-100.00");
        CoverRun byFund = run(fund);
        owe("360.00", "100.00", "394.49", "563.00", "557.49", "-10.00");

        office.corrections()
                .apply(new TakeBack(RequestKey.fresh(), CLERK, outstanding(band, "Lab fee"), today, "Declined"));
        owe("360.00", "157.49", "394.49", "563.00", "500.00", "-10.00");

        ReceiptNumber cheque = office.cashier()
                .receive(new FamilyPaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        List.of(whole(ann), whole(ben), whole(cleo)),
                        ann,
                        today,
                        cad("911.98"),
                        PaymentMethod.CHEQUE,
                        "0077",
                        ALL))
                .number();
        ReceiptNumber ofBand = pay(band, "500.00", outstanding(band, "Tuition")).number();
        owe("0.00", "0.00", "0.00", "563.00", "0.00", "-10.00");
        UnclaimedMoney transfer = mistyped("563.00");
        owe("0.00", "0.00", "0.00", "563.00", "0.00", "-10.00");
        ReceiptNumber claimed = office.claims()
                .claim(new ClaimRequest(RequestKey.fresh(), CASHIER, transfer.line(), father))
                .number();
        owe("0.00", "0.00", "0.00", "0.00", "0.00", "-10.00");

        ChargeId tuition = paid(cleo, "Tuition");
        today = MARCH;
        clock.moveTo(today);
        office.enrol(left(cleo));
        office.corrections().apply(DatedRequests.cancel(tuition, today));
        owe("0.00", "0.00", "-360.00", "0.00", "0.00", "-10.00");
        move(cleo, ann, "160.00");
        owe("-160.00", "0.00", "-200.00", "0.00", "0.00", "-10.00");

        move(ann, cleo, "160.00");
        voided(claimed);
        assertThat(office.claims().unclaimed(CASHIER))
                .extracting(UnclaimedMoney::line)
                .contains(transfer.line());
        office.claims().sendBack(new SendBackRequest(RequestKey.fresh(), CASHIER, transfer.line(), "Asked for"));
        voided(ofBand);
        voided(cheque);
        owe("360.00", "157.49", "34.49", "563.00", "500.00", "-10.00");
        undo(byFund);
        undo(byFather);
        undo(byBand);
        owe("750.00", "657.49", "297.49", "0.00", "0.00", "-100.00");
        voided(donation);
        batches.forEach(
                batch -> office.corrections().apply(new Undo(RequestKey.fresh(), CLERK, batch, today, "", ALL)));
        owe("0.00", "0.00", "0.00", "0.00", "0.00", "0.00");
        assertThat(List.of(ann, ben, cleo, father, band, fund))
                .allSatisfy(account ->
                        assertThat(office.accounts().outstanding(account)).isEmpty());
    }

    /** The settled charge of a fee that is neither split nor transferred. */
    private ChargeId paid(StudentNumber student, String fee) {
        return rows(student).stream()
                .filter(row -> row.name().equals(fee) && row.settledBy().isPresent())
                .filter(row -> row(student, row.settledBy().getAsLong()).kind().isReceipt())
                .map(row -> new ChargeId(row.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Student left(StudentNumber number) {
        return new Student(
                number, "Tremblay", "Cleo", "", "9", "9A", false, "Marie Tremblay", List.of("1 River Street"), "");
    }
}
