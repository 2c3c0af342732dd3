package org.openadmin.fees.ui.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;

/** Receipts in memory, searched like the real ones. */
public final class FakeReceipts implements Receipts {

    public final List<Receipt> all = new ArrayList<>();
    public int asked;
    /** Thrown by the next query. */
    public RuntimeException nextFailure;

    /** Adds a receipt for one charge; the money received may be more or less than the charge. */
    public void give(int number, int student, String who, String day, String received, String charged, String cashier) {
        StudentSnapshot payer = new StudentSnapshot(new StudentNumber(student), who, "9", "9A");
        Money due = FakeSchool.cad(charged);
        List<Charge> settled = due.amount().compareTo(BigDecimal.ZERO) == 0
                ? List.of()
                : List.of(new Charge(
                        new ChargeId(number * 10L),
                        payer,
                        LocalDate.parse(day),
                        "Lab fee",
                        "",
                        due,
                        List.of(),
                        due,
                        Optional.empty()));
        all.add(new Receipt(
                new ReceiptNumber(number),
                payer,
                LocalDate.parse(day),
                FakeSchool.cad(received),
                settled,
                Optional.of(PaymentMethod.CHEQUE),
                "Cheque 7",
                cashier,
                Optional.of(Instant.EPOCH),
                Optional.empty()));
    }

    public void takeBack(int number, String day) {
        all.replaceAll(each -> each.number().value() != number
                ? each
                : new Receipt(
                        each.number(),
                        each.student(),
                        each.date(),
                        each.received(),
                        each.settled(),
                        each.method(),
                        each.reference(),
                        each.cashier(),
                        each.recordedAt(),
                        Optional.of(LocalDate.parse(day))));
    }

    @Override
    public Found search(Actor reader, ReceiptQuery query, Page page) {
        asked++;
        reader.require(Role.VIEW);
        RuntimeException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
        List<Receipt> found = all.stream()
                .filter(each -> query.number().isEmpty() || query.number().get().equals(each.number()))
                .filter(each -> query.student().isEmpty()
                        || query.student().get().equals(each.student().number()))
                .filter(each -> query.from().filter(each.date()::isBefore).isEmpty())
                .filter(each -> query.to().filter(each.date()::isAfter).isEmpty())
                .filter(each ->
                        query.cashier().isEmpty() || query.cashier().get().equals(each.cashier()))
                .sorted(Comparator.comparing(Receipt::number).reversed())
                .toList();
        return new Found(
                found.stream().skip(page.offset()).limit(page.limit()).toList(),
                found.size(),
                sum(found, false),
                (int) found.stream().filter(each -> each.voided().isPresent()).count(),
                sum(found, true));
    }

    private static Money sum(List<Receipt> found, boolean voided) {
        return found.stream()
                .filter(each -> each.voided().isPresent() == voided)
                .map(Receipt::received)
                .reduce(Money.zero(FakeSchool.CAD), Money::plus);
    }

    @Override
    public List<String> cashiers(Actor reader) {
        asked++;
        reader.require(Role.VIEW);
        return all.stream().map(Receipt::cashier).distinct().sorted().toList();
    }
}
