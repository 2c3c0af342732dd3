package org.openadmin.fees.ui.internal.payers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;

/** The page of payers in a simulated browser. */
class PayersViewTest {

    private final MemoryOffice office = Screens.office();

    @AfterEach
    void close() {
        Screens.close();
    }

    private PayersView open(Locale locale, String... roles) {
        Screens.open(locale, path -> {}, roles);
        return Screens.show(new PayersView(
                office.payers(), office.covers(), office.students(), office, Screens.CLOCK, Runnable::run));
    }

    private Payer payer(PayerKind kind, String name) {
        PayerDetails details =
                new PayerDetails(name, List.of("Box 1", "Regina"), "a@b.ca", Optional.of(Locale.FRENCH), "AUTH 7");
        return office.payers().add(new AddPayerRequest(RequestKey.fresh(), Kit.CLERK, kind, details));
    }

    private static Grid<?> grid() {
        return find(Grid.class, "payer-grid");
    }

    private static String cell(int row, String key) {
        return GridKt._getCellComponent(grid(), row, key).getElement().getTextRecursively();
    }

    private static String notice(String id) {
        return find(Div.class, id).getElement().getTextRecursively();
    }

    @Test
    void payersAreListedByNameWithTheirBalances() {
        payer(PayerKind.SPONSOR, "Prairie Band");
        Payer fund = payer(PayerKind.FUND, "Bursaries");
        office.cashier().receive(Kit.paying(fund.number(), "50.00"));

        open(Locale.CANADA, "fees-cashier");

        assertThat(GridKt._size(grid())).isEqualTo(2);
        assertThat(cell(0, "name")).contains("Bursaries", "P2");
        assertThat(cell(0, "balance")).contains("credit", "50.00");
        assertThat(cell(1, "name")).contains("Prairie Band", "P1");
        assertThat(LocatorJ._get(GridKt._getCellComponent(grid(), 1, "name"), Anchor.class)
                        .getHref())
                .isEqualTo("fees/account/P1");
        assertThat(find(Span.class, "payer-count").getText()).contains("2 of 2", "50.00");
        assertThat(LocatorJ._find(Button.class, spec -> spec.withId("add-payer")))
                .isEmpty();

        find(TextField.class, "payer-filter").setValue("prairie");
        assertThat(GridKt._size(grid())).isEqualTo(1);
    }

    @Test
    void aPayerIsAddedFromAnEmptyPage() {
        open(Locale.CANADA, "fees-bill");
        LocatorJ._click(find(Button.class, "add-first-payer"));
        find(TextField.class, "payer-name").setValue("Prairie Band");
        find(TextArea.class, "payer-address").setValue("Box 12\nRegina");
        find(TextField.class, "payer-authorization").setValue("AUTH 9");
        LocatorJ._click(find(Button.class, "payer-save"));

        assertThat(notice("payers-notice")).contains("Prairie Band is payer P1.");
        assertThat(office.payers().list(Kit.CLERK, "")).singleElement().satisfies(each -> {
            assertThat(each.payer().kind()).isEqualTo(PayerKind.SPONSOR);
            assertThat(each.payer().details().address()).containsExactly("Box 12", "Regina");
            assertThat(each.payer().details().authorization()).isEqualTo("AUTH 9");
        });
        assertThat(GridKt._size(grid())).isEqualTo(1);
    }

    @Test
    void wrongInputIsShownBesideItsFieldAndNothingIsStored() {
        open(Locale.CANADA, "fees-bill");
        LocatorJ._click(find(Button.class, "add-first-payer"));
        TextField name = find(TextField.class, "payer-name");
        LocatorJ._click(find(Button.class, "payer-save"));
        assertThat(name.isInvalid()).isTrue();

        name.setValue("Band");
        TextField email = find(TextField.class, "payer-email");
        email.setValue("nobody");
        LocatorJ._click(find(Button.class, "payer-save"));
        assertThat(email.getErrorMessage()).contains("nobody");
        assertThat(office.payers().list(Kit.CLERK, "")).isEmpty();
    }

    @Test
    void aPayerIsChangedAndMadeInactive() {
        Payer band = payer(PayerKind.SPONSOR, "Prairie Band");
        open(Locale.CANADA, "fees-bill");
        LocatorJ._click(Screens.cellButton("payer-grid", 0, "actions", "change-P1"));

        assertThat(find(TextField.class, "payer-email").getValue()).isEqualTo("a@b.ca");
        assertThat(find(Select.class, "payer-kind").isReadOnly()).isTrue();
        find(TextField.class, "payer-name").setValue("Prairie Nation");
        find(Checkbox.class, "payer-active").setValue(false);
        LocatorJ._click(find(Button.class, "payer-save"));

        assertThat(notice("payers-notice")).contains("Prairie Nation (P1) is changed.");
        Payer now = office.payers().find(Kit.CLERK, band.number()).orElseThrow();
        assertThat(now.details())
                .isEqualTo(new PayerDetails(
                        "Prairie Nation", List.of("Box 1", "Regina"), "a@b.ca", Optional.of(Locale.FRENCH), "AUTH 7"));
        assertThat(now.active()).isFalse();
        assertThat(cell(0, "name")).contains("inactive");
    }

    @Test
    void aRequestWithoutAnAnswerIsSentAgainUnchanged() {
        open(Locale.CANADA, "fees-bill");
        LocatorJ._click(find(Button.class, "add-first-payer"));
        find(TextField.class, "payer-name").setValue("Prairie Band");
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        LocatorJ._click(find(Button.class, "payer-save"));
        assertThat(find(TextField.class, "payer-name").isEnabled()).isFalse();

        LocatorJ._click(find(Button.class, "payer-save"));

        assertThat(office.payers().list(Kit.CLERK, "")).hasSize(1);
        assertThat(office.requests(AddPayerRequest.class)).hasSize(2);
        assertThat(office.requests(ChangePayerRequest.class)).isEmpty();
    }

    @Test
    void thePageIsFrenchAndNeedsARole() {
        payer(PayerKind.FUND, "Bourses");
        assertThat(open(Locale.CANADA_FRENCH, "fees-bill").getPageTitle()).isEqualTo("Payeurs");
        assertThat(Screens.cellButton("payer-grid", 0, "actions", "change-P1").getText())
                .isEqualTo("Modifier");
        Screens.close();
        open(Locale.CANADA, "fees-view");
        assertThat(LocatorJ._find(Component.class, spec -> spec.withId("payer-grid")))
                .isEmpty();
        assertThat(notice("payers-notice")).contains("fees-bill");
    }
}
