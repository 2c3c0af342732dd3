package org.openadmin.fees.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payers.PayerInvoice;
import org.openadmin.fees.api.payers.Payers;

/** The command {@code fees:payer-invoice}. */
@Service
@Command(
        scope = "fees",
        name = "payer-invoice",
        description = "Shows what a payer is to pay, by student and fee; a file whose name ends in .pdf is the invoice")
public final class PayerInvoiceCommand extends ListCommand {

    private static final String PDF = ".pdf";

    @Reference(optional = true)
    Payers payers;

    @Reference(optional = true)
    FeeReports reports;

    @Argument(name = "payer", description = "The payer's number, such as P12", required = true, multiValued = true)
    List<String> words = List.of();

    public PayerInvoiceCommand() {}

    PayerInvoiceCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        PayerNumber number = OptionValues.payer(Arguments.one("payer", arguments));
        if (out != null && out.toLowerCase(Locale.ROOT).endsWith(PDF)) {
            print(number, output);
            return;
        }
        PayerInvoice invoice = require(payers).invoice(actor(), number);
        if (!isData()) {
            output.line(message(
                    "payers.invoice",
                    number,
                    invoice.payer().name(),
                    invoice.payer().details().authorization()));
        }
        list(
                "list.payer-invoice",
                List.of("student", "charge", "date", "fee", "due", "subtotal", "taxes", "total"),
                rows(invoice),
                output);
        if (!isData()) {
            output.line(message("payers.invoice.due", invoice.charged(), invoice.credit(), invoice.due()));
        }
    }

    private void print(PayerNumber number, Output output) {
        AtomicFile file = file(out);
        FeeReports documents = require(reports);
        write(file, stream -> {
            documents.payerInvoice(actor(), number, stream);
            return number;
        });
        output.line(message("payers.invoice.file", number, file));
    }

    private static List<List<Object>> rows(PayerInvoice invoice) {
        List<List<Object>> rows = new ArrayList<>();
        invoice.students().forEach(student -> student.charges()
                .forEach(charge -> rows.add(List.of(
                        student.student(),
                        charge.id(),
                        charge.date(),
                        charge.name(),
                        charge.due(),
                        charge.subtotal().amount(),
                        charge.total().minus(charge.subtotal()).amount(),
                        charge.total().amount()))));
        return rows;
    }
}
