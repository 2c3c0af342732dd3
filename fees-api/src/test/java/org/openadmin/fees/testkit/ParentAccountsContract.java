package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.parents.ChildFees;
import org.openadmin.fees.api.parents.FamilyFees;
import org.openadmin.fees.api.parents.OpenFee;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.parents.SettledFee;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.PaymentTerms;

/** What parents see: what {@link ParentAccounts} promises. */
public abstract class ParentAccountsContract extends OfficeContract {

    private static final LocalDate SPRING = TODAY.plusMonths(6);

    private int parents;

    private static Actor parent(String login) {
        return new Actor(login, EnumSet.of(Role.PARENT));
    }

    /** A parent of these students only. */
    private Actor parentOf(StudentNumber... children) {
        String login = "parent" + ++parents;
        for (StudentNumber child : children) {
            office.link(login, child.value());
        }
        return parent(login);
    }

    private FamilyFees family(Actor parent) {
        return office.parents().family(parent);
    }

    private ChildFees child(StudentNumber student) {
        return family(parentOf(student)).children().get(0);
    }

    private ChargeId charge(StudentNumber student, String name, String amount, LocalDate date, LocalDate due) {
        BatchNumber batch = office.assessment()
                .post(Kit.assessing(new AssessmentDraft(
                        Optional.empty(),
                        Kit.fee(name, amount),
                        date,
                        Kit.only(student),
                        Optional.of(new Due.On(due)))))
                .batch();
        return office.accounts().outstanding(student).stream()
                .filter(charge -> charge.batch().equals(Optional.of(batch)))
                .map(Charge::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void overdueDueAndLaterFeesAreToldApart() {
        StudentNumber ines = student();
        charge(ines, "Spring trip", "300.00", SPRING, SPRING);
        charge(ines, "Locker", "5.00", DAY, TODAY);
        charge(ines, "Lab fee", "20.00", DAY, TODAY.minusDays(1));
        charge(ines, "Band", "40.00", DAY, TODAY.plusDays(1));

        FamilyFees family = family(parentOf(ines));

        assertThat(family.day()).isEqualTo(TODAY);
        assertThat(family.due()).isEqualTo(cad("25.00"));
        assertThat(family.overdue()).isEqualTo(cad("20.00"));
        assertThat(family.overdueSince()).contains(TODAY.minusDays(1));
        assertThat(family.later()).isEqualTo(cad("340.00"));
        assertThat(family.nextDue()).contains(TODAY.plusDays(1));
        ChildFees child = family.children().get(0);
        assertThat(child.open())
                .extracting(fee -> fee.charge().name(), OpenFee::state)
                .containsExactly(
                        tuple("Lab fee", OpenFee.State.OVERDUE),
                        tuple("Locker", OpenFee.State.DUE),
                        tuple("Band", OpenFee.State.LATER),
                        tuple("Spring trip", OpenFee.State.LATER));
        assertThat(child.invoiced()).isEqualTo(cad("65.00"));
        assertThat(child.payCode().account()).isEqualTo(ines);
    }

    @Test
    void moneyPaidAheadPaysWhatIsDueFirstAndForThatChildAlone() {
        StudentNumber ines = student();
        StudentNumber marc = student();
        charge(ines, "Lab fee", "20.00", DAY, TODAY.minusDays(1));
        charge(ines, "Band", "40.00", DAY, TODAY.plusDays(1));
        pay(ines, "50.00");
        charge(marc, "Locker", "5.00", DAY, TODAY);

        FamilyFees family = family(parentOf(marc, ines));

        assertThat(family.children())
                .extracting(child -> child.student().number())
                .containsExactly(ines, marc);
        assertThat(family.paidAhead()).isEqualTo(cad("50.00"));
        assertThat(family.due()).isEqualTo(cad("5.00"));
        assertThat(family.overdue()).isEqualTo(cad("0.00"));
        assertThat(family.overdueSince()).isEmpty();
        assertThat(family.later()).isEqualTo(cad("10.00"));
        ChildFees child = family.children().get(0);
        assertThat(child.open()).extracting(OpenFee::toPay).containsExactly(cad("0.00"), cad("10.00"));
        assertThat(child.open()).extracting(OpenFee::paidAhead).containsExactly(cad("20.00"), cad("30.00"));
        assertThat(child.left()).isEqualTo(cad("0.00"));
        assertThat(child.invoiced()).isEqualTo(cad("10.00"));
    }

    @Test
    void theFiguresAreThoseOfAnInvoiceOfToday() {
        StudentNumber ines = student();
        charge(ines, "Spring trip", "300.00", SPRING, SPRING);
        charge(ines, "Lab fee", "20.00", DAY, TODAY.minusDays(1));
        charge(ines, "Band", "40.00", DAY, TODAY.plusDays(40));
        charge(ines, "Locker", "8.00", DAY, TODAY);
        pay(ines, "13.00");

        ChildFees child = child(ines);

        Invoice invoice = Invoice.of(
                child.student(),
                Optional.empty(),
                office.accounts().outstanding(ines),
                office.accounts().balance(ines),
                TODAY);
        assertThat(child.invoiced()).isEqualTo(invoice.due()).isEqualTo(cad("55.00"));
        assertThat(child.overdue())
                .isEqualTo(PaymentTerms.of(invoice, TODAY).overdue())
                .isEqualTo(cad("7.00"));
    }

    @Test
    void aFamilyThatPaidAheadForTheSpringOwesNothing() {
        StudentNumber ines = student();
        charge(ines, "Spring trip", "300.00", SPRING, SPRING);
        pay(ines, "320.00");

        ChildFees child = child(ines);

        assertThat(child.due()).isEqualTo(cad("0.00"));
        assertThat(child.later()).isEqualTo(cad("0.00"));
        assertThat(child.open()).singleElement().satisfies(fee -> assertThat(fee.paidAhead())
                .isEqualTo(cad("300.00")));
        assertThat(child.left()).isEqualTo(cad("20.00"));
        assertThat(child.invoiced()).isEqualTo(cad("0.00"));
    }

    @Test
    void settledFeesShowWhatBecameOfThemAndNothingElse() {
        StudentNumber ines = student();
        PayerNumber band = new PayerNumber(9001);
        office.addPayer(band, "Secret Bursary Fund");
        ChargeId paid = charge(ines, "Locker", "5.00", DAY, DAY);
        ChargeId covered = charge(ines, "Trip", "30.00", DAY, DAY);
        ChargeId waived = charge(ines, "Lab fee", "20.00", DAY, DAY);
        ChargeId mistake = charge(ines, "Band", "40.00", DAY, DAY);
        pay(ines, "5.00", paid);
        office.corrections().apply(new Transfer(RequestKey.fresh(), CLERK, covered, band, LATER, "Letter of the fund"));
        office.corrections().apply(CorrectionRequests.waive(waived));
        office.corrections().apply(CorrectionRequests.cancel(mistake));

        ChildFees child = child(ines);

        assertThat(child.open()).isEmpty();
        assertThat(child.settled())
                .extracting(fee -> fee.charge().id(), SettledFee::state, SettledFee::on)
                .containsExactly(
                        tuple(mistake, SettledFee.State.CANCELLED, Optional.of(LATER)),
                        tuple(waived, SettledFee.State.ADJUSTED, Optional.of(LATER)),
                        tuple(covered, SettledFee.State.COVERED, Optional.of(LATER)),
                        tuple(paid, SettledFee.State.PAID, Optional.of(DAY)));
        assertThat(child.toString()).doesNotContain("Secret", "Letter", "Bursary", "Mistake");
    }

    @Test
    void receiptsHaveWhatTheyPaidAndWhetherTheyAreVoided() {
        StudentNumber ines = student();
        ChargeId lab = charge(ines, "Lab fee", "20.00", DAY, DAY);
        Receipt first = pay(ines, "5.00");
        Receipt second = pay(ines, "15.00", lab);
        office.corrections().apply(CorrectionRequests.voiding(second));

        ChildFees child = child(ines);

        assertThat(child.receipts()).extracting(Receipt::number).containsExactly(second.number(), first.number());
        assertThat(child.receipts().get(0).voided()).contains(LATER);
        assertThat(child.receipts().get(0).settled()).extracting(Charge::name).containsExactly("Lab fee");
        assertThat(child.receipts().get(1).voided()).isEmpty();
        assertThat(child.due()).isEqualTo(cad("15.00"));
        assertThat(child.settled()).isEmpty();
    }

    @Test
    void anotherLoginSeesNothing() {
        StudentNumber ines = student();
        charge(ines, "Lab fee", "20.00", DAY, DAY);
        office.link("Zoé.Roy", ines.value());

        assertThat(family(parent("Zoé.Roy")).children()).hasSize(1);
        for (String other : List.of(
                "zoé.roy",
                "ZOÉ.ROY",
                "Zoe.Roy",
                "Zoé.Ro_",
                "%",
                "_______",
                "Zoé.Roy' OR '1'='1",
                "' UNION SELECT login, studnum FROM guardian_login -- ",
                "\\",
                "Zoé.Roy\0",
                "")) {
            FamilyFees family = family(parent(other));
            assertThat(family.children()).as(other).isEmpty();
            assertThat(family.due()).isEqualTo(Money.zero(Kit.CAD));
        }
    }

    @Test
    void aLoginThatMayHaveBeenCutSeesNothing() {
        StudentNumber ines = student();
        String cut = "x".repeat(Actor.MAX_NAME_LENGTH);
        office.link(cut, ines.value());
        office.link("?", ines.value());

        assertThat(family(parent(cut + "y")).children()).isEmpty();
        assertThat(family(parent(cut)).children()).isEmpty();
        assertThat(family(parent(" ")).children()).isEmpty();
        assertThat(family(parent("?")).children()).isEmpty();
    }

    @Test
    void aChildListedTwiceIsShownOnce() {
        StudentNumber ines = student();
        charge(ines, "Lab fee", "20.00", DAY, DAY);

        FamilyFees family = family(parentOf(ines, ines));

        assertThat(family.children()).hasSize(1);
        assertThat(family.due()).isEqualTo(cad("20.00"));
    }

    @Test
    void aWithdrawnChildIsShownAndOneWhoNeverExistedIsNot() {
        StudentNumber gone = student();
        charge(gone, "Lab fee", "20.00", DAY, DAY);
        withdraw(gone);
        StudentNumber purged = student();
        charge(purged, "Locker", "5.00", DAY, DAY);
        office.remove(purged);

        FamilyFees family = family(parentOf(gone, purged, STRANGER));

        assertThat(family.children())
                .extracting(child -> child.student().number())
                .containsExactly(gone, purged);
        assertThat(family.children()).extracting(ChildFees::enrolled).containsExactly(false, false);
        assertThat(family.due()).isEqualTo(cad("25.00"));
    }

    @Test
    void theAccountOfAPayerIsNobodysChild() {
        PayerNumber band = new PayerNumber(9002);
        office.addPayer(band, "Band");
        String login = "parent" + ++parents;
        office.link(login, band.journalNumber());
        office.link(login, 0);

        assertThat(family(parent(login)).children()).isEmpty();
    }

    @Test
    void aLoginWithAWholeSchoolOfChildrenSeesNone() {
        StudentNumber[] many = new StudentNumber[ParentAccounts.MAX_CHILDREN + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = student();
        }
        Actor parent = parentOf(many);

        assertThat(family(parent).children()).isEmpty();
    }

    @Test
    void onlyParentsSeeWhatParentsSee() {
        StudentNumber ines = student();
        String login = "parent" + ++parents;
        office.link(login, ines.value());
        for (Set<Role> roles : List.of(
                EnumSet.noneOf(Role.class),
                EnumSet.of(Role.VIEW),
                EnumSet.of(Role.BILL, Role.CASHIER),
                EnumSet.of(Role.ADMIN))) {
            assertNeeds(Role.PARENT, () -> family(new Actor(login, roles)));
        }
        assertThat(family(new Actor(login, EnumSet.of(Role.PARENT, Role.BILL))).children())
                .hasSize(1);
    }
}
