package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.ValueList;

/** The command {@code fees:pay}. */
@Service
@Command(
        scope = "fees",
        name = "pay",
        description =
                "Receives a student's payment and prints the receipt number; without charges, it is received on account")
public final class PayCommand extends PaymentCommand {

    private static final String ALL = "all";

    @Reference(optional = true)
    Cashier cashier;

    @Reference(optional = true)
    FeeAccounts accounts;

    @Argument(
            name = "studnum",
            description =
                    "The number of the student, or of a payer such as P12; several such as 460,461 for one receipt for all of them",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--amount", description = "The amount received, such as 12.34")
    String amount;

    @Option(
            name = "--from-credit",
            description =
                    "Instead of --amount: pays the charges from credit alone; every outstanding charge by default")
    boolean fromCredit;

    @Option(name = "--charges", description = "The charges it pays, such as 1,2,3, or all for every outstanding charge")
    String charges;

    @Option(
            name = "--rest",
            description = "Of several students, the one who has what is left of the money; the first by default")
    String rest;

    @Option(name = "--date", description = "The date of the payment, such as 2026-09-08; today by default")
    String date;

    @Option(
            name = "--method",
            description = "The payment method: cash, cheque, card, transfer or other; cash by default")
    @Completion(MethodCompleter.class)
    String method = PaymentMethod.CASH.keyword();

    @Option(name = "--reference", description = "A reference, such as the cheque number")
    String reference;

    @Option(
            name = "--yes",
            description = "The date is right, although it is before the charges or long ago; or the payment is taken"
                    + " although the family pays in cash only, or although the students are not of one family")
    boolean yes;

    @Option(
            name = "--again",
            description = "This is another payment, although the student paid the same amount a moment ago")
    boolean again;

    @Option(
            name = "--key",
            description = "A UUID for this payment: sent twice, it is recorded once, with the same receipt")
    String key;

    public PayCommand() {}

    PayCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output out) {
        String given = Arguments.one("studnum", arguments);
        List<AccountNumber> students = ValueList.split(given).stream()
                .map(AccountNumber::parse)
                .distinct()
                .toList();
        Money received = received(require(settings).current().currency());
        RequestKey request = requestKey(key);
        Optional<Receipt> earlier =
                key == null ? Optional.empty() : require(cashier).receipt(actor(), request);
        Receipt receipt = students.size() > 1
                ? receive(students, received, request, earlier)
                : receive(
                        students.stream().findFirst().orElseGet(() -> AccountNumber.parse(given)),
                        received,
                        request,
                        earlier);
        print(receipt, out);
    }

    private Receipt receive(AccountNumber student, Money received, RequestKey request, Optional<Receipt> earlier) {
        return require(cashier)
                .receive(new PaymentRequest(
                        request,
                        actor(),
                        student,
                        day(earlier),
                        received,
                        charges(student, earlier),
                        method(),
                        reference,
                        confirmed()));
    }

    private Receipt receive(
            List<AccountNumber> students, Money received, RequestKey request, Optional<Receipt> earlier) {
        FamilyParts family = new FamilyParts(students);
        boolean none = charges == null || charges.isBlank();
        if (none && !fromCredit) {
            throw new UsageException("usage.pay-several");
        }
        List<Part> parts =
                none || isAll() ? family.all(require(accounts), earlier) : family.of(ids(), require(accounts));
        if (parts.isEmpty()) {
            throw new UsageException(
                    "usage.nothing-to-pay",
                    students.stream().map(AccountNumber::toString).collect(Collectors.joining(", ")));
        }
        return require(cashier)
                .receive(new FamilyPaymentRequest(
                        request,
                        actor(),
                        parts,
                        rest == null ? students.get(0) : AccountNumber.parse(rest),
                        day(earlier),
                        received,
                        method(),
                        reference,
                        confirmed()));
    }

    private LocalDate day(Optional<Receipt> earlier) {
        return date == null ? earlier.map(Receipt::date).orElseGet(this::today) : date(date);
    }

    private PaymentMethod method() {
        return fromCredit ? PaymentMethod.OTHER : PaymentMethod.parse(method);
    }

    private Set<Confirmation> confirmed() {
        Set<Confirmation> confirmed = confirmed(yes, again);
        if (yes) {
            confirmed.add(Confirmation.NOT_CASH);
            confirmed.add(Confirmation.OUTSIDER);
        }
        return confirmed;
    }

    private Money received(Currency currency) {
        if (fromCredit && amount != null) {
            throw new UsageException("usage.from-credit");
        }
        return fromCredit ? Money.zero(currency) : Money.parse(UsageException.required("--amount", amount), currency);
    }

    /**
     * Returns the selected charges. If the payment is sent again, {@code all} means the charges that it settled the
     * first time.
     */
    private Set<ChargeId> charges(AccountNumber student, Optional<Receipt> earlier) {
        boolean none = charges == null || charges.isBlank();
        if (none && !fromCredit) {
            return Set.of();
        }
        if (none || isAll()) {
            List<Charge> outstanding = earlier.map(Receipt::settled)
                    .orElseGet(() -> require(accounts).outstanding(student));
            if (outstanding.isEmpty()) {
                throw new UsageException(nothing(student), student);
            }
            return outstanding.stream().map(Charge::id).collect(Collectors.toSet());
        }
        return ids();
    }

    private boolean isAll() {
        return charges.strip().equalsIgnoreCase(ALL);
    }

    private Set<ChargeId> ids() {
        Set<ChargeId> ids =
                ValueList.split(charges).stream().map(ChargeId::parse).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            throw new InvalidInputException(Field.CHARGES, Problem.NOT_A_NUMBER, charges);
        }
        return ids;
    }

    private String nothing(AccountNumber account) {
        if (account instanceof PayerNumber) {
            return fromCredit ? "usage.nothing-to-pay.payer" : "usage.nothing-outstanding.payer";
        }
        return fromCredit ? "usage.nothing-to-pay" : "usage.nothing-outstanding";
    }
}
