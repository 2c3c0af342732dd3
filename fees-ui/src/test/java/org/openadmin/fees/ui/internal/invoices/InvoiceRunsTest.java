package org.openadmin.fees.ui.internal.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.FakeMailer;

/** Earlier runs, runs of other sessions and their logs. */
class InvoiceRunsTest {

    @RegisterExtension
    private final InvoicesScreen screen = new InvoicesScreen();

    @Test
    void earlierRunsAreListedAndTheirLogIsAnAddress() {
        screen.mailer.log(
                Channel.PRINT,
                State.FAILED,
                InvoicesScreen.ALL_BY_ANNA,
                "No space left on device",
                FakeMailer.line(5, Outcome.NO_ADDRESS, "7.00"));
        screen.mailer.log(
                Channel.EMAIL,
                State.DONE,
                InvoicesScreen.GRADES_BY_ANNA,
                "",
                FakeMailer.line(100, Outcome.SENT, "24.95"),
                FakeMailer.line(101, Outcome.FAILED, "7.00"));
        InvoicesView view = screen.open("fees-bill");
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "runs"))).isEqualTo(2);

        view.setParameter(null, "run=1");
        assertThat(text("run-what"))
                .contains("Printed, invoices dated Sep. 1, 2026 for: Everyone who owes money", "anna");
        assertThat(text("run-problem")).isEqualTo("Problem: No space left on device");
        assertThat(shows(Span.class, "run-figures")).isFalse();
        assertThat(text("run-left-out")).isEqualTo("1 student got no invoice: no postal address (1).");
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "run-lines"))).isEqualTo(1);
        assertThat(shows(Button.class, "make-invoices")).isFalse();

        view.setParameter(null, "run=2");
        assertThat(text("run-what")).contains("for: Grade 9 10. Started by anna");
        assertThat(text("run-figures")).isEqualTo("Sent for 1 of 2 students, 24.95 CAD due in total.");

        view.setParameter(null, "run=77");
        assertThat(text("invoices-form-notice")).isEqualTo("There is no invoice run number 77.");
        view.setParameter(null, "run=x");
        assertThat(text("invoices-form-notice")).isEqualTo("“x” is not the number of an invoice run.");
    }

    @Test
    void aPrintThatWasStoppedSaysThatNothingWasMadeAndLeadsBack() {
        screen.mailer.log(
                Channel.PRINT,
                State.CANCELLED,
                InvoicesScreen.ALL_BY_ANNA,
                "",
                FakeMailer.line(5, Outcome.INVOICED, "24.95"));
        InvoicesView view = screen.open("fees-bill");
        view.setParameter(null, "run=1");
        assertThat(text("run-figures")).isEqualTo("No document was made.");
        assertThat(find(Anchor.class, "run-back").getHref()).isEqualTo("fees/invoices");
    }

    @Test
    void aRunOfAnotherSessionIsFollowedAndStoppedOnItsPage() {
        RunNumber number = screen.office
                .runs()
                .begin(InvoicesScreen.ALL_BY_ANNA, Channel.EMAIL)
                .number();
        Line first = new Line(
                FakeMailer.line(100, Outcome.WAITING, "24.95").student(), Outcome.WAITING, cad("24.95"), "a@x", "");
        screen.office.runs().add(number, List.of(first, FakeMailer.line(101, Outcome.WAITING, "3.00")));
        screen.office.runs().addCopy(number, first.student().number(), "a@x", Outcome.WAITING, List.of());
        InvoicesView view = screen.open("fees-bill");
        view.setParameter(null, "run=1");
        assertThat(text("run-progress-text")).isEqualTo("0 of 2 students done");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        screen.office.runs().change(number, "a@x", Outcome.WAITING, Outcome.SENT, "");
        screen.office.runs().count(number, 1, cad("24.95"), cad("0.00"));
        poll();
        assertThat(text("run-progress-text")).isEqualTo("1 of 2 students done");
        assertThat(text("run-figures")).isEqualTo("Sent for 1 of 2 students, 24.95 CAD due in total.");

        click("run-stop");
        assertThat(screen.office.runs().run(Kit.VIEWER, number).state()).isEqualTo(State.STOPPING);
        assertThat(find(Button.class, "run-stop").isEnabled()).isFalse();
        assertThat(text("run-stop")).isEqualTo("Stopping…");

        screen.office.runs().end(number, State.CANCELLED, 1, 0, cad("24.95"), cad("0.00"), "");
        poll();
        assertThat(shows(Button.class, "run-stop")).isFalse();
        assertThat(text("run-sheet")).contains("Stopped");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void aListWithARunInProgressFollowsItAndAClosedPageDoesNot() {
        screen.office.runs().begin(InvoicesScreen.ALL_BY_ANNA, Channel.PRINT);
        InvoicesView view = screen.open("fees-bill");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        UI.getCurrent().remove(view);
        assertThat(UI.getCurrent().getPollInterval()).isNegative();

        UI.getCurrent().add(view);
        screen.office.runs().end(new RunNumber(1), State.DONE, 1, 1, cad("24.95"), cad("0.00"), "");
        poll();
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }
}
