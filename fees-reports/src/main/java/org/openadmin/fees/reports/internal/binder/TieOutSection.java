package org.openadmin.fees.reports.internal.binder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.binder.BinderBalance;
import org.openadmin.fees.api.binder.RowTotal;
import org.openadmin.fees.api.binder.TieOut;
import org.openadmin.fees.api.binder.TieOut.KindTotal;
import org.openadmin.fees.reports.internal.documents.BinderPdf.Section;
import org.openadmin.fees.reports.internal.lists.TableFile;

/** How the opening balance became the closing one, and what this binder is. */
final class TieOutSection {

    private static final String[] COLUMNS = {"line", "date", "rows", "outstanding", "credit", "balance"};

    private final Binder binder;
    private final TieOut tieOut;
    private final LocalDate before;
    private final LocalDate last;

    TieOutSection(Binder binder, TieOut tieOut) {
        this.binder = binder;
        this.tieOut = tieOut;
        before = binder.content().period().from().minusDays(1);
        last = binder.content().period().to();
    }

    /** @param running whether the last day of the period is not over */
    void write(boolean running) {
        binder.file("01-tie-out.csv", this::body, COLUMNS);
        Section section = binder.pdf()
                .section(
                        "binder.tieOut",
                        "count",
                        "binder.line",
                        "binder.outstanding",
                        "binder.credit",
                        "binder.balance")
                .figure("binder.closingBalance", tieOut.closing().balance());
        balance(section, "binder.opening", before, tieOut.opening());
        if (tieOut.backdated().rows() > 0) {
            sum(section, text("binder.backdated"), tieOut.backdated());
        }
        tieOut.kinds().forEach(each -> sum(section, binder.words().plural(each.kind()), each.sum()));
        balance(section, "binder.closing", last, tieOut.closing());
        if (!tieOut.unexplained().isZero()) {
            section.addNote(text("binder.unexplained", binder.words().amount(tieOut.unexplained())));
        }
        section.addNote(text("binder.rule", binder.words().date(last)));
        if (tieOut.recordedLater().rows() > 0) {
            section.addNote(text(
                    "binder.laterNote",
                    tieOut.recordedLater().rows(),
                    binder.words().amount(tieOut.recordedLater().total()),
                    binder.words().date(last),
                    binder.words().amount(tieOut.now().outstanding()),
                    binder.words().amount(tieOut.now().credit()),
                    binder.words().amount(tieOut.now().balance())));
        }
        if (tieOut.withoutAccount().rows() > 0) {
            section.addNote(text(
                    "binder.withoutAccount",
                    tieOut.withoutAccount().rows(),
                    binder.words().amount(tieOut.withoutAccount().total())));
        }
        if (running) {
            section.addNote(text("binder.running", binder.words().date(last)));
        }
        section.addNote(text(binder.content().showsConfidential() ? "binder.confidential" : "binder.hidden"));
        section.end();
    }

    /** What can change after the period is in a file of its own, so that the first stays as it is. */
    void writeNow() {
        binder.file(
                "15-as-of-now.csv",
                file -> {
                    sum(file, "recorded-later", tieOut.recordedLater());
                    balance(file, "now", last, tieOut.now());
                },
                COLUMNS);
    }

    private void body(TableFile file) {
        balance(file, "opening", before, tieOut.opening());
        sum(file, "backdated", tieOut.backdated());
        for (KindTotal each : tieOut.kinds()) {
            sum(file, Binder.code(each.kind()), each.sum());
        }
        balance(file, "closing", last, tieOut.closing());
        file.row("unexplained", "", "", "", "", tieOut.unexplained());
        sum(file, "without-account", tieOut.withoutAccount());
    }

    private static void balance(TableFile file, String line, LocalDate day, BinderBalance balance) {
        file.row(line, day, "", balance.outstanding(), balance.credit(), balance.balance());
    }

    private static void sum(TableFile file, String line, RowTotal sum) {
        file.row(line, "", sum.rows(), "", "", sum.total());
    }

    private void balance(Section section, String name, LocalDate day, BinderBalance balance) {
        section.balance(
                text(name, binder.words().date(day)), balance.outstanding(), balance.credit(), balance.balance());
    }

    private void sum(Section section, String name, RowTotal sum) {
        List<Optional<Money>> amounts = List.of(Optional.empty(), Optional.empty(), Optional.of(sum.total()));
        section.line(binder.words().count(Math.toIntExact(sum.rows())), name, "", amounts);
    }

    private String text(String key, Object... arguments) {
        return binder.words().text(key, arguments);
    }
}
