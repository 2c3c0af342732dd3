package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** Students who have paid in cash and by cheque, and the deposit of their money. */
public final class DepositedSchool {

    static final Actor CLAIRE = new Actor("claire", EnumSet.of(Role.CASHIER));

    private static final LocalDate DAY = LocalDate.ofInstant(DocumentSchool.NOW, ZoneOffset.UTC);

    private DepositedSchool() {}

    /** 10.00 in cash and a cheque of 25.00 from each; 2.00 paid back in cash; the drawer 1.00 short; the cash by notes and coins. */
    public static Deposit deposit(MemoryOffice office, String... names) {
        for (int i = 0; i < names.length; i++) {
            StudentNumber student = office.enrol(i + 1, names[i], names[i], "9", "9A");
            pay(office, student, "10.00", PaymentMethod.CASH, "");
            pay(office, student, "25.00", PaymentMethod.CHEQUE, visible(names[i]));
        }
        office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(),
                        CLAIRE,
                        new StudentNumber(1),
                        cad("2.00"),
                        PaymentMethod.CASH,
                        "",
                        DAY,
                        visible(names[0]),
                        Set.of(Confirmation.values())));
        String cash = cad("10.00").times(names.length).minus(cad("3.00")).toPlainString();
        office.till()
                .count(new CountRequest(
                        RequestKey.fresh(),
                        CLAIRE,
                        CLAIRE.name(),
                        DAY,
                        cad("0.00"),
                        CountedCash.of(cad(cash)),
                        visible(names[0])));
        CountedCash pieces = CountedCash.parse("5x1,2x1,10x" + (names.length - 1), Kit.CAD);
        return office.deposits()
                .make(new DepositRequest(RequestKey.fresh(), CLAIRE, DAY, Optional.empty(), Optional.of(pieces)));
    }

    /** References and reasons have no invisible characters. */
    private static String visible(String text) {
        return text.codePoints()
                .filter(character -> !TextRules.isForbidden(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static void pay(MemoryOffice office, StudentNumber student, String amount, PaymentMethod method, String cheque) {
        office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CLAIRE,
                        student,
                        DAY,
                        cad(amount),
                        Set.of(),
                        method,
                        cheque,
                        Set.of(Confirmation.values())));
    }
}
