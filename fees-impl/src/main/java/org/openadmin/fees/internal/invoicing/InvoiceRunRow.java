package org.openadmin.fees.internal.invoicing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.AttributeOverride;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.persistence.RequestedRow;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.internal.students.Audiences;

/** A run of invoices as stored. Its state is changed by statements that also check the current state. */
@Entity
@Table(name = "fees_run")
@AttributeOverride(name = "recordedAt", column = @Column(name = "started_at", updatable = false))
@AttributeOverride(name = "recordedBy", column = @Column(name = "started_by", updatable = false))
class InvoiceRunRow extends RequestedRow {

    static final String CUT_OFF = "It was cut off: its portal stopped.";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    /** NULL for invoices, as in runs from before there were reminders. */
    @Column(updatable = false)
    String kind;

    @Column(updatable = false)
    Integer stage;

    @Column(updatable = false)
    String channel;

    @Column(updatable = false)
    String state;

    @Column(name = "invoice_date", updatable = false)
    LocalDate date;

    @Column(updatable = false)
    String audience;

    @Column(updatable = false)
    BigDecimal minimum;

    @Column(name = "sorted_by", updatable = false)
    String sortedBy;

    @Column(updatable = false)
    int invoices;

    @Column(updatable = false)
    int pages;

    @Column(updatable = false)
    BigDecimal charged;

    @Column(updatable = false)
    BigDecimal credit;

    @Column(updatable = false)
    String problem;

    @Column(name = "alive_at", updatable = false)
    String aliveAt;

    @Column(name = "ended_at", updatable = false)
    String endedAt;

    @Column(name = "stop_requested_by", updatable = false)
    String stopRequestedBy;

    @Column(updatable = false)
    String portal;

    @Column(name = "portal_start", updatable = false)
    String portalStart;

    static InvoiceRunRow from(InvoiceRequest request, Channel channel, Instant now) {
        InvoiceRunRow row = new InvoiceRunRow();
        row.requested(request.key(), request.actor(), now);
        row.kind = request.isOfReminders() ? RunColumns.code(request.kind()) : null;
        row.stage = request.stage().orElse(null);
        row.channel = RunColumns.code(channel);
        row.state = RunColumns.code(State.RUNNING);
        row.date = request.date();
        row.audience = request.audience().map(Audiences::text).orElse("");
        row.minimum = request.minimum().map(Money::amount).orElse(null);
        row.sortedBy = RunColumns.code(request.order());
        row.charged = BigDecimal.ZERO;
        row.credit = BigDecimal.ZERO;
        row.problem = "";
        row.aliveAt = UtcTimestamp.text(now);
        return row;
    }

    /** Whether this row records the same request. */
    boolean isFor(InvoiceRequest request, Channel wanted) {
        InvoiceRunRow other = from(request, wanted, recordedAt());
        boolean sameMinimum = minimum == null
                ? other.minimum == null
                : other.minimum != null && minimum.compareTo(other.minimum) == 0;
        return sameMinimum
                && Objects.equals(kind, other.kind)
                && Objects.equals(stage, other.stage)
                && channel.equals(other.channel)
                && date.equals(other.date)
                && audience.equals(other.audience)
                && sortedBy.equals(other.sortedBy);
    }

    /** @param silentSince a run without activity since then counts as aborted */
    InvoiceRun toRecord(Currency currency, Map<Outcome, Integer> outcomes, Instant silentSince) {
        boolean cutOff =
                state.equals(RunColumns.code(State.RUNNING)) && aliveAt.compareTo(UtcTimestamp.text(silentSince)) < 0;
        State known = cutOff ? State.FAILED : known();
        return new InvoiceRun(
                new RunNumber(id),
                kind == null ? Kind.INVOICES : Kind.valueOf(RunColumns.constantName(kind)),
                Optional.ofNullable(stage),
                Channel.valueOf(RunColumns.constantName(channel)),
                known,
                date,
                audience,
                Optional.ofNullable(minimum).map(amount -> Money.of(amount, currency)),
                InvoiceOrder.valueOf(RunColumns.constantName(sortedBy)),
                invoices,
                pages,
                Money.of(charged, currency),
                Money.of(credit, currency),
                outcomes.entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().in(known), Map.Entry::getValue)),
                cutOff ? CUT_OFF : problem,
                recordedAt(),
                Optional.ofNullable(cutOff ? aliveAt : endedAt).map(UtcTimestamp::instant),
                recordedBy());
    }

    private State known() {
        State stored = State.valueOf(RunColumns.constantName(state));
        return stored == State.RUNNING && stopRequestedBy != null ? State.STOPPING : stored;
    }
}
