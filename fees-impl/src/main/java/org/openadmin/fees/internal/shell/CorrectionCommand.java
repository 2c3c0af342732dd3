package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The common part of the commands that correct the journal: their options, and the line that reports the result. */
abstract class CorrectionCommand extends ShellCommand {

    @Reference(optional = true)
    Corrections corrections;

    @Option(name = "--reason", description = "The reason, saved with each row")
    String reason;

    @Option(name = "--date", description = "The correction date, such as 2026-09-08; today by default")
    String date;

    @Option(
            name = "--yes",
            description = "The date is right, although it is long ago; or credit is moved to another family")
    boolean yes;

    @Option(name = "--key", description = "A UUID for this request: sent twice with the same date, it is done once")
    String key;

    @Option(name = "--dry-run", description = "Shows what would be done, and saves nothing")
    boolean dryRun;

    CorrectionCommand() {}

    CorrectionCommand(ShellUser user, Output output) {
        super(user, output);
    }

    /** The values that every correction request has. */
    record CommonFields(RequestKey key, Actor actor, LocalDate date, String reason, Set<Confirmation> confirmed) {}

    abstract CorrectionRequest request(List<String> arguments, CommonFields common);

    /** What was done, such as "Charge 12 reversed". */
    abstract String resultMessage(CorrectionRequest request);

    /** Whether the user confirmed a repeated amount. */
    boolean again() {
        return false;
    }

    /** Prints what else is known after the correction was applied. */
    void applied(CorrectionRequest request, Output out) {}

    @Override
    final void run(List<String> arguments, Output out) {
        CorrectionRequest request = request(
                arguments,
                new CommonFields(
                        requestKey(key),
                        actor(),
                        date == null ? today() : date(date),
                        reason == null ? "" : reason,
                        confirmed(yes, again())));
        Corrections service = require(corrections);
        Correction done = dryRun ? service.preview(request) : service.apply(request);
        out.line(message("correct.line", resultMessage(request), consequence(done))
                + (dryRun ? ". " + message("correct.dry-run") : ""));
        done.parts().forEach(part -> out.line(line(part)));
        if (!dryRun) {
            applied(request, out);
        }
    }

    private String line(SplitPart part) {
        String number = part.id().map(ChargeId::toString).orElse("–");
        return part.part()
                .map(which -> message("correct.part", which.number(), which.count(), number, part.total(), part.due()))
                .orElseGet(() -> message("correct.whole", number, part.total(), part.due()));
    }

    private String consequence(Correction done) {
        StringBuilder text = new StringBuilder(message("correct.rows", done.rows(), done.amount()));
        if (done.toCredit().isPositive()) {
            text.append("; ").append(message("correct.credit", done.toCredit()));
        }
        if (done.reopened() > 0) {
            text.append("; ").append(message("correct.reopened", done.reopened(), done.reopenedTotal()));
        }
        if (!done.otherReceipts().isEmpty()) {
            text.append("; ")
                    .append(message(
                            "correct.other-receipts",
                            done.otherReceipts().size(),
                            done.otherReceipts().stream()
                                    .map(ReceiptNumber::toString)
                                    .collect(Collectors.joining(", "))));
        }
        done.returned().ifPresent(returned -> addTo(text, done, returned));
        return text.toString();
    }

    private void addTo(StringBuilder text, Correction done, Returned returned) {
        boolean undone = done.kind().isReceipt();
        if (returned.fee().isPositive()) {
            text.append("; ").append(message(undone ? "correct.fee-reversed" : "correct.fee", returned.fee()));
        }
        returned.cashOnlyUntil().ifPresent(until -> text.append("; ").append(message("correct.cash-only", until)));
        returned.receivedAgain()
                .ifPresent(number -> text.append("; ").append(message("correct.received-again", number)));
        if (returned.settled() > 0) {
            text.append("; ").append(message("correct.settled", returned.settled(), returned.settledTotal()));
        }
    }
}
