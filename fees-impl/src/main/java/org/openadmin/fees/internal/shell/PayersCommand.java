package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.Payers;

/** The command {@code fees:payers}. */
@Service
@Command(scope = "fees", name = "payers", description = "Lists the payers and what they owe")
public final class PayersCommand extends ListCommand {

    @Reference(optional = true)
    Payers payers;

    @Argument(name = "text", description = "Words of the name, or a number such as P12", multiValued = true)
    List<String> words = List.of();

    @Option(name = "--all", description = "Lists those that are not active too")
    boolean all;

    public PayersCommand() {}

    PayersCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        List<List<Object>> rows = require(payers).list(actor(), String.join(" ", arguments)).stream()
                .filter(each -> all || each.payer().active())
                .map(this::row)
                .toList();
        if (rows.isEmpty() && !isData()) {
            output.line(message("payers.none"));
            return;
        }
        list(
                "list.payers",
                List.of(
                        "payer",
                        "name",
                        "kind",
                        "balance",
                        "outstanding",
                        "credit",
                        "authorization",
                        "email",
                        "status"),
                rows,
                output);
    }

    private String kind(PayerKind kind) {
        return message(
                switch (kind) {
                    case SPONSOR -> "payers.kind.sponsor";
                    case FUND -> "payers.kind.fund";
                    case PERSON -> "payers.kind.person";
                });
    }

    private List<Object> row(PayerAccount each) {
        Payer payer = each.payer();
        return List.of(
                payer.number(),
                payer.name(),
                isForPrograms() ? payer.kind().code() : kind(payer.kind()),
                each.balance().balance().amount(),
                each.balance().outstanding().amount(),
                each.balance().credit().amount(),
                payer.details().authorization(),
                payer.details().email(),
                payer.active() ? "" : isForPrograms() ? "inactive" : message("payers.inactive"));
    }
}
