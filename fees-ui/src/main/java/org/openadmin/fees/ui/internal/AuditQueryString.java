package org.openadmin.fees.ui.internal;

import java.util.List;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;

/**
 * The part of the audit log that is shown, as written in the address after the page's path: {@code user=ann},
 * {@code operation=payment}, {@code outcome=refused}, {@code from=2026-09-01}, {@code to=2026-09-30}, {@code subject=receipt-12}.
 *
 * @param ignored the parts of the address that could not be read and are ignored
 */
public record AuditQueryString(AuditQuery query, List<String> ignored) {

    public static AuditQueryString read(String rest) {
        QueryString address = QueryString.read(rest);
        QueryString.Period period = address.takePeriod();
        AuditQuery query = new AuditQuery(
                address.take("user", String::strip),
                address.take("operation", AuditQueryString::operation),
                address.take("outcome", AuditQueryString::outcome),
                period.from(),
                period.to(),
                address.take("subject", AuditQueryString::subject));
        return new AuditQueryString(query, address.ignored());
    }

    /** The address of the page for this query. */
    public static String of(AuditQuery query) {
        return QueryString.empty()
                .with("user", query.user())
                .with("operation", query.operation().map(AuditOperation::code))
                .with("outcome", query.outcome().map(AuditOutcome::code))
                .with("from", query.from())
                .with("to", query.to())
                .with("subject", query.subject().map(each -> each.kind().code() + "-" + each.number()))
                .appendTo(Routes.AUDIT);
    }

    private static AuditOperation operation(String code) {
        return AuditOperation.find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }

    private static AuditOutcome outcome(String code) {
        return AuditOutcome.find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }

    private static AuditSubject subject(String text) {
        return AuditSubject.read(text).orElseThrow(() -> new IllegalArgumentException(text));
    }
}
