package org.openadmin.fees.ui.internal.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.CannotReprintException;
import org.openadmin.fees.api.invoicing.InvoiceReprint.Reason;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.testkit.Kit;

/** The PDF of an earlier run, opened again on the page of its log. */
class InvoiceReprintTest {

    @RegisterExtension
    private final InvoicesScreen screen = new InvoicesScreen();

    private static void openRun(InvoicesView view, String number) {
        view.setParameter(null, "run=" + number);
    }

    @Test
    void theDocumentOfAnEarlierRunIsOpenedAgain() {
        InvoicesView view = screen.open("fees-bill");
        click("make-invoices");
        screen.finish();
        openRun(view, "1");
        assertThat(text("run-reprint")).isEqualTo("Open PDF again");

        click("run-reprint");
        assertThat(shows(ProgressBar.class, "run-reprint-progress")).isTrue();
        screen.finish();

        assertThat(shows(ProgressBar.class, "run-reprint-progress")).isFalse();
        assertThat(text("run-reprint-notice"))
                .startsWith("The same pages as the first time (Sep")
                .endsWith(".");
        assertThat(shows(Anchor.class, "open-run")).isTrue();
        assertThat(screen.office.runs().latest(new Actor("anna", Set.of(Role.BILL)), Page.first(10)))
                .hasSize(1);
    }

    @Test
    void aDocumentThatIsMadeAgainSaysWhy() {
        InvoicesView view = screen.open("fees-bill");
        click("make-invoices");
        screen.finish();
        openRun(view, "1");
        screen.documents.nextReasons = List.of(
                Reason.of(DocumentChange.DRAWING),
                new Reason(
                        DocumentChange.ADDRESS,
                        List.of(new StudentSnapshot(screen.ines, "Tremblay, Inès M", "9", "9A")),
                        3));

        click("run-reprint");
        screen.finish();

        assertThat(text("run-reprint-notice"))
                .startsWith("Made again, with a note on each page. Changed since the first print (Sep")
                .endsWith(": how the module draws the pages; guardian or address (Inès Tremblay and 2 more).");
        assertThat(shows(Anchor.class, "open-run")).isTrue();
    }

    @Test
    void aDocumentThatCannotBeOpenedSaysWhyAndCanBeTriedAgain() {
        InvoicesView view = screen.open("fees-bill");
        click("make-invoices");
        screen.finish();
        openRun(view, "1");
        screen.documents.nextFailure =
                new CannotReprintException(new RunNumber(1), CannotReprintException.Problem.NOT_RECORDED);
        click("run-reprint");
        screen.finish();
        assertThat(text("run-reprint-notice"))
                .contains("The PDF of run 1 cannot be opened again", "Print the invoices again");
        assertThat(shows(Anchor.class, "open-run")).isFalse();

        screen.documents.nextFailure = new RunCancelledException(new RunNumber(1));
        click("run-reprint");
        screen.finish();
        assertThat(text("run-reprint-notice")).isEqualTo("Stopped. No document was made.");
        assertThat(find(Button.class, "run-reprint").isEnabled()).isTrue();
    }

    @Test
    void aRunWithoutADocumentHasNoButtonForIt() {
        RunNumber mailed = screen.office
                .runs()
                .begin(
                        InvoiceRequest.of(new Actor("anna", Set.of(Role.BILL)), Kit.DAY, Optional.empty()),
                        Channel.EMAIL)
                .number();
        openRun(screen.open("fees-bill"), mailed.toString());

        assertThat(shows(Button.class, "run-reprint")).isFalse();
    }
}
