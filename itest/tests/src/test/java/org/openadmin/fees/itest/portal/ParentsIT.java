package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.itest.school.SampleSchool;

/** Parents see what they owe for their own children, on a phone too, and nothing of anybody else. */
@ExtendWith(SharedPortal.class)
class ParentsIT {

    private static final int SON = SampleSchool.CHILDREN.get(0);
    private static final int DAUGHTER = SampleSchool.CHILDREN.get(1);
    private static final int STRANGER = 100;

    private static long receipt;
    private static long voided;

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    ParentsIT(RunningPortal portal) {
        this.portal = portal;
    }

    /** 70.00 is overdue, 45.00 billed and due later, 200.00 billed for next spring, and 10.00 of it is paid ahead. */
    @BeforeAll
    static void anAutumnOfFees(RunningPortal portal) {
        LocalDate today = LocalDate.now();
        charge(portal, SON, "Ski trip", "70.00", "2026-10-05", "2026-10-20");
        charge(portal, SON, "Choir gown", "25.00", "2026-10-05", "2026-10-20");
        charge(portal, SON, "Locker", "5.00", "2026-11-02", "2026-11-02");
        charge(
                portal,
                DAUGHTER,
                "Graduation dinner",
                "45.00",
                "2026-11-02",
                today.plusDays(20).toString());
        String spring = LocalDate.of(today.getYear() + 1, 3, 1).toString();
        charge(portal, DAUGHTER, "Spring camp", "200.00", spring, spring);
        portal.shell().run("fees:waive " + number(portal, SON, "Choir gown") + " --reason \"Hardship of the family\"");
        receipt = receipt(portal.shell()
                .run("fees:pay " + SON + " --charges " + number(portal, SON, "Locker") + " --amount 5.00"));
        voided = receipt(portal.shell().run("fees:pay " + DAUGHTER + " --amount 3.00"));
        portal.shell().run("fees:void " + voided + " --reason \"Bounced cheque\"");
        portal.shell().run("fees:pay " + DAUGHTER + " --amount 10.00");
    }

    private static void charge(RunningPortal portal, int student, String name, String amount, String date, String due) {
        portal.shell()
                .run("fees:assess --name \"" + name + "\" --amount " + amount + " --date " + date + " --due " + due
                        + " --group student --values " + student);
    }

    private static String number(RunningPortal portal, int student, String fee) {
        return new JournalDatabase(portal.school())
                .text("SELECT id FROM fees_jrl WHERE trans_type = 'chg' AND studnum = " + student + " AND name = '"
                        + fee + "'");
    }

    private static long receipt(String answer) {
        return Long.parseLong(answer.replaceAll("\\D+", " ").strip().split(" ")[0]);
    }

    private Screen screen(PortalUser user, String language) {
        return new Screen(portal, browser.logIn(portal, user, ColorScheme.LIGHT, language));
    }

    private Screen parent() {
        Screen parent = screen(PortalUser.PARENT, "en-CA").open("fees/my-fees");
        parent.awaitVisible("family-summary");
        return parent;
    }

    @Test
    void oneSumIsDueAndTheFeesOfTheSpringAreNot() {
        Screen parent = parent();
        assertThat(parent.part("family-due")).hasText("$70.00");
        assertThat(parent.part("family-overdue")).containsText("Overdue since Oct. 20, 2026");
        assertThat(parent.part("family-later")).containsText("$235.00");
        assertThat(parent.part("family-ahead")).containsText("$10.00");
        assertThat(parent.part("owed-" + SON)).containsText("Ski trip");
        assertThat(parent.part("owed-" + SON)).containsText("overdue");
        assertThat(parent.part("owed-" + DAUGHTER)).containsText("Spring camp");
        assertThat(parent.part("owed-" + DAUGHTER)).containsText("not yet due");
        assertThat(parent.part("how-to-pay")).containsText(SON + "-");
        assertThat(parent.page().locator("section")).hasCount(2);
        assertThat(parent.page().locator("vaadin-side-nav-item[path^='fees']")).hasCount(1);
        parent.page().setViewportSize(1280, 1600);
        parent.picture("my-fees");
        opened(parent);
        assertThat(parent.part("settled-" + SON)).containsText("adjustment");
        assertThat(parent.part("receipts-" + SON)).containsText("For Locker");
        assertThat(parent.part("receipts-" + DAUGHTER)).containsText("voided");
        assertThat(parent.page().content().toLowerCase(Locale.ROOT)).doesNotContain("waive", "hardship", "bounced");
        parent.picture("my-fees-open");
    }

    private static void opened(Screen screen) {
        screen.page()
                .evaluate(
                        "document.querySelectorAll('.fees-family-more').forEach(more => more.setAttribute('open', ''))");
    }

    @Test
    void theDocumentsHaveTheFiguresOfThePageAndOfTheOffice() {
        Screen parent = parent();
        assertThat(parent.part("invoice-" + SON)).containsText("$70.00");
        assertThat(parent.pdf("invoice-" + SON).pages().get(0)).contains("Ski trip", "$70.00", "Pay code " + SON);
        assertThat(parent.part("invoice-" + DAUGHTER)).containsText("$35.00");
        assertThat(parent.pdf("invoice-" + DAUGHTER).pages().get(0))
                .contains("Graduation dinner", "$35.00")
                .doesNotContain("Spring camp");
        Pdf statement = parent.pdf("statement-" + SON);
        assertThat(statement.pages().get(0))
                .contains("Ski trip", "Adjustment: Choir gown", "$70.00", "To the parents of")
                .doesNotContain("Hardship", "Waive", "Main Street");
        assertThat(parent.pdf("receipt-" + SON + "-" + receipt).pages().get(0)).contains("COPY", "Locker");
        assertThat(parent.pdf("receipt-" + DAUGHTER + "-" + voided).pages().get(0))
                .doesNotContain("Bounced");
        assertThat(portal.shell()
                        .run("fees:invoices --values " + DAUGHTER
                                + " --group student --date today --replace --out parents.pdf"))
                .contains("35.00");
    }

    @ParameterizedTest
    @CsvSource({"390, en-CA, LIGHT", "390, fr-CA, DARK", "320, fr-CA, LIGHT", "1280, fr-CA, LIGHT"})
    void itFitsAPhoneAndHasNoGraveFault(int width, String language, ColorScheme scheme) {
        Screen parent = new Screen(portal, browser.logIn(portal, PortalUser.PARENT, scheme, language));
        parent.page().setViewportSize(width, 844);
        parent.open("fees/my-fees");
        parent.awaitVisible("family-summary");
        parent.awaitAnimations();
        parent.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", "my-fees-" + width + "-" + language + ".png"))
                        .setFullPage(true));
        opened(parent);
        parent.picture("my-fees-open-" + width + "-" + language);
        assertThat((Boolean) parent.page()
                        .evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("the page fits the window")
                .isTrue();
        for (String button : List.of("invoice-" + SON, "statement-" + DAUGHTER, "receipt-" + SON + "-" + receipt)) {
            Locator link = parent.part(button);
            link.scrollIntoViewIfNeeded();
            assertThat((Boolean) link.evaluate("link => link.getBoundingClientRect().right <= innerWidth"))
                    .as(button)
                    .isTrue();
        }
        assertThat(new AxeBuilder(parent.page())
                        .include(List.of("#my-fees")).analyze().getViolations().stream()
                                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().get(0).getHtml()))
                .isEmpty();
        if (language.startsWith("fr")) {
            assertThat(parent.part("family-due")).hasText("70,00 $");
            assertThat(parent.part("owed-" + SON)).containsText("en retard");
            assertThat(parent.part("my-fees")).not().containsText("overdue");
            assertThat(parent.pdf("statement-" + SON).pages().get(0)).contains("Relevé");
        }
    }

    @Test
    void aChangedAddressLeadsToNobodyElse() {
        Screen parent = parent();
        String statement = (String) parent.part("statement-" + SON).evaluate("link => link.href");
        for (String changed : List.of(
                statement.replace("statement-" + SON, "statement-" + STRANGER),
                statement.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}", "00000000-0000"),
                statement.replace("/" + SON, "/" + STRANGER) + "?student=" + STRANGER)) {
            APIResponse answer = parent.page().request().get(changed);
            if (answer.ok() && answer.headers().get("content-type").startsWith("application/pdf")) {
                assertThat(Pdf.of(answer.body()).pages().get(0)).contains("Ski trip");
            }
        }
        parent.open("fees/my-fees/" + STRANGER);
        parent.awaitIdle();
        assertThat(parent.part("child-" + STRANGER)).hasCount(0);
        parent.open("fees/my-fees?student=" + STRANGER);
        parent.awaitVisible("family-summary");
        assertThat(parent.part("child-" + STRANGER)).hasCount(0);
        for (String path : List.of("fees/account/" + STRANGER, "fees/payments/" + STRANGER, "fees/receipts")) {
            parent.open(path);
            parent.awaitVisible("access-denied");
        }
    }

    @Test
    void theAddressOfADocumentIsOfNoUseToOthersAndOutsiders() {
        Screen parent = parent();
        String statement = (String) parent.part("statement-" + SON).evaluate("link => link.href");
        assertThat(parent.page().request().get(statement).headers().get("content-type"))
                .startsWith("application/pdf");
        for (Page other : List.of(
                screen(PortalUser.GUARDIAN, "en-CA").open("fees/my-fees").page(),
                screen(PortalUser.BURSAR, "en-CA").open("fees/overview").page(),
                browser.visitor(ColorScheme.LIGHT, "en-CA"))) {
            APIResponse answer = other.request().get(statement);
            assertThat(answer.headers().getOrDefault("content-type", "")).doesNotStartWith("application/pdf");
        }
        Page visitor = browser.visitor(ColorScheme.LIGHT, "en-CA");
        visitor.navigate(portal.address("fees/my-fees"));
        assertThat(visitor.locator("#user")).isVisible();
        assertThat(visitor.locator("#my-fees")).hasCount(0);
    }

    @Test
    void aChildThatTheSchoolUnlinksIsRefusedOnAnOpenPage() {
        Screen parent = parent();
        String statement = (String) parent.part("statement-" + DAUGHTER).evaluate("link => link.href");
        portal.school().execute("DELETE FROM guardian_login WHERE studnum = " + DAUGHTER);
        try {
            APIResponse answer = parent.page().request().get(statement);
            assertThat(answer.ok()).isFalse();
            assertThat(answer.headers().get("content-type")).doesNotStartWith("application/pdf");
            parent.open("fees/my-fees");
            parent.awaitVisible("child-" + SON);
            assertThat(parent.part("child-" + DAUGHTER)).hasCount(0);
            assertThat(portal.log()).contains("it is not of a child of the user \"parent\"");
        } finally {
            portal.school().execute("INSERT INTO guardian_login (login, studnum) VALUES ('parent', " + DAUGHTER + ")");
        }
    }

    @Test
    void aParentOfNobodyIsToldWhatToDo() {
        Screen guardian = screen(PortalUser.GUARDIAN, "en-CA").open("fees/my-fees");
        guardian.awaitText("my-fees-empty", "No child is linked to your login");
        guardian.awaitText("my-fees-empty", "login “guardian”");
        guardian.picture("my-fees-nobody");
    }
}
