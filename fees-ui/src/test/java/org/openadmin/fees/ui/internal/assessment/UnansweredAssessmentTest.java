package org.openadmin.fees.ui.internal.assessment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.ui.internal.components.Returned;

/** Assessments without an answer, and what is left of a form after an outage. */
class UnansweredAssessmentTest {

    @RegisterExtension
    private final AssessScreen screen = new AssessScreen();

    @Test
    void anUnansweredAssessmentIsSentAgainAsItWas() {
        screen.openStudents();
        screen.office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("charge");
        assertThat(text("whom-notice")).contains("may or may not have been charged");
        assertThat(find(TextField.class, "audience-values").isEnabled()).isFalse();
        click("charge");
        assertThat(Set.copyOf(screen.requests())).hasSize(1);
        assertThat(screen.charges()).hasSize(3);
        assertThat(shows(Button.class, "assess-another")).isTrue();
    }

    @Test
    void anAssessmentThatWasMadeWithoutAnAnswerShowsItsResult() {
        screen.openStudents();
        click("charge");
        RequestKey key = screen.onlyRequest().key();
        AssessView view = screen.open(Locale.CANADA, "fees-bill");
        view.setParameter(null, null);
        view.returned(new Returned(Optional.of(key), "", Map.of()));
        assertThat(text("assess-notice")).contains("had been charged");
        assertThat(text("assess-done")).startsWith("Lab fee charged to 3 students");
        assertThat(screen.charges()).hasSize(3);
    }

    @Test
    void anAssessmentThatWasNotMadeIsSentAgainWithItsKey() {
        RequestKey key = RequestKey.fresh();
        AssessView view = screen.open(Locale.CANADA, "fees-bill");
        view.setParameter(null, null);
        view.returned(new Returned(
                Optional.of(key),
                "",
                Map.of(
                        "whom",
                        Map.ofEntries(
                                entry("draft", "d1"),
                                entry("key", key.toString()),
                                entry("name", "Trip"),
                                entry("description", ""),
                                entry("amount", "10.00"),
                                entry("discount", "0"),
                                entry("taxes", ""),
                                entry("date", "2026-09-08"),
                                entry("audience", "grade 9"),
                                entry("everyone", "true"),
                                entry("decided", "")))));
        assertThat(text("assess-notice")).contains("before the students were charged");
        click("charge");
        assertThat(screen.onlyRequest().key()).isEqualTo(key);
    }

    @Test
    void aFeeThatWasTypedIsThereAgain() {
        AssessView view = screen.open(Locale.CANADA, "fees-bill");
        view.setParameter(null, null);
        view.returned(new Returned(
                Optional.empty(),
                "",
                Map.of("what", Map.of("name", "Trip", "amount", "12.5", "taxes", "GST", "date", "2026-09-09"))));
        assertThat(text("assess-notice")).contains("is here again");
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Trip");
        assertThat(text("fee-preview")).contains("GST");
    }

    @Test
    void aRequestThatWasSentBeforeAReloadIsNotDoneTwice() {
        screen.openStudents();
        screen.office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        String address = AssessScreen.lastAddress();
        click("charge");
        screen.reload(address);
        tick("assess-again-all", true);
        click("charge");
        assertThat(screen.charges()).hasSize(3);
        assertThat(text("assess-done")).contains("3 students");
    }

    @Test
    void backDoesNotLeaveWhatHasNoAnswer() {
        AssessView view = screen.openLab();
        click("to-students");
        screen.office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("charge");
        view.setParameter(null, screen.lab.id().toString());
        screen.office.failNext(new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));
        click("charge");
        assertThat(text("whom-notice")).contains("may or may not have been charged");
        click("charge");
        assertThat(Set.copyOf(screen.requests())).hasSize(1);
        assertThat(screen.charges()).hasSize(3);
    }
}
