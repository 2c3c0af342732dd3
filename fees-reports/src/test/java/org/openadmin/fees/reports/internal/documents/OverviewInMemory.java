package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.overview.FeesOverview;

/** Aged receivables, written by hand. */
public final class OverviewInMemory implements FeesOverview {

    public List<Receivable> receivables = List.of();
    public int creditOnlyStudents;
    public Money creditOnly = DocumentSchool.money("0");
    /** Of a past day. */
    public Optional<KnownThen> known = Optional.empty();

    @Override
    public Figures figures(Actor reader, LocalDate today) {
        throw new UnsupportedOperationException("no file asks");
    }

    @Override
    public Receivables receivables(Actor reader, LocalDate today) {
        return new Receivables(receivables, creditOnlyStudents, creditOnly);
    }

    @Override
    public Figures figuresAsOf(Actor reader, LocalDate day) {
        throw new UnsupportedOperationException("no file asks");
    }

    @Override
    public Receivables receivablesAsOf(Actor reader, LocalDate day) {
        return new Receivables(receivables, creditOnlyStudents, creditOnly, known);
    }
}
