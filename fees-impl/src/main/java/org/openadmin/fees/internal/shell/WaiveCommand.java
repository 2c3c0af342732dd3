package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.ReasonCode;

/** The command {@code fees:waive}. */
@Service
@Command(
        scope = "fees",
        name = "waive",
        description = "Waives an outstanding charge or a part of it, for a bursary or hardship; a reason is required")
public final class WaiveCommand extends CorrectionCommand {

    @Argument(name = "charge", description = "The charge's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--amount", description = "How much of the charge is waived, such as 40.00; all of it by default")
    String amount;

    @Option(
            name = "--code",
            description = "One of the school's reason codes, such as hardship, if it has configured any")
    String code;

    public WaiveCommand() {}

    WaiveCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.BILL;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    CorrectionRequest request(List<String> arguments, CommonFields common) {
        ChargeId charge = ChargeId.parse(Arguments.one("charge", arguments));
        return new Waive(
                common.key(),
                common.actor(),
                charge,
                Optional.ofNullable(amount).map(part -> money("--amount", part)),
                reasonCode(),
                common.date(),
                code == null ? UsageException.required("--reason", reason) : Objects.requireNonNullElse(reason, ""),
                common.confirmed());
    }

    private Optional<ReasonCode> reasonCode() {
        return Optional.ofNullable(code).map(ReasonCode::parse);
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        Waive waive = (Waive) request;
        return waive.amount()
                .map(part -> message("correct.waive-part", waive.charge(), part))
                .orElseGet(() -> message("correct.waive", waive.charge()));
    }
}
