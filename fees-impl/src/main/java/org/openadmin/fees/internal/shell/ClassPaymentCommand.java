package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassDue.Line;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.ClassShare;

/** The command {@code fees:class-payment}. */
@Service
@Command(
        scope = "fees",
        name = "class-payment",
        description = "Receives the money of a class for one fee, with a receipt for each student who has paid")
public final class ClassPaymentCommand extends FileCommand {

    @Reference(optional = true)
    ClassPayments payments;

    @Reference(optional = true)
    FeeReports reports;

    @Option(name = "--fee", description = "The name of the fee")
    String fee;

    @Option(name = "--homeroom", description = "The homeroom, such as 9A")
    String homeroom;

    @Option(name = "--students", description = "The numbers of the students who have paid, such as 460,461")
    String students;

    @Option(name = "--all", description = "Instead of --students: everybody in the homeroom who owes the fee has paid")
    boolean all;

    @Option(name = "--amount", description = "The sum in the envelope, such as 120.00")
    String amount;

    @Option(
            name = "--method",
            description = "The payment method: cash, cheque, card, transfer or other; cash by default")
    @Completion(MethodCompleter.class)
    String method = PaymentMethod.CASH.keyword();

    @Option(name = "--reference", description = "A reference for all receipts, such as the cheque number")
    String reference;

    @Option(name = "--date", description = "The date of the payments, such as 2026-09-08; today by default")
    String date;

    @Option(
            name = "--yes",
            description =
                    "The date is right, although it is before the charges or long ago; or the money is taken although one"
                            + " of the families pays in cash only")
    boolean yes;

    @Option(
            name = "--again",
            description = "These are other payments, although one of the students paid the same amount a moment ago")
    boolean again;

    @Option(
            name = "--dry-run",
            description = "Shows who owes the fee and what those who have paid come to, and saves nothing")
    boolean dryRun;

    @Option(
            name = "--key",
            description = "A UUID for this request: sent twice, it is recorded once, with the same receipts")
    String key;

    @Option(name = "--out", description = "Writes all receipts as one PDF to this file, in the export folder")
    String out;

    public ClassPaymentCommand() {}

    ClassPaymentCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    void run(List<String> arguments, Output output) {
        UsageException.required("--fee", fee);
        UsageException.required("--homeroom", homeroom);
        if (all && students != null || !dryRun && !all && students == null) {
            throw new UsageException("usage.class-payment.students");
        }
        // before anything is received, so that a wrong file name leaves nothing behind
        Optional<AtomicFile> file = Optional.ofNullable(out).map(this::file);
        if (dryRun) {
            ClassDue due = due(date == null ? today() : date(date));
            show(due, all || students != null ? paid(due) : List.of(), output);
            return;
        }
        ClassPayment payment = receive();
        print(payment, output);
        file.ifPresent(written -> {
            FeeReports documents = require(reports);
            write(written, stream -> {
                documents.receipts(actor(), payment.numbers(), Print.ORIGINAL, stream);
                return payment;
            });
            output.line(message("class-payment.file", payment.receipts().size(), written));
        });
    }

    private ClassDue due(LocalDate day) {
        return require(payments).due(actor(), fee, homeroom, day);
    }

    private ClassPayment receive() {
        RequestKey request = requestKey(key);
        Money envelope = Money.parse(
                UsageException.required("--amount", amount),
                require(settings).current().currency());
        Optional<ClassPayment> earlier =
                key == null ? Optional.empty() : require(payments).find(actor(), request);
        LocalDate day = date == null ? earlier.map(ClassPayment::date).orElseGet(this::today) : date(date);
        List<Part> parts = earlier.map(this::parts)
                .orElseGet(() -> paid(due(day)).stream().map(Line::part).toList());
        Set<Confirmation> confirmed = confirmed(yes, again);
        if (yes) {
            confirmed.add(Confirmation.NOT_CASH);
        }
        return require(payments)
                .post(new ClassPaymentRequest(
                        request,
                        actor(),
                        fee,
                        homeroom,
                        parts,
                        day,
                        envelope,
                        PaymentMethod.parse(method),
                        reference,
                        confirmed));
    }

    /** If the request is sent again: what was paid the first time, as far as the option names the same students. */
    private List<Part> parts(ClassPayment earlier) {
        List<Part> parts = earlier.receipts().stream()
                .map(receipt -> new Part(
                        receipt.student().number(),
                        receipt.settled().stream().map(Charge::id).collect(Collectors.toSet())))
                .toList();
        return all
                ? parts
                : parts.stream()
                        .filter(part -> OptionValues.students(students).contains(part.account()))
                        .toList();
    }

    /**
     * Those who have paid, by name.
     *
     * @throws UsageException if one who is named owes nothing of the fee, or is not in the homeroom
     */
    private List<Line> paid(ClassDue due) {
        if (all) {
            if (due.owing().isEmpty()) {
                throw new UsageException("usage.class-payment.nobody", due.homeroom(), due.fee());
            }
            return due.owing();
        }
        Set<StudentNumber> named = OptionValues.students(students);
        List<Line> paid = due.owing().stream()
                .filter(line -> named.contains(line.student().number()))
                .toList();
        named.stream()
                .sorted()
                .filter(number ->
                        paid.stream().noneMatch(line -> line.student().number().equals(number)))
                .findFirst()
                .ifPresent(number -> {
                    throw new UsageException("usage.class-payment.stranger", number, due.homeroom(), due.fee());
                });
        return paid;
    }

    private void show(ClassDue due, List<Line> paid, Output output) {
        CashRounding cash = require(settings).current().payments().rounding(PaymentMethod.parse(method));
        Money zero = Money.zero(require(settings).current().currency());
        Money sum = paid.stream()
                .map(line -> ClassShare.of(line.owed(), cash).received())
                .reduce(zero, Money::plus);
        output.line(message("class-payment.of", due.fee(), due.homeroom(), due.date()));
        table(
                List.of("studnum", "name", "due", "outstanding", ""),
                due.lines().stream().map(line -> row(line, paid.contains(line))).toList(),
                output);
        output.line(message("class-payment.sum", message("student.count", paid.size()), sum));
        if (amount != null) {
            Money envelope = Money.parse(amount, sum.currency());
            Money more = envelope.minus(sum);
            output.line(
                    more.isZero()
                            ? message("class-payment.equal")
                            : more.isPositive()
                                    ? message("class-payment.more", more)
                                    : message("class-payment.less", more.negated()));
        }
    }

    private List<Object> row(Line line, boolean paid) {
        return List.of(
                line.student().number().value(),
                line.student().name(),
                line.dueDate().<Object>map(day -> day).orElse(""),
                line.owes() ? line.due().amount() : "",
                paid
                        ? message("class-payment.would-pay")
                        : line.settled().map(this::state).orElse(""));
    }

    private String state(ChargeState state) {
        return switch (state) {
            case COVERED -> message("class-payment.state.covered");
            case WAIVED -> message("class-payment.state.waived");
            default -> message("class-payment.state.paid");
        };
    }

    /** The numbers of the receipts, alone in their line, then each payment. */
    private void print(ClassPayment payment, Output output) {
        output.line(message(
                payment.receipts().size() == 1 ? "pay.receipt" : "class-payment.receipts",
                payment.first(),
                payment.last()));
        output.line(message(
                "class-payment.received",
                payment.total(),
                message("student.count", payment.receipts().size()),
                payment.homeroom(),
                payment.fee(),
                payment.date()));
        table(
                List.of("receipt", "studnum", "name", "received"),
                payment.receipts().stream().map(this::row).toList(),
                output);
    }

    private List<Object> row(Receipt receipt) {
        return List.of(
                receipt.number().value(),
                receipt.student().number(),
                receipt.student().nameOrNumber(),
                receipt.received().amount());
    }
}
