package org.openadmin.fees.reports.internal.binder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.ReceiptLine.Banked;
import org.openadmin.fees.api.binder.ReceiptLine.Elsewhere;
import org.openadmin.fees.api.binder.ReceiptLine.Issued;
import org.openadmin.fees.api.binder.ReceiptLine.Missing;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.reports.internal.documents.BinderPdf.Section;
import org.openadmin.fees.reports.internal.lists.TableFile;

/** The receipts in number order, with what is missing, and each void beside its receipt. */
final class ReceiptSection {

    private final Binder binder;

    ReceiptSection(Binder binder) {
        this.binder = binder;
    }

    ReceiptTotals write() {
        Section section = binder.pdf().section("binder.receipts", "receipt", "student", "amount");
        ReceiptTotals[] totals = new ReceiptTotals[1];
        binder.file(
                "02-receipts.csv",
                file -> totals[0] = binder.content().receipts(line -> {
                    row(line, file);
                    line(line, section);
                }),
                "receipt",
                "last receipt",
                "state",
                "date",
                "student",
                "student name",
                "method",
                "reference",
                "amount",
                "recorded by",
                "recorded at",
                "deposit",
                "deposited",
                "days to bank",
                "void date",
                "void reason",
                "voided by",
                "void recorded at");
        end(section, totals[0]);
        return totals[0];
    }

    private static void row(ReceiptLine line, TableFile file) {
        if (line instanceof Issued issued) {
            row(issued, file);
        } else if (line instanceof Missing missing) {
            range(file, missing.first(), missing.last(), "missing");
        } else if (line instanceof Elsewhere elsewhere) {
            range(file, elsewhere.first(), elsewhere.last(), "other-period");
        }
    }

    private static void range(TableFile file, long first, long last, String state) {
        file.row(first, last, state, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    private static void row(Issued issued, TableFile file) {
        JournalEntry receipt = issued.receipt();
        Optional<JournalEntry> voiding = issued.voiding();
        file.row(
                issued.number(),
                issued.number(),
                state(issued),
                receipt.date(),
                receipt.student().map(StudentSnapshot::number),
                receipt.student().map(StudentSnapshot::name),
                receipt.method().map(PaymentMethod::keyword),
                receipt.reference(),
                receipt.total().negated(),
                receipt.recordedBy(),
                receipt.recordedAt(),
                issued.banked().map(banked -> banked.number().value()),
                issued.banked().map(Banked::date),
                days(issued),
                voiding.flatMap(JournalEntry::date),
                voiding.map(JournalEntry::description),
                voiding.map(JournalEntry::recordedBy),
                voiding.flatMap(JournalEntry::recordedAt));
    }

    private static Optional<Long> days(Issued issued) {
        OptionalLong days = issued.daysToBank();
        return days.isPresent() ? Optional.of(days.getAsLong()) : Optional.empty();
    }

    private static String state(Issued issued) {
        if (issued.voiding().isEmpty()) {
            return "issued";
        }
        return issued.returned() ? "returned" : "voided";
    }

    private void line(ReceiptLine line, Section section) {
        if (line instanceof Issued issued) {
            JournalEntry receipt = issued.receipt();
            section.line(
                    String.valueOf(issued.number()),
                    Binder.student(receipt),
                    Binder.line(
                            binder.date(receipt),
                            method(receipt),
                            receipt.reference(),
                            receipt.recordedBy(),
                            bank(issued)),
                    receipt.total().negated());
            issued.voiding().ifPresent(voiding -> voided(voiding, issued.returned(), section));
        } else if (line instanceof Missing missing) {
            section.total(range("binder.missing", missing.first(), missing.last()));
        } else if (line instanceof Elsewhere elsewhere) {
            section.line("", range("binder.elsewhere", elsewhere.first(), elsewhere.last()), "");
        }
    }

    private String range(String key, long first, long last) {
        return binder.words().text(key, last - first + 1, String.valueOf(first), String.valueOf(last));
    }

    private void voided(JournalEntry voiding, boolean returned, Section section) {
        Instant at = voiding.recordedAt().orElse(Instant.EPOCH);
        LocalDate date = voiding.date().orElseThrow();
        section.line(
                "",
                binder.words()
                        .text(
                                returned ? "binder.returned" : "binder.voided",
                                binder.words().shortDate(date)),
                Binder.line(
                        voiding.description(),
                        binder.words()
                                .text(
                                        "binder.recorded",
                                        voiding.recordedBy(),
                                        binder.words().time(at))),
                voiding.total().negated());
    }

    private String method(JournalEntry receipt) {
        return receipt.method().map(binder.words()::method).orElse("");
    }

    private String bank(Issued issued) {
        boolean banked = issued.receipt().method().stream()
                .anyMatch(method -> method == PaymentMethod.CASH || method == PaymentMethod.CHEQUE);
        return issued.banked()
                .map(deposit -> binder.words()
                        .text(
                                "binder.banked",
                                deposit.number().toString(),
                                issued.daysToBank().orElse(0)))
                .orElseGet(() ->
                        banked && issued.voiding().isEmpty() ? binder.words().text("binder.notBanked") : "");
    }

    private void end(Section section, ReceiptTotals totals) {
        if (totals.first().isPresent()) {
            Money kept = totals.received().minus(totals.voidedSum());
            section.total(binder.words().text("binder.received", totals.issued()), totals.received());
            section.total(
                    binder.words().text("binder.voidedReceipts", totals.voided()),
                    totals.voidedSum().negated());
            section.total(binder.words().text("binder.kept"), kept);
            section.addNote(binder.words()
                    .text(
                            "binder.series",
                            totals.first().get().toString(),
                            totals.last().orElseThrow().toString(),
                            totals.missing(),
                            totals.first().equals(totals.last()) ? 1 : 2));
        }
        section.end();
    }
}
