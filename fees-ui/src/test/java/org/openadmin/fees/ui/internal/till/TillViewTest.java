package org.openadmin.fees.ui.internal.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;

/** The clerk has received 140.00 in cash and a cheque of 60.00. */
class TillViewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 8);
    private static final Actor CLERK = new Actor("clerk", EnumSet.of(Role.CASHIER));
    private static final Actor BOB = new Actor("bob", EnumSet.of(Role.CASHIER));

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeMonths months = new FakeMonths();
    private final StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    private Receipt cheque;

    @BeforeEach
    void money() {
        pay(CLERK, "140.00", PaymentMethod.CASH, "");
        cheque = pay(CLERK, "60.00", PaymentMethod.CHEQUE, "no. 7");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private Receipt pay(Actor cashier, String amount, PaymentMethod method, String reference) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        cashier,
                        ines,
                        TODAY,
                        Kit.cad(amount),
                        Set.of(),
                        method,
                        reference,
                        Set.of(Confirmation.values())));
    }

    private TillView open(Locale locale, String rest, String... roles) {
        Screens.open(locale, roles);
        TillView view =
                Screens.show(new TillView(office.till(), office.deposits(), documents, months, office, Screens.CLOCK));
        view.setParameter(null, rest);
        return view;
    }

    private void open() {
        open(Locale.CANADA, null, "fees-cashier");
    }

    /** 50.00 float and 140.00, in hundreds, fifties and a five. */
    private void countRight() {
        type("count-float", "50");
        type("count-100-00", "1");
        type("count-50-00", "1");
        type("count-20-00", "2");
        click("count-save");
    }

    private DrawerDay drawer() {
        return office.till().drawer(CLERK, "clerk", TODAY);
    }

    private DepositSummary deposit() {
        return office.deposits().deposits(CLERK, Page.first(1)).get(0);
    }

    @Test
    void myDrawerTodayIsShownByMethod() {
        open();

        assertThat(text("drawer")).contains("Drawer of clerk, Sep. 8, 2026");
        Grid<?> grid = find(Grid.class, "drawer-grid");
        assertThat(GridKt._getFormattedRow(grid, 0)).containsExactly("Cash", "1", "140.00", "0.00", "140.00");
        assertThat(GridKt._getFormattedRow(grid, 1)).containsExactly("Cheque", "1", "60.00", "0.00", "60.00");
        assertThat(shows(Select.class, "till-cashier")).isFalse();
    }

    @Test
    void theRunningTotalIsComparedWhileCounting() {
        open();

        assertThat(text("count-difference")).isEqualTo("140.00 short; 140.00 expected");
        type("count-float", "50.00");
        assertThat(text("count-difference")).isEqualTo("190.00 short; 190.00 expected");
        type("count-100-00", "2");
        assertThat(text("count-total")).isEqualTo("200.00");
        assertThat(text("count-difference")).isEqualTo("10.00 over; 190.00 expected");
        type("count-100-00", "1");
        type("count-50-00", "1");
        type("count-20-00", "2");
        assertThat(text("count-difference")).isEqualTo("As expected: 190.00");
        click("count-save");

        assertThat(drawer().isCounted()).isTrue();
        assertThat(drawer().count().orElseThrow().counted().text()).isEqualTo("100.00x1 50.00x1 20.00x2");
        assertThat(text("till-notice")).isEqualTo("Counted 190.00 in the drawer of clerk, Sep. 8, 2026.");
        assertThat(text("drawer-counted")).contains("by clerk: 190.00, as expected");
    }

    @Test
    void overOrShortNeedsAReasonBesideItsField() {
        open();
        type("count-100-00", "1");
        click("count-save");

        assertThat(error("count-reason"))
                .isEqualTo("The drawer is 40.00 short: 140.00 was expected. Count again, or give the reason.");
        assertThat(drawer().counts()).isEmpty();
        type("count-reason", "Change given twice");
        click("count-save");

        assertThat(text("drawer-counted")).endsWith("40.00 short (Change given twice)");
    }

    @Test
    void whatIsNoNumberIsNamedAndNothingIsStored() {
        open();
        type("count-100-00", "1.5");
        click("count-save");

        assertThat(error("count-100-00")).isEqualTo("“1.5” is not a number of notes or coins.");
        assertThat(text("count-total")).isEqualTo("–");
        assertThat(office.requests(CountRequest.class)).isEmpty();
        type("count-100-00", "1");
        type("count-float", "abc");
        click("count-save");
        assertThat(error("count-float")).contains("“abc”");
        assertThat(office.requests(CountRequest.class)).isEmpty();
    }

    @Test
    void moneySinceTheCountAsksForANewOne() {
        open();
        countRight();
        pay(CLERK, "7.00", PaymentMethod.CASH, "");
        open();

        assertThat(text("drawer-since")).isEqualTo("Since the count, 7.00 has moved. Count again.");
        assertThat(text("deposit-uncounted")).isEqualTo("To be counted first: clerk (Sep. 8, 2026)");
    }

    @Test
    void aDepositOfWhatIsSelectedHasASlip() {
        open();
        countRight();
        assertThat(text("deposit-sum-cash")).isEqualTo("Cash: 140.00");
        assertThat(text("deposit-sum-cheques")).isEqualTo("1 cheque: 60.00");
        assertThat(text("deposit-total")).isEqualTo("Deposit: 200.00");
        click("deposit-make");

        assertThat(text("till-notice")).startsWith("Deposit 1: 200.00 goes to the bank.");
        assertThat(shows(Component.class, "made-slip")).isTrue();
        assertThat(deposit().total()).isEqualTo(Kit.cad("200.00"));
        assertThat(text("deposit-empty")).isEqualTo("There is no cash or cheque to deposit.");
        assertThat(text("drawer-deposited")).isEqualTo("Cash already deposited: 140.00");
        Grid<?> grid = find(Grid.class, "deposits-grid");
        assertThat(GridKt._getFormattedRow(grid, 0)).contains("1", "140.00", "60.00", "200.00");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsNotSelectedStays() {
        open();
        Grid<Object> grid = find(Grid.class, "deposit-grid");
        grid.deselect(GridKt._get(grid, 0));
        assertThat(text("deposit-total")).isEqualTo("Deposit: 60.00");
        click("deposit-make");

        assertThat(deposit().total()).isEqualTo(Kit.cad("60.00"));
        assertThat(text("deposit-total")).isEqualTo("Deposit: 140.00");
    }

    @Test
    void aDrawerThatWasNotCountedIsNamedAndNothingIsDeposited() {
        open();
        click("deposit-make");

        assertThat(text("till-notice"))
                .isEqualTo("The drawer of clerk on Sep. 8, 2026 was not counted. Count it first, and then deposit.");
        assertThat(office.deposits().deposits(CLERK, Page.first(1))).isEmpty();
    }

    @Test
    void theNotesForTheSlipMustBeTheCash() {
        open();
        countRight();
        type("deposit-cash-100-00", "1");
        click("deposit-make");
        assertThat(text("till-notice"))
                .startsWith("The notes and coins come to 100.00, but the cash of the deposit is 140.00.");

        type("deposit-cash-20-00", "2");
        click("deposit-make");
        assertThat(office.deposits()
                        .deposit(CLERK, deposit().number())
                        .orElseThrow()
                        .cash())
                .isPresent();
    }

    @Test
    void aLostAnswerIsAskedForWithTheSameRequest() {
        open();
        countRight();
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("deposit-make");
        assertThat(text("till-notice")).contains("may or may not have been saved");
        click("deposit-make");

        assertThat(office.deposits().deposits(CLERK, Page.first(9))).hasSize(1);
        assertThat(office.requests(DepositRequest.class)).hasSize(2);
        assertThat(text("till-notice")).startsWith("Deposit 1: 200.00");
    }

    @Test
    void somebodyElseVerifiesIt() {
        office.deposits()
                .make(new DepositRequest(
                        RequestKey.fresh(), BOB, TODAY, Optional.of(Set.of(chequeRow())), Optional.empty()));
        open();
        LocatorJ._click(LocatorJ._get(cell(), Button.class, spec -> spec.withId("verify-1")));

        assertThat(text("till-notice")).isEqualTo("Deposit 1 is verified.");
        assertThat(deposit().verification().orElseThrow().by()).isEqualTo("clerk");
        assertThat(LocatorJ._find(cell(), Button.class, spec -> spec.withId("verify-1")))
                .isEmpty();
    }

    private long chequeRow() {
        return office.deposits().offer(CLERK, TODAY).rows().stream()
                .filter(row -> !row.isCash())
                .findFirst()
                .orElseThrow()
                .row();
    }

    private static Component cell() {
        return GridKt._getCellComponent((Grid<?>) find(Grid.class, "deposits-grid"), 0, "actions");
    }

    @Test
    void aReturnedChequeIsTakenBack() {
        office.deposits()
                .make(new DepositRequest(
                        RequestKey.fresh(), CLERK, TODAY, Optional.of(Set.of(chequeRow())), Optional.empty()));
        office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CLERK, cheque.number(), TODAY, "Returned", Set.of()));
        open();
        assertThat(text("till-returned"))
                .isEqualTo("Voided after the deposit, to be taken back: receipt 2 from deposit 1");
        LocatorJ._click(LocatorJ._get(cell(), Button.class, spec -> spec.withId("take-back-1")));
        assertThat(shows(Dialog.class, "take-back-dialog")).isTrue();
        click("take-back-accept");
        assertThat(error("take-back-reason")).isEqualTo("Enter a reason, such as Bursary.");
        type("take-back-reason", "Returned by the bank");
        click("take-back-accept");

        assertThat(text("till-notice")).startsWith("Deposit 2: −60.00, takes back deposit 1.");
        assertThat(deposit().takesBack()).isPresent();
        assertThat(shows(Component.class, "till-returned")).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRefusalStaysInTheDialog() {
        office.deposits()
                .make(new DepositRequest(
                        RequestKey.fresh(), CLERK, TODAY, Optional.of(Set.of(chequeRow())), Optional.empty()));
        open();
        LocatorJ._click(LocatorJ._get(cell(), Button.class, spec -> spec.withId("take-back-1")));
        type("take-back-reason", "Mistake");
        click("take-back-accept");
        assertThat(text("take-back-notice")).startsWith("No receipt in deposit 1 was voided after it was deposited.");
        LocatorJ._setValue((RadioButtonGroup<Boolean>) find(RadioButtonGroup.class, "take-back-what"), true);
        click("take-back-accept");

        assertThat(deposit().total()).isEqualTo(Kit.cad("-60.00"));
    }

    @Test
    void administratorsCountAnyDrawer() {
        pay(BOB, "5.00", PaymentMethod.CASH, "");
        open(Locale.CANADA, "2026-09-08", "fees-admin");
        @SuppressWarnings("unchecked")
        Select<String> cashier = find(Select.class, "till-cashier");
        LocatorJ._setValue(cashier, "bob");
        type("count-5-00", "1");
        click("count-save");

        assertThat(office.till()
                        .drawer(CLERK, "bob", TODAY)
                        .count()
                        .orElseThrow()
                        .countedBy())
                .isEqualTo("clerk");
        assertThat(text("drawer")).contains("Drawer of bob");
    }

    @Test
    void anotherDayHasItsOwnAddressAndAWrongOneIsNamed() {
        open(Locale.CANADA, "2026-09-07", "fees-cashier");
        assertThat(text("drawer-empty")).isEqualTo("No money was received or paid out.");
        assertThat(text("deposit-empty")).isNotEmpty();

        open(Locale.CANADA, "yesterday", "fees-cashier");
        assertThat(text("till-notice")).contains("yesterday");
        assertThat(text("drawer")).contains("Sep. 8, 2026");
    }

    @Test
    void tomorrowIsRefusedBesideTheDay() {
        open();
        LocatorJ._setValue(find(DateField.class, "till-day"), TODAY.plusDays(1));
        assertThat(error("till-day")).startsWith("Sep. 9, 2026 is after today, Sep. 8, 2026.");

        open(Locale.CANADA, "2026-09-09", "fees-cashier");
        assertThat(text("till-notice")).startsWith("Sep. 9, 2026 is after today");
        assertThat(text("drawer")).contains("Sep. 8, 2026");
    }

    @Test
    void withoutTheRoleThereIsNothing() {
        open(Locale.CANADA, null, "fees-bill");

        assertThat(text("till-notice")).contains("fees-cashier");
        assertThat(shows(Component.class, "count-form")).isFalse();
    }

    @Test
    void thePageIsFrench() {
        open(Locale.CANADA_FRENCH, null, "fees-cashier");

        assertThat(text("till")).contains("Caisse de clerk", "Compter l’argent comptant", "Dépôts");
        assertThat(text("count-difference")).isEqualTo("Il manque 140,00; 140,00 attendu");
        click("deposit-make");
        assertThat(text("till-notice")).contains("n’a pas été comptée");
    }
}
