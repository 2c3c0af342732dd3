package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditQuery;

/** Writes the audit log as a list. */
final class AuditLogList {

    private final AuditLog log;

    AuditLogList(AuditLog log) {
        this.log = log;
    }

    void write(Actor reader, AuditQuery query, Lists lists, OutputStream out) {
        ListTexts texts = lists.texts();
        ListFile file = lists.open(
                "audit",
                out,
                texts.headings(
                        "time", "user", "operation", "subject", "result", "outcome", "reason", "request key", "line"));
        log.forEach(reader, query, line -> file.row(cells(line, texts)));
        file.end();
    }

    private static List<Object> cells(AuditEntry line, ListTexts texts) {
        return List.of(
                line.at(),
                line.user(),
                texts.operation(line.operation()),
                line.subject().map(texts::subject),
                line.result().map(texts::subject),
                texts.outcome(line.outcome()),
                texts.refusal(line.reason()),
                line.key().map(RequestKey::toString).orElse(""),
                line.number());
    }
}
