package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.spi.messages.AuditLabels;

/** The command {@code fees:audit-log}. */
@Service
@Command(scope = "fees", name = "audit-log", description = "Lists who did what, and what was refused, newest first")
public final class AuditLogCommand extends ListCommand {

    /** The lines of a table, if no limit is given. */
    private static final int LATEST = 50;

    @Reference(optional = true)
    AuditLog log;

    @Option(name = "--user", description = "The log-in name of a user")
    String user;

    @Option(name = "--from", description = "The first day")
    String from;

    @Option(name = "--to", description = "The last day")
    String to;

    @Option(
            name = "--operation",
            description = "Such as payment, assess, reverse, waive, void, refund or print-invoices")
    String operation;

    @Option(
            name = "--subject",
            description = "What it was about, or what it made, such as \"student 180\" or \"receipt 12\"")
    String subject;

    @Option(name = "--refused", description = "Only what was refused")
    boolean refused;

    public AuditLogCommand() {}

    AuditLogCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.ADMIN;
    }

    @Override
    void run(List<String> arguments, Output output) {
        AuditQuery query = query();
        int total = (int) Math.min(require(log).count(actor(), query), Integer.MAX_VALUE);
        if (total == 0 && !isData()) {
            output.line(message("audit.none"));
            return;
        }
        part(
                "list.audit",
                List.of("time", "user", "operation", "subject", "result", "outcome", "reason", "key", "line"),
                rows(query),
                total,
                output);
    }

    private AuditQuery query() {
        Optional<LocalDate> first = Optional.ofNullable(from).map(this::date);
        Optional<LocalDate> last = Optional.ofNullable(to).map(this::date);
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            throw new UsageException("usage.period", first.get(), last.get());
        }
        return new AuditQuery(
                Optional.ofNullable(user),
                Optional.ofNullable(operation).map(AuditLogCommand::operation),
                refused ? Optional.of(AuditOutcome.REFUSED) : Optional.empty(),
                first,
                last,
                Optional.ofNullable(subject).map(AuditLogCommand::subject));
    }

    private static AuditOperation operation(String text) {
        return AuditOperation.find(text.strip()).orElseThrow(() -> new UsageException("usage.operation", text));
    }

    private static AuditSubject subject(String text) {
        return AuditSubject.read(text).orElseThrow(() -> new UsageException("usage.subject", text));
    }

    /** The lines of the wanted part, read page by page; a table without a limit shows the latest. */
    private List<List<Object>> rows(AuditQuery query) {
        ListRange range = ListRange.of(limit, offset, isData() ? Integer.MAX_VALUE : LATEST);
        AuditLabels labels = new AuditLabels(texts().locale());
        List<List<Object>> rows = new ArrayList<>();
        for (Optional<Page> page = range.page(0); page.isPresent(); page = range.page(rows.size())) {
            List<AuditEntry> lines = require(log).entries(actor(), query, page.get());
            lines.forEach(line -> rows.add(isForPrograms() ? codes(line) : words(line, labels)));
            if (lines.size() < page.get().limit()) {
                break;
            }
        }
        return rows;
    }

    private static List<Object> codes(AuditEntry line) {
        return List.of(
                line.at(),
                line.user(),
                line.operation().code(),
                line.subject().map(AuditSubject::toString).orElse(""),
                line.result().map(AuditSubject::toString).orElse(""),
                line.outcome().code(),
                line.reason(),
                key(line),
                line.number());
    }

    private List<Object> words(AuditEntry line, AuditLabels labels) {
        return List.of(
                time(line.at()),
                line.user(),
                labels.of(line.operation()),
                line.subject().map(labels::of).orElse(""),
                line.result().map(labels::of).orElse(""),
                labels.of(line.outcome()),
                labels.reason(line.reason()),
                key(line),
                line.number());
    }

    private static String key(AuditEntry line) {
        return line.key().map(RequestKey::toString).orElse("");
    }
}
