package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.CoverRunPlan.Shortage;
import org.openadmin.fees.api.payers.CoverRunPlan.Transfer;

/** Decides which part of which outstanding charge each payer gets by a cover run. */
public final class CoverPlan {

    private static final BigDecimal PERCENT = new BigDecimal("100");

    private static final Comparator<Transfer> BY_PAYER = Comparator.comparing(Transfer::payer)
            .thenComparing(transfer -> transfer.student().name())
            .thenComparing(transfer -> transfer.cover().terms().student())
            .thenComparing(Transfer::charge);

    /**
     * An outstanding charge of a student.
     *
     * @param charged its date; of a part of a charge, that of the whole
     * @param base the total that percentages are of: that of the charge of which a run made it the rest, or its own
     * @param line its number, and those of the charges that it came from
     */
    public record Open(Charge charge, LocalDate charged, Money base, Set<Long> line) {}

    /**
     * What was transferred under a cover before, and not taken back.
     *
     * @param charged the date of the whole charge
     */
    public record Use(CoverNumber cover, LocalDate charged, Money amount) {}

    private final List<Cover> covers;
    private final Optional<PayerNumber> only;
    private final Map<PayerNumber, Set<Long>> given;
    /** What is used of a cover in a school year, by its first day. */
    private final Map<CoverNumber, Map<LocalDate, Money>> used = new HashMap<>();

    private final List<Transfer> transfers = new ArrayList<>();

    private CoverPlan(
            Collection<Cover> covers, Optional<PayerNumber> only, Map<PayerNumber, Set<Long>> given, List<Use> uses) {
        this.covers =
                covers.stream().sorted(Comparator.comparing(Cover::number)).toList();
        this.only = only;
        this.given = given;
        uses.forEach(use -> use(use.cover(), use.charged(), use.amount()));
    }

    /**
     * The plan of a run.
     *
     * @param covers of payers who are active
     * @param only the payer whose covers are used; empty for all
     * @param open the outstanding charges
     * @param given the charges that each payer was given before, and those of which a run left a rest
     * @param uses of these covers
     * @param funds the credit of each payer who may not owe
     */
    public static CoverRunPlan of(
            LocalDate today,
            Collection<Cover> covers,
            Optional<PayerNumber> only,
            Collection<Open> open,
            Map<PayerNumber, Set<Long>> given,
            List<Use> uses,
            Map<PayerNumber, Money> funds,
            Money zero) {
        CoverPlan plan = new CoverPlan(covers, only, given, uses);
        open.stream()
                .filter(each -> !each.charge().date().isAfter(today))
                .sorted(Comparator.comparing(Open::charged)
                        .thenComparing(each -> each.charge().id()))
                .forEach(plan::share);
        List<Transfer> sorted = plan.transfers.stream().sorted(BY_PAYER).toList();
        return new CoverRunPlan(
                today,
                sorted,
                shortages(sorted, funds),
                sorted.stream().map(Transfer::amount).reduce(zero, Money::plus));
    }

    private static List<Shortage> shortages(List<Transfer> transfers, Map<PayerNumber, Money> funds) {
        Map<PayerNumber, Money> needed = new TreeMap<>();
        transfers.stream()
                .filter(transfer -> funds.containsKey(transfer.payer()))
                .forEach(transfer -> needed.merge(transfer.payer(), transfer.amount(), Money::plus));
        return needed.entrySet().stream()
                .map(fund -> new Shortage(fund.getKey(), fund.getValue(), atLeastZero(funds.get(fund.getKey()))))
                .filter(fund -> fund.missing().isPositive())
                .toList();
    }

    private static Money atLeastZero(Money credit) {
        return credit.isNegative() ? Money.zero(credit.currency()) : credit;
    }

    /** Percentages are rounded together, so that covers of 100 % leave nothing, in however many runs they are used. */
    private void share(Open open) {
        Money left = open.charge().total();
        BigDecimal percent = BigDecimal.ZERO;
        Money reached = Money.zero(left.currency());
        for (Cover cover : covers) {
            if (!isFor(cover, open)) {
                continue;
            }
            percent = percent.add(cover.percent());
            Money upTo = part(open.base(), percent);
            Money amount = smaller(smaller(upTo.minus(reached), left), leftOf(cover, open));
            reached = upTo;
            if (amount.isPositive() && isWanted(cover, open)) {
                left = left.minus(amount);
                use(cover.number(), open.charged(), amount);
                Charge charge = open.charge();
                transfers.add(new Transfer(
                        cover, charge.student(), charge.id(), charge.name(), open.charged(), charge.total(), amount));
            }
        }
    }

    private static boolean isFor(Cover cover, Open open) {
        return cover.terms().student().equals(open.charge().student().number())
                && cover.reaches(open.charge().name(), open.charged());
    }

    private boolean isWanted(Cover cover, Open open) {
        PayerNumber payer = cover.terms().payer();
        return only.filter(wanted -> !wanted.equals(payer)).isEmpty()
                && given.getOrDefault(payer, Set.of()).stream().noneMatch(open.line()::contains);
    }

    private static Money part(Money base, BigDecimal percent) {
        return Money.of(
                base.amount().multiply(percent).divide(PERCENT, base.amount().scale(), RoundingMode.HALF_UP),
                base.currency());
    }

    private Money leftOf(Cover cover, Open open) {
        Money total = open.charge().total();
        return cover.terms()
                .yearLimit()
                .map(limit -> limit.minus(
                        used(cover.number()).getOrDefault(year(open.charged()), Money.zero(total.currency()))))
                .orElse(total);
    }

    private void use(CoverNumber cover, LocalDate charged, Money amount) {
        used(cover).merge(year(charged), amount, Money::plus);
    }

    private Map<LocalDate, Money> used(CoverNumber cover) {
        return used.computeIfAbsent(cover, none -> new HashMap<>());
    }

    private static LocalDate year(LocalDate date) {
        return CollectionPeriod.schoolYear(date).from().orElseThrow();
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The transfers of a plan by charge, in the order of the plan. */
    public static Map<ChargeId, List<Transfer>> byCharge(CoverRunPlan plan) {
        Map<ChargeId, List<Transfer>> byCharge = new LinkedHashMap<>();
        plan.transfers().forEach(transfer -> byCharge.computeIfAbsent(transfer.charge(), none -> new ArrayList<>())
                .add(transfer));
        return byCharge;
    }

    /** The totals of the parts that a charge is split into: what each payer gets, then what remains; one if it is not split. */
    public static List<Money> parts(List<Transfer> ofCharge) {
        Money rest =
                ofCharge.stream().map(Transfer::amount).reduce(ofCharge.get(0).whole(), Money::minus);
        List<Money> parts =
                new ArrayList<>(ofCharge.stream().map(Transfer::amount).toList());
        if (rest.isPositive()) {
            parts.add(rest);
        }
        return List.copyOf(parts);
    }
}
