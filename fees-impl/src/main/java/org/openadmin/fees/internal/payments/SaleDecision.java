package org.openadmin.fees.internal.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.api.billing.YearLimitException;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.ChargeRows;
import org.openadmin.fees.internal.ledger.ChargedFeeQueries;
import org.openadmin.fees.internal.ledger.DatePeriod;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.ledger.SplitRows;
import org.openadmin.fees.internal.ledger.YearLimitQueries;
import org.openadmin.fees.internal.students.Audiences;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.SoldPieces;

/**
 * Charges what is sold with a payment, before the payment is decided: from then on, the pieces are charges like any other. The account must
 * be locked, and if a fee has a limit, assessments too, which would be charged at the same moment.
 */
final class SaleDecision {

    private final EntityManager em;
    private final Settings settings;
    private final Map<PredefinedFeeId, PredefinedFee> fees;
    private final SaleStore store;

    /** @param fees the predefined fees that are sold */
    SaleDecision(EntityManager em, Settings settings, Map<PredefinedFeeId, PredefinedFee> fees) {
        this.em = em;
        this.settings = settings;
        this.fees = fees;
        store = new SaleStore(em);
    }

    /**
     * A request whose sale is charged.
     *
     * @param request the request, which pays the pieces like charges that were there before
     * @param pieces the charges of all pieces, paid or not
     * @param charged for each fee that the student already had, when it was charged
     */
    record Sale(PaymentRequest request, List<ChargeId> pieces, Map<String, LocalDate> charged) {

        /** Last, so that nobody has to confirm a request that is refused anyway. */
        void requireConfirmed() {
            if (!request.confirmed().contains(Confirmation.ALREADY_CHARGED)) {
                charged.forEach((fee, date) -> {
                    throw new AlreadyChargedException(request.student(), fee, date);
                });
            }
        }
    }

    /** Charges the pieces; a request without a sale is left as it is. */
    Sale charge(PaymentRequest request, Instant now) {
        if (request.sold().isEmpty()) {
            return new Sale(request, List.of(), Map.of());
        }
        StudentSnapshot student = student(request.student());
        Map<String, LocalDate> charged = charged(request);
        Pricing pricing = new Pricing(settings.taxesOn(request.date()));
        SoldPieces paid = new SoldPieces(request);
        List<ChargeId> pieces = new ArrayList<>();
        for (SoldFee sold : request.sold()) {
            PredefinedFee fee = fees.get(sold.fee());
            // one that can no longer be charged, because its profile is gone, is not sold either
            fee.audience().ifPresent(audience -> Audiences.group(audience, settings));
            requireAllowed(request, sold, fee, pricing.price(fee.fee()).total());
            ChargeRows rows = new ChargeRows(
                    fee.fee(),
                    Optional.of(sold.fee()),
                    request.date(),
                    SoldPieces.due(fee, request.date(), settings.dueDays()),
                    request.actor(),
                    now);
            List<ChargeId> made = store.charge(rows, pricing, sold.quantity(), student);
            paid.add(sold, pricing.price(fee.fee()).total(), made);
            pieces.addAll(made);
        }
        return new Sale(paid.request(), pieces, charged);
    }

    /** What was sold before in the same request counts: it is in the journal by now. */
    private void requireAllowed(PaymentRequest request, SoldFee sold, PredefinedFee fee, Money price) {
        for (Money limit : fee.terms().yearLimit().stream().toList()) {
            StudentNumber student = request.student().student().orElseThrow();
            YearLimit now = new YearLimitQueries(em, settings.currency())
                    .of(student, fee.fee().name(), request.date(), limit);
            if (!now.allows(price.times(sold.quantity()))) {
                throw new YearLimitException(student, fee.fee().name(), now);
            }
        }
    }

    /** Records which charges were made for the payment of a request. */
    void record(PaymentRequest request, Sale sale) {
        if (!sale.pieces().isEmpty()) {
            store.record(request.key(), sale.pieces());
        }
    }

    private StudentSnapshot student(AccountNumber number) {
        return number.student()
                .flatMap(student -> Optional.ofNullable(
                        new HostStudents(em).find(List.of(student)).get(student)))
                .map(Student::snapshot)
                .orElseThrow(() -> new UnknownStudentException(List.of(number)));
    }

    private Map<String, LocalDate> charged(PaymentRequest request) {
        DatePeriod recent = DatePeriod.around(request.date(), settings.repeatDays());
        StudentNumber student = request.student().student().orElseThrow();
        ChargedFeeQueries queries = new ChargedFeeQueries(em);
        Map<String, LocalDate> charged = new LinkedHashMap<>();
        for (SoldFee sold : request.sold()) {
            String name = fees.get(sold.fee()).fee().name();
            Optional.ofNullable(queries.charged(name, request.date(), Set.of(student))
                            .get(student))
                    .filter(recent::contains)
                    .ifPresent(date -> charged.put(name, date));
        }
        return charged;
    }

    /**
     * The charges of a receipt that were not sold with it; empty if the sale of the request is another one than that of the receipt.
     *
     * @param splits the parts that a receipt may have settled instead of a whole piece
     */
    Optional<Set<ChargeId>> notSold(PaymentRequest request, Receipt receipt, SplitRows splits) {
        Set<ChargeId> others =
                receipt.settled().stream().map(Charge::id).collect(Collectors.toCollection(HashSet::new));
        Map<PredefinedFeeId, List<ChargeId>> sold = store.sold(request.key());
        if (sold.size() != request.sold().size()) {
            return Optional.empty();
        }
        for (SoldFee each : request.sold()) {
            List<ChargeId> pieces = sold.getOrDefault(each.fee(), List.of());
            List<Charge> settled = receipt.settled().stream()
                    .filter(charge -> pieces.contains(charge.id())
                            || splits.origin(charge.id())
                                    .filter(pieces::contains)
                                    .isPresent())
                    .toList();
            if (pieces.size() != each.quantity() || !isPaid(each, pieces, settled)) {
                return Optional.empty();
            }
            settled.forEach(charge -> others.remove(charge.id()));
        }
        return Optional.of(others);
    }

    private boolean isPaid(SoldFee sold, List<ChargeId> pieces, List<Charge> settled) {
        return sold.paid()
                .map(paid -> settled.stream()
                        .map(Charge::total)
                        .reduce(Money.zero(settings.currency()), Money::plus)
                        .equals(paid))
                .orElseGet(() -> settled.stream().map(Charge::id).toList().containsAll(pieces));
    }
}
