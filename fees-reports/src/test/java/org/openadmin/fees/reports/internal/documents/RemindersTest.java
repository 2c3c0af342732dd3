package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
import org.openadmin.fees.spi.Invoice;

class RemindersTest {

    private final DocumentSchool school = new DocumentSchool();

    @Test
    void aReminderListsWhatIsOverdueAndForHowManyDays() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.due(ines, DAY.plusDays(35), "Band trip", "240.00");
        school.due(ines, DAY.plusDays(74), "Yearbook", "40.00");
        school.credit.put(ines, money("15.00"));

        String page = letter(Tone.FIRST);

        assertThat(page)
                .contains("Reminder", "Amount overdue", "$265.00", "Overdue since October 13, 2026")
                .contains("$265.00 for Inès Tremblay is overdue, some of it since October 13, 2026. It may")
                .contains("Band trip 240.00", "Due Oct. 13, 2026: 40 days overdue")
                .contains("Yearbook 40.00", "Due Nov. 21, 2026: 1 day overdue")
                .contains("Total 280.00", "Credit on account –15.00", "Amount overdue $265.00")
                .contains("Cut here and return this part with your payment")
                .doesNotContain("Invoice");
    }

    @Test
    void theToneIsThatOfTheStage() {
        school.due(school.student(100, "Tremblay", "Inès"), DAY, "Yearbook", "40.00");

        assertThat(letter(Tone.FIRST)).contains("It may simply have been overlooked");
        assertThat(letter(Tone.FURTHER)).contains("Overdue notice", "is overdue, since September 8, 2026: 75 days.");
        assertThat(letter(Tone.FINAL)).contains("Final notice", "the last notice that we send");
        school.locale = Locale.CANADA_FRENCH;
        assertThat(letter(Tone.FIRST)).contains("Rappel", "Il s’agit peut-être d’un simple oubli");
        assertThat(letter(Tone.FURTHER))
                .contains("Avis de retard", "en retard, depuis le 8 septembre 2026, soit 75 jours.");
        assertThat(letter(Tone.FINAL)).contains("Dernier avis", "le dernier avis que nous envoyons");
    }

    @Test
    void anOwnTemplateOfRemindersChangesRemindersOnly(@TempDir Path folder) throws IOException {
        school.templates = Optional.of(folder);
        List<String> before = fingerprints();

        Files.writeString(folder.resolve("reminder-LETTER.jasper"), "our own");

        assertThat(fingerprints().get(0)).isNotEqualTo(before.get(0));
        assertThat(fingerprints().get(1)).isEqualTo(before.get(1));
    }

    private List<String> fingerprints() {
        return Stream.of(Kind.REMINDERS, Kind.INVOICES)
                .map(kind ->
                        school.renderer().fingerprint(kind, school.settings().current()))
                .toList();
    }

    private String letter(Tone tone) {
        return school(tone).page(1).replaceAll("\\s+", " ");
    }

    private PdfPages school(Tone tone) {
        List<Invoice> reminders = Stream.of(school.owing().get(0))
                .map(each -> DocumentSchool.reminder(each, tone))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reminders(reminders, out);
        return PdfPages.of(out.toByteArray(), "reminder-" + tone + "-" + school.locale.getLanguage());
    }
}
