package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.YearLimitException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.SoldPieces;

/** Charges what is sold with payments. */
final class MemorySales {

    private final MemoryLedger ledger;
    private final MemoryRoll roll;
    private final MemoryCatalogue catalogue;
    private final MemoryAssessment assessment;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final MemoryYearLimits limits;
    /** The charges that were made for a payment, by its row. */
    private final Map<Long, List<Long>> sold = new HashMap<>();

    MemorySales(
            MemoryLedger ledger,
            MemoryRoll roll,
            MemoryCatalogue catalogue,
            MemoryAssessment assessment,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            MemoryYearLimits limits) {
        this.ledger = ledger;
        this.roll = roll;
        this.catalogue = catalogue;
        this.assessment = assessment;
        this.settings = settings;
        this.now = now;
        this.limits = limits;
    }

    /** A request whose sale is charged, the charges, and the fees that the student had before. */
    record Sale(
            PaymentRequest request,
            List<Long> pieces,
            Map<PredefinedFeeId, Integer> fees,
            Map<String, LocalDate> charged) {

        void requireConfirmed() {
            if (!request.confirmed().contains(Confirmation.ALREADY_CHARGED)) {
                charged.forEach((fee, date) -> {
                    throw new AlreadyChargedException(request.student(), fee, date);
                });
            }
        }
    }

    /** Charges the pieces. If the payment is refused afterwards, {@link #withdraw} takes them out again. */
    Sale charge(PaymentRequest request, Map<PredefinedFeeId, PredefinedFee> fees) {
        if (request.sold().isEmpty()) {
            return new Sale(request, List.of(), Map.of(), Map.of());
        }
        Student student =
                roll.find(request.student()).orElseThrow(() -> new UnknownStudentException(List.of(request.student())));
        Map<String, LocalDate> charged = new LinkedHashMap<>();
        List<List<JournalRow>> rows = new ArrayList<>();
        for (SoldFee each : request.sold()) {
            PredefinedFee fee = fees.get(each.fee());
            requireProfile(fee);
            assessment
                    .chargedLately(student, fee.fee(), request.date())
                    .ifPresent(date -> charged.put(fee.fee().name(), date));
            rows.add(rows(request, student, fee, each.quantity()));
        }
        SoldPieces paid = new SoldPieces(request);
        Map<PredefinedFeeId, Integer> quantities = new HashMap<>();
        List<Long> pieces = new ArrayList<>();
        try {
            for (int i = 0; i < rows.size(); i++) {
                requireAllowed(
                        request,
                        fees.get(request.sold().get(i).fee()),
                        rows.get(i).size());
                List<Long> made = rows.get(i).stream().map(ledger::add).toList();
                pieces.addAll(made);
                SoldFee each = request.sold().get(i);
                quantities.put(each.fee(), each.quantity());
                paid.add(
                        each,
                        ledger.row(made.get(0)).orElseThrow().total(),
                        made.stream().map(ChargeId::new).toList());
            }
            return new Sale(paid.request(), pieces, quantities, charged);
        } catch (RuntimeException e) {
            withdraw(pieces);
            throw e;
        }
    }

    /** What was sold before in the same request is in the ledger by now. */
    private void requireAllowed(PaymentRequest request, PredefinedFee fee, int pieces) {
        Money price = assessment.price(fee.fee(), request.date()).total().times(pieces);
        limits.of(request.student(), fee.fee().name(), request.date())
                .filter(limit -> !limit.allows(price))
                .ifPresent(limit -> {
                    throw new YearLimitException(request.student(), fee.fee().name(), limit);
                });
    }

    private void requireProfile(PredefinedFee fee) {
        if (fee.audience().orElse(null) instanceof Audience.Profile profile
                && settings.get().profiles().keySet().stream().noneMatch(profile.name()::equalsIgnoreCase)) {
            throw new UnknownProfileException(
                    profile.name(), List.copyOf(settings.get().profiles().keySet()));
        }
    }

    private List<JournalRow> rows(PaymentRequest request, Student student, PredefinedFee predefined, int quantity) {
        Fee fee = predefined.fee();
        Price price = assessment.price(fee, request.date());
        LocalDate due =
                SoldPieces.due(predefined, request.date(), settings.get().dueDays());
        List<JournalRow> rows = new ArrayList<>();
        for (int i = 0; i < quantity; i++) {
            JournalRow row = JournalRow.of(EntryKind.CHARGE, price.total())
                    .student(student.snapshot())
                    .on(request.date())
                    .named(fee.name())
                    .about(fee.description())
                    .subtotal(price.subtotal())
                    .due(due)
                    .recorded(request.actor().name(), Optional.of(now.get()));
            price.taxes().forEach(row::tax);
            rows.add(row);
        }
        return rows;
    }

    void withdraw(List<Long> pieces) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            ledger.withdraw(pieces.get(i));
        }
    }

    void record(long payment, Sale sale) {
        sold.put(payment, sale.pieces());
        sale.fees().forEach(catalogue::charged);
    }

    /** The charges that were made for the payment on this row. */
    List<Long> pieces(long payment) {
        return sold.getOrDefault(payment, List.of());
    }
}
