package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.pdf.TopNotes;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.Overdue;

/** Fills the fields of the reminder's template: a letter in the tone of its stage, and the charges that are overdue. */
final class ReminderRows {

    private final DocumentTexts words;
    private final LocalDate date;
    private final Optional<LocalDate> again;
    private int documents;

    /** @param again the day on which the reminders are made again, if they are marked with it */
    ReminderRows(DocumentTexts words, LocalDate date, Optional<LocalDate> again) {
        this.words = words;
        this.date = date;
        this.again = again;
    }

    Stream<DocumentRow> of(Invoice reminder) {
        ReminderStage stage = reminder.reminder().orElseThrow();
        Overdue overdue = Overdue.of(reminder.charges(), reminder.credit(), date);
        String since = overdue.since().map(words::date).orElse(DocumentTexts.UNKNOWN);
        ChargeTable table =
                new ChargeTable(reminder.charges(), reminder.credit().currency(), words, this::late);
        String title = words.text("reminder." + stage.tone());
        Map<String, Object> document = new HashMap<>(table.heads());
        document.put("document", ++documents);
        again.ifPresent(
                day -> document.put(TopNotes.FIELD, MadeAgain.note(words, "reminder.", day, reminder.changes())));
        StudentLine.put(document, reminder.student(), words);
        document.put("address", Addressee.lines(reminder.student(), reminder.hostStudent(), words));
        document.put("title", title);
        document.put(
                "letter",
                words.text(
                        "reminderLetter." + stage.tone(),
                        words.amount(reminder.due()),
                        reminder.student().spokenName(),
                        words.text(overdue.isOfOneDay() ? "reminderSince.one" : "reminderSince.several", since),
                        days(overdue.days())));
        document.put("continued", title + DocumentTexts.SEPARATOR + words.date(date));
        document.put("figureName", words.text("amountOverdue"));
        document.put("figure", words.amount(reminder.due()));
        document.put("fact1Name", words.text("overdueSince"));
        document.put("fact1", since);
        document.put("fact2Name", words.text("reminderDate"));
        document.put("fact2", words.date(date));
        document.put("fact3Name", words.text("studentNumber"));
        document.put("fact3", reminder.student().number().toString());
        PayCodeNote.put(document, words, List.of(reminder.student().number()));

        TotalsBlock sums = table.sums();
        if (!reminder.credit().isZero()) {
            sums.add(words.text("total"), reminder.charged());
            sums.add(words.text("credit"), reminder.credit().negated());
        }
        return KeepTogether.rows(
                document,
                table.rows(List.of(
                        sums.endingWith(words.text("amountOverdue"), reminder.due()),
                        Map.of("kind", "NOTE", "name", words.text("reminderPay")))));
    }

    private String late(Charge charge) {
        return words.text(
                "reminderCharge",
                words.shortDate(charge.due()),
                days(Math.toIntExact(ChronoUnit.DAYS.between(charge.due(), date))));
    }

    private String days(int days) {
        return words.text("reminderDays", days, words.count(days));
    }
}
