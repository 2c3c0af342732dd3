package org.openadmin.fees.internal.binder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.binder.BinderCheck;
import org.openadmin.fees.api.binder.BinderContent;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.verify.Verification;
import org.openadmin.fees.internal.verify.Verification.Report;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the content of a binder in one transaction. */
@Component
public final class JpaAuditBinder implements AuditBinder {

    private final Transactions transactions;
    private final FeesSettings settings;
    private final Verification verification;
    private final Clock clock;

    @Activate
    public JpaAuditBinder(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference Verification verification,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.verification = verification;
        this.clock = clock;
    }

    @Override
    public <R> R read(Actor reader, BinderPeriod period, Function<BinderContent, R> use) {
        reader.require(Role.VIEW);
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), period.to(), Limit.AS_OF_AFTER_TODAY);
        PeriodSql span = PeriodSql.of(period, clock.getZone());
        return transactions.snapshot(em -> use.apply(
                new SnapshotContentView(em, settings.current().currency(), span, reader.may(Role.ADMIN), this::check)));
    }

    /** Reads a snapshot of its own, because the rules are about the whole journal as it is now. */
    private BinderCheck check() {
        Report report = verification.run();
        return new BinderCheck(
                clock.instant(),
                report.rows(),
                report.faults().stream()
                        .map(fault -> new BinderCheck.Fault(
                                fault.invariant(), fault.subject(), fault.found(), fault.expected(), fault.inherited()))
                        .toList());
    }
}
