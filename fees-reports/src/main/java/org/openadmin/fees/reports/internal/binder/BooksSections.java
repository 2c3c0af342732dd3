package org.openadmin.fees.reports.internal.binder;

import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.binder.BinderCheck;
import org.openadmin.fees.api.binder.BinderCheck.Fault;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.reports.internal.documents.BinderPdf.Section;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.messages.AuditLabels;

/** What was refused, closed, reopened and posted, and the check of the journal. */
final class BooksSections {

    private final Binder binder;
    private final DocumentTexts words;
    private final AuditLabels audit;

    BooksSections(Binder binder) {
        this.binder = binder;
        this.words = binder.words();
        audit = new AuditLabels(words.locale());
    }

    void refusals() {
        Section section = binder.pdf().section("binder.refusals", "binder.day", "binder.command");
        binder.file(
                "08-refused-commands.csv",
                file -> binder.content().refusals(entry -> {
                    file.row(
                            entry.at(),
                            entry.user(),
                            entry.operation().code(),
                            entry.subject().map(AuditSubject::toString),
                            entry.reason(),
                            entry.key().map(Object::toString),
                            entry.number());
                    refusal(entry, section);
                }),
                "time",
                "user",
                "operation",
                "subject",
                "reason",
                "request key",
                "line");
        if (binder.content().showsConfidential()) {
            section.end();
        } else {
            section.end(words.text("binder.hidden"));
        }
    }

    private void refusal(AuditEntry entry, Section section) {
        section.line(
                words.shortDate(words.day(entry.at())),
                Binder.line(
                        audit.of(entry.operation()),
                        entry.subject().map(audit::of).orElse("")),
                Binder.line(audit.reason(entry.reason()), entry.user(), words.time(entry.at())));
    }

    void closings() {
        Section section = binder.pdf().section("binder.closings", "number", "binder.closed");
        binder.file(
                "11-closings.csv",
                file -> {
                    for (Closing each : binder.content().closings()) {
                        file.row(
                                each.number(),
                                each.type().code(),
                                each.month(),
                                each.closedThrough(),
                                each.reason(),
                                each.by(),
                                each.at());
                        section.line(
                                String.valueOf(each.number()),
                                words.text(
                                        each.type() == Type.CLOSED ? "binder.closedMonth" : "binder.reopenedMonth",
                                        words.month(each.month())),
                                Binder.line(
                                        each.reason(),
                                        words.text("binder.recorded", each.by(), words.time(each.at()))));
                    }
                },
                "number",
                "act",
                "month",
                "closed through",
                "reason",
                "by",
                "at");
        section.end();
    }

    void postings() {
        Section section = binder.pdf().section("binder.postings", "number", "binder.posted", "binder.debits");
        binder.file(
                "12-postings.csv",
                file -> {
                    for (PostingSummary each : binder.content().postings()) {
                        file.row(
                                each.number().value(),
                                each.until(),
                                each.narration(),
                                each.rows(),
                                each.debits(),
                                each.madeBy(),
                                each.madeAt());
                        section.line(
                                each.number().toString(),
                                words.text("binder.postedUntil", words.shortDate(each.until()), each.rows()),
                                words.text("binder.recorded", each.madeBy(), words.time(each.madeAt())),
                                each.debits());
                    }
                },
                "posting",
                "until",
                "narration",
                "rows",
                "debits",
                "made by",
                "made at");
        section.end();
    }

    BinderCheck check() {
        BinderCheck check = binder.content().check();
        Section section = binder.pdf().section("binder.check", "binder.rule.short", "binder.subject");
        binder.file(
                "16-check.csv",
                file -> {
                    for (Fault fault : check.faults()) {
                        file.row(
                                fault.rule(),
                                fault.subject(),
                                fault.found(),
                                fault.expected(),
                                fault.inherited() ? "yes" : "no");
                        section.line(
                                fault.rule(),
                                fault.subject(),
                                Binder.line(
                                        words.text("binder.found", fault.found()),
                                        words.text("binder.expectedOfRule", fault.expected()),
                                        fault.inherited() ? words.text("binder.inherited") : ""));
                    }
                },
                "rule",
                "subject",
                "found",
                "expected",
                "inherited");
        String sentence = words.text(
                "binder.checked",
                words.time(check.at()),
                check.rows(),
                check.own(),
                check.faults().size() - check.own());
        if (check.faults().isEmpty()) {
            section.end(sentence);
        } else {
            section.addNote(sentence);
            section.end();
        }
        return check;
    }
}
