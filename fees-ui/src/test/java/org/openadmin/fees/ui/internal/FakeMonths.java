package org.openadmin.fees.ui.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.testkit.NoExports;

/** Months in memory, and exports that contain only a one-line description. */
public final class FakeMonths extends NoExports implements MonthSummaries {

    /** For pages whose binder nobody asks for. */
    public static final BinderFiles NO_BINDER = (reader, period, out) -> {
        throw new UnsupportedOperationException("no binder is expected here");
    };

    private static final Currency CAD = Currency.getInstance("CAD");

    final Map<YearMonth, List<MonthSummary.Line>> months = new TreeMap<>();
    final List<String> written = new ArrayList<>();
    public RuntimeException failure;

    public void line(
            String month,
            EntryKind kind,
            String name,
            PaymentMethod method,
            String account,
            String subtotal,
            String gst) {
        Money net = Money.parse(subtotal, CAD);
        Money tax = Money.parse(gst, CAD);
        months.computeIfAbsent(YearMonth.parse(month), m -> new ArrayList<>())
                .add(new MonthSummary.Line(
                        kind,
                        name,
                        Optional.ofNullable(method),
                        account,
                        2,
                        net,
                        tax.isZero() ? Map.of() : Map.of("GST", tax),
                        net.plus(tax)));
    }

    @Override
    public MonthSummary of(Actor reader, YearMonth month) {
        reader.require(Role.VIEW);
        if (failure != null) {
            throw failure;
        }
        List<MonthSummary.Line> lines = months.getOrDefault(month, List.of());
        Money total = lines.stream().map(MonthSummary.Line::total).reduce(Money.zero(CAD), Money::plus);
        return new MonthSummary(month, List.of("GST", "QST"), lines, 2 * lines.size(), total);
    }

    @Override
    public MonthSummary summary(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        write("summary " + month, format, out);
        return of(reader, month);
    }

    @Override
    public JournalTotals transactions(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        write("transactions " + month, format, out);
        Money zero = Money.zero(CAD);
        return new JournalTotals(0, zero, zero, zero, zero);
    }

    @Override
    public void receivables(Actor reader, LocalDate today, ListFormat format, OutputStream out) {
        write("receivables " + today, format, out);
    }

    @Override
    public void receivables(
            Actor reader, LocalDate today, Set<? extends AccountNumber> students, ListFormat format, OutputStream out) {
        write("receivables " + today + " of " + new TreeSet<>(students), format, out);
    }

    @Override
    public void collection(Actor reader, CollectionPeriod period, ListFormat format, OutputStream out) {
        write("collection", format, out);
    }

    @Override
    public void collection(Actor reader, CollectionQuery query, ListFormat format, OutputStream out) {
        write("collection of " + query.fee() + " by " + query.by(), format, out);
    }

    @Override
    public void chargedStudents(
            Actor reader, CollectionQuery query, Optional<String> group, ListFormat format, OutputStream out) {
        write("students with " + query.fee() + " in " + group.orElse("all"), format, out);
    }

    @Override
    public void classList(Actor reader, CollectionQuery query, String group, ListFormat format, OutputStream out) {
        write("class list of " + query.fee() + " in " + group, format, out);
    }

    @Override
    public void cheques(Actor reader, DepositNumber number, ListFormat format, OutputStream out) {
        write("cheques of deposit " + number, format, out);
    }

    @Override
    public void run(Actor reader, RunNumber number, ListFormat format, OutputStream out) {
        write("run " + number, format, out);
    }

    private void write(String what, ListFormat format, OutputStream out) {
        if (failure != null) {
            throw failure;
        }
        written.add(what);
        try {
            out.write((format == ListFormat.CSV ? what : what + " for Excel").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
