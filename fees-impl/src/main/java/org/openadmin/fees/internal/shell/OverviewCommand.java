package org.openadmin.fees.internal.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.FeesOverview;
import org.openadmin.fees.api.FeesOverview.Age;
import org.openadmin.fees.api.FeesOverview.Band;
import org.openadmin.fees.api.FeesOverview.Figures;

/** {@code fees:overview} */
@Service
@Command(scope = "fees", name = "overview", description = "Shows today's figures and what is outstanding by age")
public final class OverviewCommand extends ShellCommand {

    @Reference(optional = true)
    FeesOverview overview;

    private final Clock clock;

    public OverviewCommand() {
        clock = Clock.systemDefaultZone();
    }

    OverviewCommand(ShellUser user, Output output, Clock clock) {
        super(user, output);
        this.clock = clock;
    }

    @Override
    void run(List<String> arguments, Output out) {
        Figures figures = needs(overview).figures(actor(), LocalDate.now(clock));
        out.line("Today " + figures.today() + ": received " + figures.receivedToday() + " on " + figures.receiptsToday()
                + " receipts, charged " + figures.chargedToday());
        out.line("This month: received " + figures.receivedThisMonth());
        out.line("Outstanding " + figures.outstanding() + ", credit " + figures.credit() + ", balance "
                + figures.balance() + "; students who owe: " + figures.studentsOwing());
        out.table(
                List.of("days", "students", "charges", "outstanding"),
                figures.bands().stream().map(OverviewCommand::row).toList());
    }

    private static List<Object> row(Band band) {
        return List.of(
                days(band.age()), band.students(), band.charges(), band.amount().amount());
    }

    private static String days(Age age) {
        return switch (age) {
            case TO_30 -> "0-30";
            case TO_60 -> "31-60";
            case TO_90 -> "61-90";
            case OVER_90 -> "over 90";
        };
    }
}
