package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.RunNumber;

/**
 * Writes the log of an invoice run as a list. Each line contains the number of the run, so that several logs can be
 * concatenated.
 */
final class InvoiceRunList {

    private static final int PAGE = 1_000;

    private final InvoiceRuns runs;

    InvoiceRunList(InvoiceRuns runs) {
        this.runs = runs;
    }

    void write(Actor reader, RunNumber number, Lists lists, OutputStream out) {
        InvoiceRun run = runs.run(reader, number);
        ListTexts texts = lists.texts();
        ListFile file = lists.open(
                "run",
                out,
                texts.headings(
                        "run",
                        "channel",
                        "state",
                        "invoice date",
                        "started at",
                        "started by",
                        "student",
                        "student name",
                        "grade",
                        "homeroom",
                        "outcome",
                        "due",
                        "recipient",
                        "detail",
                        "unprintable",
                        "kind",
                        "stage"));
        for (int offset = 0; ; offset += PAGE) {
            List<Line> page = runs.lines(reader, number, new Page(offset, PAGE));
            page.forEach(line -> file.row(cells(run, line, texts)));
            if (page.size() < PAGE) {
                break;
            }
        }
        file.end();
    }

    private static List<Object> cells(InvoiceRun run, Line line, ListTexts texts) {
        StudentSnapshot student = line.student();
        return List.of(
                run.number().value(),
                texts.channel(run.channel()),
                texts.state(run.state()),
                run.date(),
                run.startedAt(),
                run.startedBy(),
                student.number(),
                student.name(),
                student.grade(),
                student.homeroom(),
                texts.outcome(line.outcome()),
                line.due(),
                line.recipient(),
                line.detail(),
                line.unprintable(),
                texts.kind(run.kind()),
                line.reminder().<Object>map(ReminderStage::days).orElse(""));
    }
}
