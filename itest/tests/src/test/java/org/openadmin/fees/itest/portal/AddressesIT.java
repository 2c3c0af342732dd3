package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that people type. */
@ExtendWith(SharedPortal.class)
class AddressesIT {

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    AddressesIT(RunningPortal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @CsvSource({
        "fees, fees/overview",
        "fees/accounts, fees/account",
        "fees/accounts/580, fees/account/580",
        "fees/payment/580, fees/payments/580",
        "fees/receipt, fees/receipts",
        "fees/invoice, fees/invoices"
    })
    void anAddressThatPeopleTypeLeadsToThePageThatTheyMean(String typed, String page) {
        Screen bursar = new Screen(portal, browser.logIn(portal, PortalUser.BURSAR)).open(typed);
        assertThat(bursar.page()).hasURL(portal.address(page));
        assertThat(bursar.page().locator(".fees-page")).isVisible();
    }

    @Test
    void anAddressOfNoPageIsNotFound() {
        Screen bursar = new Screen(portal, browser.logIn(portal, PortalUser.BURSAR)).open("fees/xyz");
        bursar.awaitVisible("not-found");
    }
}
