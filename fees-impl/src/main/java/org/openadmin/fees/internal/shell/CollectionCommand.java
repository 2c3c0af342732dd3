package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.students.GroupKind;

/** The command {@code fees:collection}. */
@Service
@Command(
        scope = "fees",
        name = "collection",
        description = "Shows who has paid what: each fee, or one fee by homeroom or grade")
public final class CollectionCommand extends ListCommand {

    @Reference(optional = true)
    FeeCollection collection;

    @Option(name = "--fee", description = "The name of a fee; without it, all fees are listed")
    String fee;

    @Option(name = "--by", description = "Group the charges of the fee by homeroom or grade")
    @Completion(GroupCompleter.class)
    String by;

    @Option(name = "--today", description = "Use today's homerooms and grades, not those of the day of the charge")
    boolean today;

    @Option(name = "--from", description = "The first date of the charges; without dates, this school year")
    String from;

    @Option(name = "--to", description = "The last date of the charges")
    String to;

    @Option(name = "--as-of", description = "A past day, such as 2026-06-30, as of which to show what was paid")
    String asOf;

    public CollectionCommand() {}

    CollectionCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        Optional<LocalDate> day = Optional.ofNullable(asOf).map(this::date);
        CollectionPeriod period = period(from, to, day.orElseGet(this::today)).asOf(day);
        day.filter(shown -> !isData()).ifPresent(shown -> output.line(message("balance.as-of", shown)));
        if (fee == null) {
            if (by != null || today) {
                throw new UsageException("usage.collection");
            }
            show("fee", require(collection).fees(actor(), period), output);
            return;
        }
        GroupKind kind = by == null ? GroupKind.HOMEROOM : GroupKind.parse(by);
        CollectionQuery query = new CollectionQuery(fee, kind, today ? GroupDay.TODAY : GroupDay.CHARGE, period);
        show(kind.keyword(), require(collection).groups(actor(), query), output);
    }

    private void show(String name, CollectionReport report, Output output) {
        if (report.lines().isEmpty() && !isData()) {
            output.line(message("collection.nobody"));
            return;
        }
        List<String> heading = new ArrayList<>();
        report.fee().filter(spelled -> isData()).ifPresent(spelled -> heading.add("fee"));
        heading.addAll(List.of(name, "charges", "charged"));
        for (ChargeState state : ChargeState.values()) {
            if (hasNumber(state)) {
                heading.add(number(state));
            }
            heading.add(sum(state));
        }
        heading.add("rate");
        if (asOf != null && isData()) {
            heading.addAll(List.of("as_of", "later_charges", "known_charged", "known_paid", "known_outstanding"));
        }
        list(
                "list.collection",
                heading,
                report.lines().stream().map(line -> row(report, line)).toList(),
                output);
        if (!isData()) {
            Collected total = report.total();
            output.line(message(
                    "collection.total",
                    total.charged().sum(),
                    total.of(ChargeState.PAID).sum(),
                    total.of(ChargeState.OUTSTANDING).sum(),
                    total.rate().map(Object::toString).orElse("–")));
            report.known().ifPresent(known -> output.line(later(known)));
        }
    }

    private List<Object> row(CollectionReport report, CollectionLine line) {
        List<Object> row = new ArrayList<>();
        report.fee().filter(spelled -> isData()).ifPresent(row::add);
        Collected all = line.collected();
        row.add(line.name().isEmpty() && !isData() ? "–" : line.name());
        row.add(all.charged().number());
        row.add(all.charged().sum().amount());
        for (ChargeState state : ChargeState.values()) {
            if (hasNumber(state)) {
                row.add(all.of(state).number());
            }
            row.add(all.of(state).sum().amount());
        }
        row.add(all.rate().<Object>map(rate -> rate).orElse(""));
        if (asOf != null && isData()) {
            row.add(date(asOf));
            CollectedThen known = line.known().orElseGet(() -> new CollectedThen(0, all));
            row.add(known.changed());
            row.add(known.collected().charged().sum().amount());
            row.add(known.collected().of(ChargeState.PAID).sum().amount());
            row.add(known.collected().of(ChargeState.OUTSTANDING).sum().amount());
        }
        return row;
    }

    /** What was recorded after the day for that day or an earlier one. */
    private String later(CollectedThen known) {
        return message(
                "collection.later",
                known.changed(),
                date(asOf),
                known.collected().charged().sum(),
                known.collected().of(ChargeState.PAID).sum(),
                known.collected().of(ChargeState.OUTSTANDING).sum());
    }

    /** A table in a terminal has no room for all numbers. */
    private boolean hasNumber(ChargeState state) {
        return isData() || state == ChargeState.OUTSTANDING;
    }

    private static String number(ChargeState state) {
        return switch (state) {
            case PAID -> "paid-charges";
            case COVERED -> "covered-charges";
            case WAIVED -> "waived-charges";
            case REVERSED -> "reversed-charges";
            case OUTSTANDING -> "outstanding-charges";
        };
    }

    private static String sum(ChargeState state) {
        return switch (state) {
            case PAID -> "paid";
            case COVERED -> "covered";
            case WAIVED -> "waived";
            case REVERSED -> "reversed";
            case OUTSTANDING -> "outstanding";
        };
    }
}
