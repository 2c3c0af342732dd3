package org.openadmin.fees.ui.internal.parents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.parents.ParentDocuments;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;

/** The page of the parent of Inès and Max in a simulated browser. The login of the parent is the one of all simulated pages. */
class MyFeesViewTest {

    private static final String LOGIN = "clerk";
    private static final LocalDate TODAY = Kit.DAY;
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 1);

    private final MemoryOffice office = Screens.office();
    private StudentNumber ines;
    private StudentNumber max;

    @BeforeEach
    void aFamilyOfTwo() {
        ines = office.enrol(100, "Tremblay", "Inès", "4", "4C");
        max = office.enrol(101, "Tremblay", "Max", "2", "2A");
        office.enrol(102, "Singh", "Amar", "4", "4C");
        office.link(LOGIN, 100);
        office.link(LOGIN, 101);
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String... roles) {
        Screens.open(locale, path -> {}, roles);
        Screens.show(new MyFeesView(office.parents(), new NoDocuments(), office, Screens.CLOCK));
    }

    private static String all() {
        return find(Component.class, "my-fees").getElement().getTextRecursively();
    }

    private static String within(String id) {
        return find(Component.class, id).getElement().getTextRecursively();
    }

    private Charge charge(StudentNumber student, String name, String amount, LocalDate date, LocalDate due) {
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(), Kit.fee(name, amount), date, Kit.only(student), Optional.of(new Due.On(due)));
        office.assessment()
                .post(new AssessmentRequest(
                        RequestKey.fresh(), Kit.CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()));
        return office.accounts().outstanding(student).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneSumIsDueNowAndWhatIsOverdueAndLaterIsBelow() {
        charge(ines, "Lab fee", "20.00", TODAY.minusDays(5), TODAY.minusDays(1));
        charge(max, "Locker", "5.00", TODAY, TODAY);
        charge(max, "Spring trip", "300.00", SPRING, SPRING);

        open(Locale.CANADA, "fees-parent");

        assertThat(text("family-due")).isEqualTo("$25.00");
        assertThat(text("family-overdue")).contains("$20.00").contains("2026");
        assertThat(text("family-later")).contains("$300.00").contains("2027");
        assertThat(within("owed-100")).contains("Lab fee", "$20.00", "overdue");
        assertThat(within("owed-101")).contains("Locker", "due today", "Spring trip", "not yet due");
        assertThat(within("child-100")).contains("Inès Tremblay", "Pay code: 100-");
        assertThat(text("invoice-101")).contains("$5.00");
        assertThat(within("how-to-pay")).contains("Inès Tremblay", "Max Tremblay");
        assertThat(all()).doesNotContain("Singh");
    }

    @Test
    void feesOfTheSpringAreNotDueNowAndNoSumOfZeroIsShown() {
        charge(ines, "Spring trip", "300.00", SPRING, SPRING);

        open(Locale.CANADA, "fees-parent");

        assertThat(text("family-due")).isEqualTo("Nothing is due now");
        assertThat(text("family-later")).contains("$300.00");
        assertThat(all()).doesNotContain("$0.00");
        assertThat(shows(Anchor.class, "invoice-100")).isFalse();
        assertThat(shows(Anchor.class, "statement-100")).isTrue();
    }

    @Test
    void moneyPaidAheadIsShownBesideTheFeesThatItPays() {
        charge(ines, "Spring trip", "300.00", SPRING, SPRING);
        office.cashier().receive(Kit.paying(ines, "320.00"));

        open(Locale.CANADA, "fees-parent");

        assertThat(text("family-due")).isEqualTo("Nothing to pay");
        assertThat(text("family-ahead")).contains("$320.00", "$20.00");
        assertThat(within("owed-100")).contains("Spring trip", "paid ahead").doesNotContain("not yet due");
    }

    @Test
    void coveredAndWaivedFeesNeverTellByWhomOrWhy() {
        office.addPayer(new PayerNumber(7), "Secret Fund");
        Charge trip = charge(ines, "Trip", "30.00", TODAY, TODAY);
        Charge lab = charge(ines, "Lab fee", "20.00", TODAY, TODAY);
        office.corrections()
                .apply(new Transfer(RequestKey.fresh(), Kit.CLERK, trip.id(), new PayerNumber(7), TODAY, "Letter"));
        office.corrections().apply(new Waive(RequestKey.fresh(), Kit.CLERK, lab.id(), TODAY, "Hardship"));

        open(Locale.CANADA, "fees-parent");

        assertThat(within("settled-100")).contains("Trip", "covered", "Lab fee", "adjustment");
        assertThat(all().toLowerCase(Locale.ROOT)).doesNotContain("secret", "letter", "hardship", "waive");
        assertThat(text("family-due")).isEqualTo("Nothing to pay");
    }

    @Test
    void receiptsShowWhatTheyPaidAndThatTheyAreVoided() {
        Charge lab = charge(ines, "Lab fee", "20.00", TODAY, TODAY);
        Receipt receipt = office.cashier().receive(Kit.paying(ines, "20.00", lab.id()));
        office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), Kit.CASHIER, receipt.number(), TODAY, "Bounced"));

        open(Locale.CANADA, "fees-parent");

        assertThat(within("receipts-100"))
                .contains("Receipt " + receipt.number(), "For Lab fee", "voided", "$20.00")
                .doesNotContain("Bounced", "cashier");
        assertThat(shows(Anchor.class, "receipt-100-" + receipt.number())).isTrue();
    }

    @Test
    void aParentOfNobodyLearnsWhatToDo() {
        MemoryOffice empty = Screens.office();
        Screens.open(Locale.CANADA, path -> {}, "fees-parent");
        Screens.show(new MyFeesView(empty.parents(), new NoDocuments(), empty, Screens.CLOCK));

        assertThat(within("my-fees-empty")).contains("No child is linked to your login", LOGIN, "school office");
        assertThat(shows(Component.class, "family-summary")).isFalse();
    }

    @Test
    void theOfficeSeesNoPageOfAParent() {
        for (String role : new String[] {"fees-view", "fees-bill", "fees-cashier", "fees-admin"}) {
            open(Locale.CANADA, role);
            assertThat(shows(Component.class, "family-summary")).as(role).isFalse();
            assertThat(within("my-fees-notice")).contains("fees-parent");
            Screens.close();
        }
    }

    @Test
    void theDatabaseMayBeAway() {
        office.failNextQuery(
                ParentAccounts.class, new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));

        open(Locale.CANADA, "fees-parent");

        assertThat(within("my-fees-notice")).isNotBlank();
        assertThat(shows(Component.class, "family-summary")).isFalse();
    }

    @Test
    void aFrenchParentReadsFrenchInTheFormOfTheSchool() {
        charge(ines, "Lab fee", "1020.00", TODAY.minusDays(5), TODAY.minusDays(1));
        charge(max, "Spring trip", "300.00", SPRING, SPRING);

        open(Locale.CANADA_FRENCH, "fees-parent");

        assertThat(text("family-due")).isEqualTo("1\u00a0020,00\u00a0$");
        assertThat(text("family-overdue")).startsWith("En retard depuis");
        assertThat(within("owed-101")).contains("échéance à venir");
        assertThat(within("how-to-pay")).contains("virement Interac");
        assertThat(all()).doesNotContain("Due", "overdue", "Pay code");
    }

    /** None is opened in a simulated browser. */
    private static final class NoDocuments implements ParentDocuments {

        @Override
        public void statement(StatementRequest request, Locale language, OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void invoice(Actor parent, StudentNumber child, Locale language, OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void receipt(Actor parent, ReceiptNumber number, Locale language, OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }
}
