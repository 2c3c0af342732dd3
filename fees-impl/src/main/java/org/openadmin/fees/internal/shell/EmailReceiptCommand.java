package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The command {@code fees:email-receipt}. */
@Service
@Command(
        scope = "fees",
        name = "email-receipt",
        description = "E-mails a receipt, or the letter about its returned payment, to the family")
public final class EmailReceiptCommand extends ShellCommand {

    @Reference(optional = true)
    ReceiptMailer mailer;

    @Argument(name = "receipt", description = "The receipt's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(
            name = "--to",
            description = "The e-mail addresses, such as \"m@home.example, d@home.example\"; by default, the family's")
    String to;

    @Option(name = "--original", description = "Does not mark it as a copy, unless it was e-mailed before")
    boolean original;

    @Option(name = "--letter", description = "Sends the letter about the returned payment instead of the receipt")
    boolean letter;

    @Option(name = "--key", description = "A UUID for this request: sent twice, one message goes out")
    String key;

    public EmailReceiptCommand() {}

    EmailReceiptCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        ReceiptNumber number = ReceiptNumber.parse(Arguments.one("receipt", arguments));
        if (letter && original) {
            throw new UsageException("usage.email-receipt");
        }
        RequestKey request = requestKey(key);
        ReceiptMailer mail = require(mailer);
        String addresses = to == null ? String.join(", ", mail.addresses(actor(), number)) : to;
        MailedReceipt sent = mail.send(
                letter
                        ? ReceiptMailRequest.letter(actor(), request, number, addresses)
                        : new ReceiptMailRequest(actor(), request, number, addresses, !original));
        output.line(message(text(sent.outcome()), number, String.join(", ", sent.addresses()), sent.reply()));
        if (sent.outcome() == Outcome.SENT && !sent.reply().isEmpty()) {
            output.line(message("receipt.mail.partly", sent.reply()));
        }
    }

    private String text(Outcome outcome) {
        return switch (outcome) {
            case SENT -> letter ? "letter.mail.sent" : "receipt.mail.sent";
            case NOT_SENT -> letter ? "letter.mail.not-sent" : "receipt.mail.not-sent";
            case MAY_HAVE_ARRIVED -> letter ? "letter.mail.may-have-arrived" : "receipt.mail.may-have-arrived";
        };
    }
}
