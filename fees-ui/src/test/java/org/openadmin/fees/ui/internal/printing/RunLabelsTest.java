package org.openadmin.fees.ui.internal.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;

class RunLabelsTest {

    @AfterEach
    void close() {
        Screens.close();
    }

    @Test
    void theOutcomeAtEachAddressIsInTheUsersLanguageAndTheServersWordsStay() {
        Screens.open(Locale.CANADA_FRENCH, "fees-bill");
        RunLabels labels = new RunLabels(UserContext.now(Screens.CLOCK));

        assertThat(labels.detail(line("none@x.example: shared email; mum@x.example: already sent")))
                .isEqualTo("none@x.example: adresse de courriel commune à plusieurs familles; mum@x.example: déjà"
                        + " envoyée");
        assertThat(labels.detail(line("dad@x.example: 550 5.1.1 sent: no such user; ask")))
                .isEqualTo("dad@x.example: 550 5.1.1 sent: no such user; ask");
        assertThat(labels.detail(line(""))).isEmpty();
        assertThat(labels.detail(line("m@x.example, ask Mum"))).isEqualTo("m@x.example, ask Mum");
    }

    private static Line line(String detail) {
        return new Line(
                new StudentSnapshot(new StudentNumber(1), "Roy, Ann", "9", "9A"),
                Outcome.SENT,
                cad("1.00"),
                "",
                detail);
    }
}
