package org.openadmin.fees.internal.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.CashOnlyQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.RepeatedAmountQueries;
import org.openadmin.fees.internal.payments.FamilySettlement.Before;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.Outsiders;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;

/** Reads the accounts that one payment is for, decides, and records it. The accounts must be locked. */
final class FamilyPaymentDecision {

    private final EntityManager em;
    private final Settings settings;
    private final Clock clock;
    private final AccountQueries accounts;
    private final PaymentStore payments;

    FamilyPaymentDecision(EntityManager em, Settings settings, Clock clock) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
        accounts = new AccountQueries(em, settings.currency());
        payments = new PaymentStore(em, settings.currency());
    }

    /** The receipt of an earlier request with this key. */
    Optional<Receipt> answered(FamilyPaymentRequest request) {
        Optional<Receipt> receipt = payments.find(request.key());
        if (receipt.isPresent() && !isFor(request, receipt.get())) {
            throw new RequestKeyReusedException(request.key());
        }
        return receipt;
    }

    private static boolean isFor(FamilyPaymentRequest request, Receipt receipt) {
        Set<ChargeId> settled = receipt.settled().stream().map(Charge::id).collect(Collectors.toSet());
        return receipt.student().number().equals(request.first())
                && receipt.date().equals(request.date())
                && receipt.received().equals(request.received())
                && receipt.method().equals(Optional.of(request.method()))
                && receipt.reference().equals(request.reference())
                && settled.equals(request.charges())
                && receipt.shares().stream()
                        .filter(share -> receipt.settledOf(share).isEmpty())
                        .allMatch(share -> share.student().number().equals(request.surplus()));
    }

    Receipt receive(FamilyPaymentRequest request) {
        CashRounding cash = settings.payments().rounding(request.method());
        cash.requirePayable(request.received());
        LocalDate today = LocalDate.now(clock);
        DateNotAllowedException.requireNotAfter(today, request.date(), Limit.PAYMENT_AFTER_TODAY);
        Map<StudentNumber, Student> students = new HostStudents(em).find(request.accounts());
        FamilySettlement settlement =
                FamilySettlement.of(before(request, students), request.surplus(), request.received(), cash);
        ClosedPeriod closed = new ClosedPeriod(em);
        closed.requireOpen(request.date(), today);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requireConfirmed(request, settlement, students, today, now);
        Receipt receipt = payments.addSeveral(
                request,
                settlement.shares(),
                settings.locale(),
                cash,
                settings.payments().firstReceipt(),
                now);
        closed.requireStillOpen(request.date());
        return receipt;
    }

    /** The accounts with their charges, and that of the surplus. */
    private List<Before> before(FamilyPaymentRequest request, Map<StudentNumber, Student> students) {
        Map<AccountNumber, AccountBalance> balances = accounts.balances(request.accounts());
        Map<AccountNumber, StudentSnapshot> holders = new HashMap<>();
        for (AccountNumber number : request.accounts()) {
            Student student = students.get(number);
            holders.put(number, student == null ? accounts.account(number).student() : student.snapshot());
        }
        Map<AccountNumber, List<Charge>> outstanding =
                accounts.outstanding(request.parts().stream().map(Part::account).toList());
        List<Before> before = new ArrayList<>();
        for (AccountNumber number : request.accounts()) {
            Set<ChargeId> wanted = request.parts().stream()
                    .filter(part -> part.account().equals(number))
                    .flatMap(part -> part.charges().stream())
                    .collect(Collectors.toSet());
            List<Charge> own = outstanding.getOrDefault(number, List.of());
            JpaCashier.requireOutstanding(accounts, number, Settlement.missing(wanted, own));
            before.add(new Before(
                    holders.get(number),
                    balances.get(number),
                    own.stream()
                            .filter(charge -> wanted.contains(charge.id()))
                            .sorted(Comparator.comparing(Charge::id))
                            .toList()));
        }
        return before;
    }

    /** Last, so that nobody has to confirm a request that is refused anyway. */
    private void requireConfirmed(
            FamilyPaymentRequest request,
            FamilySettlement settlement,
            Map<StudentNumber, Student> students,
            LocalDate today,
            Instant now) {
        List<LocalDate> charged = settlement.shares().stream()
                .flatMap(share -> share.charges().stream())
                .map(Charge::date)
                .toList();
        UnusualDate.of(request.date(), today, charged)
                .ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
        OutsiderException.requireConfirmed(
                request.first(), Outsiders.among(request.accounts(), request.first(), students), request.confirmed());
        if (request.method().isReturnable()
                && request.received().isPositive()
                && !request.confirmed().contains(Confirmation.NOT_CASH)) {
            Map<AccountNumber, LocalDate> until = new CashOnlyQueries(em).until(request.accounts(), request.date());
            for (AccountNumber number : request.accounts()) {
                if (until.containsKey(number)) {
                    throw new CashOnlyException(number, until.get(number));
                }
            }
        }
        new RepeatedAmountQueries(em, now)
                .receipt(request.accounts(), request.received())
                .ifPresent(repeated -> repeated.requireConfirmed(request.confirmed()));
    }
}
