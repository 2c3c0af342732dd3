package org.openadmin.fees.reports.internal.binder;

import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.binder.CorrectionLine;
import org.openadmin.fees.api.binder.WaiverTotal;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.reports.internal.documents.BinderPdf.Section;
import org.openadmin.fees.reports.internal.lists.TableFile;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** What is in the journal: corrections, waivers, what became of the fees, the accounts, and what was recorded late. */
final class JournalSections {

    private final Binder binder;
    private final DocumentTexts words;
    private final Money zero;

    JournalSections(Binder binder, Money zero) {
        this.binder = binder;
        this.words = binder.words();
        this.zero = zero;
    }

    void corrections() {
        Section section = binder.pdf().section("binder.corrections", "binder.day", "student", "amount");
        Money[] sum = {zero};
        binder.file(
                "06-corrections.csv",
                file -> binder.content().corrections(line -> {
                    sum[0] = sum[0].plus(line.correction().total());
                    row(line, file);
                    line(line, section);
                }),
                "row",
                "kind",
                "date",
                "student",
                "student name",
                "amount",
                "reason",
                "returned",
                "method",
                "recorded by",
                "recorded at",
                "corrects",
                "corrected kind",
                "corrected date",
                "corrected name",
                "corrected receipt",
                "corrected amount",
                "reason code");
        section.total(words.text("total"), sum[0]);
        section.end();
    }

    private static void row(CorrectionLine line, TableFile file) {
        JournalEntry row = line.correction();
        Optional<JournalEntry> original = line.original();
        file.row(
                row.id(),
                Binder.code(row.kind()),
                row.date(),
                row.student().map(StudentSnapshot::number),
                row.student().map(StudentSnapshot::name),
                row.total(),
                row.description(),
                line.returned() ? "yes" : "no",
                row.method().map(PaymentMethod::keyword),
                row.recordedBy(),
                row.recordedAt(),
                original.map(JournalEntry::id),
                original.map(each -> Binder.code(each.kind())),
                original.flatMap(JournalEntry::date),
                original.filter(each -> each.kind() == EntryKind.CHARGE).map(JournalEntry::name),
                original.flatMap(JournalEntry::receipt).map(ReceiptNumber::value),
                original.map(JournalEntry::total),
                row.reasonCode().map(ReasonCode::value));
    }

    private void line(CorrectionLine line, Section section) {
        JournalEntry row = line.correction();
        section.line(
                words.shortDate(row.date().orElseThrow()),
                words.text(
                        "binder.correctionOf",
                        line.returned() ? words.text("binder.returnedPayment") : words.kind(row.kind()),
                        Binder.student(row)),
                Binder.line(line.original().map(this::original).orElse(""), row.description(), binder.recorded(row)),
                row.total());
    }

    private String original(JournalEntry row) {
        String name = row.receipt()
                .map(number -> words.text("receipt") + " " + number)
                .orElse(row.name());
        return words.text("binder.original", name, binder.date(row));
    }

    void waivers() {
        Section section = binder.pdf().section("binder.waivers", "count", "binder.reason", "amount");
        Money[] sum = {zero};
        binder.file(
                "07-waivers.csv",
                file -> {
                    for (WaiverTotal each : binder.content().waivers()) {
                        sum[0] = sum[0].plus(each.waived());
                        file.row(
                                each.code().map(ReasonCode::value),
                                hidden() ? "hidden" : each.reason(),
                                each.count(),
                                each.waived());
                        section.line(words.count(Math.toIntExact(each.count())), reason(each), "", each.waived());
                    }
                },
                "reason code",
                "reason",
                "count",
                "amount");
        section.total(words.text("total"), sum[0]);
        if (hidden()) {
            section.addNote(words.text("binder.hidden"));
        }
        section.end();
    }

    private boolean hidden() {
        return !binder.content().showsConfidential();
    }

    private String reason(WaiverTotal waivers) {
        if (hidden()) {
            return words.text("binder.hiddenReason");
        }
        String reason = Binder.line(
                waivers.code()
                        .map(code -> binder.waivers().name(code, words.locale()))
                        .orElse(""),
                waivers.reason());
        return reason.isEmpty() ? words.text("binder.noReason") : reason;
    }

    void collection() {
        CollectionReport report = binder.content().collection();
        Section section = binder.pdf()
                .section(
                        "binder.collection",
                        "count",
                        "fee",
                        "binder.charged",
                        "binder.paid",
                        "binder.covered",
                        "binder.waived",
                        "binder.reversed",
                        "binder.open");
        binder.file(
                "09-collection.csv",
                file -> {
                    for (CollectionLine line : report.lines()) {
                        row(line.name(), line.collected(), file);
                        Collected collected = line.collected();
                        section.line(
                                words.count(collected.charged().number()),
                                line.name().isEmpty() ? DocumentTexts.UNKNOWN : line.name(),
                                collected
                                        .rate()
                                        .map(rate -> words.text("binder.rate", rate))
                                        .orElse(""),
                                sums(collected));
                    }
                },
                "fee",
                "number charged",
                "charged",
                "number paid",
                "paid",
                "number covered",
                "covered",
                "number waived",
                "waived",
                "number reversed",
                "reversed",
                "number outstanding",
                "outstanding");
        section.total(words.text("total"), sums(report.total()));
        section.end();
    }

    private static void row(String fee, Collected collected, TableFile file) {
        file.row(
                fee,
                collected.charged().number(),
                collected.charged().sum(),
                collected.of(ChargeState.PAID).number(),
                collected.of(ChargeState.PAID).sum(),
                collected.of(ChargeState.COVERED).number(),
                collected.of(ChargeState.COVERED).sum(),
                collected.of(ChargeState.WAIVED).number(),
                collected.of(ChargeState.WAIVED).sum(),
                collected.of(ChargeState.REVERSED).number(),
                collected.of(ChargeState.REVERSED).sum(),
                collected.of(ChargeState.OUTSTANDING).number(),
                collected.of(ChargeState.OUTSTANDING).sum());
    }

    private static Money[] sums(Collected collected) {
        return new Money[] {
            collected.charged().sum(),
            collected.of(ChargeState.PAID).sum(),
            collected.of(ChargeState.COVERED).sum(),
            collected.of(ChargeState.WAIVED).sum(),
            collected.of(ChargeState.REVERSED).sum(),
            collected.of(ChargeState.OUTSTANDING).sum()
        };
    }

    void accounts() {
        Section section = binder.pdf()
                .section(
                        "binder.accounts",
                        "number",
                        "student",
                        "binder.outstanding",
                        "binder.credit",
                        "binder.balance");
        Money[] sums = {zero, zero, zero};
        binder.file(
                "10-receivables.csv",
                file -> binder.content().accounts(line -> {
                    StudentSnapshot student = line.student();
                    Money[] amounts = {
                        line.account().outstanding(),
                        line.account().credit(),
                        line.account().balance()
                    };
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] = sums[i].plus(amounts[i]);
                    }
                    file.row(student.number(), student.name(), amounts[0], amounts[1], amounts[2]);
                    section.line(student.number().toString(), student.nameOrNumber(), "", amounts);
                }),
                "student",
                "student name",
                "outstanding",
                "credit",
                "balance");
        section.total(words.text("total"), sums);
        section.addNote(words.text(
                "binder.accountsRule", words.date(binder.content().period().to())));
        section.end();
    }

    void backdated() {
        rows("13-backdated.csv", "binder.backdatedRows", binder.content()::backdated);
    }

    void recordedLater() {
        rows("14-recorded-later.csv", "binder.laterRows", binder.content()::recordedLater);
    }

    private void rows(String name, String title, Consumer<Consumer<JournalEntry>> rows) {
        Section section = binder.pdf().section(title, "binder.day", "student", "amount");
        Money[] sum = {zero};
        binder.file(
                name,
                file -> rows.accept(row -> {
                    sum[0] = sum[0].plus(row.total());
                    row(row, file);
                    section.line(
                            binder.date(row),
                            words.text("binder.correctionOf", words.kind(row.kind()), Binder.student(row)),
                            Binder.line(
                                    row.kind() == EntryKind.CHARGE ? row.name() : "",
                                    row.receipt()
                                            .map(number -> words.text("receipt") + " " + number)
                                            .orElse(""),
                                    row.description(),
                                    binder.recorded(row)),
                            row.total());
                }),
                "row",
                "kind",
                "date",
                "student",
                "student name",
                "name",
                "description",
                "receipt",
                "method",
                "reference",
                "recorded by",
                "recorded at",
                "amount");
        section.total(words.text("total"), sum[0]);
        section.end();
    }

    private static void row(JournalEntry row, TableFile file) {
        file.row(
                row.id(),
                Binder.code(row.kind()),
                row.dateText(Object::toString, ""),
                row.student().map(StudentSnapshot::number),
                row.student().map(StudentSnapshot::name),
                row.name(),
                row.description(),
                row.receipt().map(ReceiptNumber::value),
                row.method().map(PaymentMethod::keyword),
                row.reference(),
                row.recordedBy(),
                row.recordedAt(),
                row.total());
    }
}
