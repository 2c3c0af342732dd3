package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.api.overview.FeesOverview.Figures;

/** The command {@code fees:overview}. */
@Service
@Command(
        scope = "fees",
        name = "overview",
        description = "Shows the figures and what is outstanding by due date, of today or as of a past day")
public final class OverviewCommand extends ShellCommand {

    @Reference(optional = true)
    FeesOverview overview;

    @Option(name = "--as-of", description = "A past day, such as 2026-06-30, whose figures to show")
    String asOf;

    public OverviewCommand() {}

    OverviewCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output out) {
        Figures figures = asOf == null
                ? require(overview).figures(actor(), today())
                : require(overview).figuresAsOf(actor(), date(asOf));
        boolean past = figures.known().isPresent();
        out.line(message(
                past ? "overview.day" : "overview.today",
                figures.today(),
                figures.receivedToday(),
                figures.takenToday(),
                figures.receiptsToday(),
                figures.paidOutToday(),
                figures.chargedToday()));
        out.line(message(past ? "overview.month-to" : "overview.month", figures.receivedThisMonth(), figures.today()));
        out.line(message(
                "overview.outstanding",
                figures.outstanding(),
                figures.credit(),
                figures.balance(),
                figures.studentsOwing()));
        figures.known().ifPresent(known -> out.line(LaterText.of(this, known, figures.today())));
        table(
                List.of("days", "students", "charges", "outstanding"),
                figures.bands().stream().map(this::row).toList(),
                out);
    }

    private List<Object> row(Band band) {
        return List.of(
                days(band.age()), band.students(), band.charges(), band.amount().amount());
    }

    private String days(Age age) {
        return switch (age) {
            case NOT_DUE -> message("overview.not-due");
            case TO_30 -> "1-30";
            case TO_60 -> "31-60";
            case TO_90 -> "61-90";
            case OVER_90 -> message("overview.over-90");
        };
    }
}
