package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each role can see and do, also when an address is entered directly. */
@ExtendWith(SharedPortal.class)
class RolesIT {

    /** The page of parents, which is for no role of the office. */
    private static final String MY_FEES = "fees/my-fees";

    /** The address of each page and the id of its root element. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("fees/predefined", "predefined-fees"),
            Map.entry("fees/assess", "assess-fees"),
            Map.entry("fees/payments", "payments"),
            Map.entry("fees/class-payment", "class-payment"),
            Map.entry("fees/invoices", "invoices"),
            Map.entry("fees/overview", "overview"),
            Map.entry("fees/till", "till"),
            Map.entry("fees/receipts", "receipts"),
            Map.entry("fees/account", "account"),
            Map.entry("fees/payers", "payers"),
            Map.entry("fees/collection", "collection"),
            Map.entry("fees/journal", "journal"),
            Map.entry("fees/export", "month-export"),
            Map.entry("fees/audit-log", "audit-log"),
            Map.entry(MY_FEES, "my-fees"));

    /** The pages that every role can view. */
    private static final List<String> LOOK =
            List.of("fees/overview", "fees/receipts", "fees/account", "fees/collection", "fees/journal", "fees/export");

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    RolesIT(RunningPortal portal) {
        this.portal = portal;
    }

    @Test
    void whoHasNoRoleSeesNothingOfTheModule() {
        Screen teacher = screen(PortalUser.TEACHER);
        mayOpen(teacher, List.of());
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        portal.shell().run("fees:assess --name Locker --amount 5.00 --date 2026-09-08 --group student --values 210");
        Screen viewer = screen(PortalUser.VIEWER);
        mayOpen(viewer, looking("fees/predefined", "fees/payments"));
        viewer.open("fees/predefined");
        viewer.awaitVisible("predefined-fees");
        viewer.awaitHidden("add-fee");
        viewer.awaitHidden("add-first-fee");
        viewer.openStudent(210);
        viewer.awaitText("account-due", "5.00");
        viewer.awaitHidden("accept");
        viewer.awaitHidden("amount");
        viewer.picture("viewer-account");
    }

    @Test
    void aCashierDoesNotBill() {
        mayOpen(screen(PortalUser.CASHIER), looking("fees/payers", "fees/payments", "fees/class-payment", "fees/till"));
    }

    @Test
    void aBillerDoesNotTakeMoney() {
        mayOpen(screen(PortalUser.BILLER), looking("fees/payers", "fees/predefined", "fees/assess", "fees/invoices"));
    }

    @Test
    void theBursarDoesEverything() {
        mayOpen(
                screen(PortalUser.BURSAR),
                PAGES.keySet().stream().filter(path -> !path.equals(MY_FEES)).toList());
    }

    @Test
    void aParentOpensTheParentsPageAndNothingOfTheOffice() {
        Screen parent = screen(PortalUser.PARENT);
        mayOpen(parent, List.of(MY_FEES));
        for (String path : List.of(
                "fees",
                "fees/import",
                "fees/catch-up",
                "fees/accounts/704",
                "fees/account/704",
                "fees/payment/704",
                "fees/receipt/1",
                "fees/invoice/704",
                "fees/overview/all")) {
            parent.open(path);
            parent.awaitVisible("access-denied");
        }
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }

    private static List<String> looking(String... more) {
        return Stream.concat(LOOK.stream(), Stream.of(more)).toList();
    }

    private void mayOpen(Screen screen, List<String> allowed) {
        for (String path : PAGES.keySet()) {
            screen.open(path);
            boolean may = allowed.contains(path);
            screen.awaitVisible(may ? PAGES.get(path) : "access-denied");
            assertThat(screen.page().locator("vaadin-side-nav-item[path='" + path + "']"))
                    .hasCount(may ? 1 : 0);
        }
    }
}
