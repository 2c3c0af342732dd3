package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.spi.CoverPlan.Open;

/** Whatever the covers, the parts of a charge add up to it, and the runs for one payer after the other do what one run for all does. */
class CoverPlanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final StudentNumber INES = new StudentNumber(460);

    /** Covers of payers 1, 2 and so on with these weights of a percentage; the last one has the rest of 100 % if all is covered. */
    private static List<Cover> covers(List<Integer> weights, boolean all) {
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        BigDecimal left = CoverTerms.ALL;
        List<Cover> covers = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            boolean last = all && i == weights.size() - 1;
            BigDecimal percent = last
                    ? left
                    : BigDecimal.valueOf(weights.get(i) * 9_900L / sum, 2).max(new BigDecimal("0.01"));
            left = left.subtract(percent);
            covers.add(new Cover(
                    new CoverNumber(i + 1L),
                    new CoverTerms(
                            new PayerNumber(i + 1),
                            INES,
                            Optional.empty(),
                            percent,
                            Optional.empty(),
                            DAY,
                            Optional.empty(),
                            ""),
                    "ann",
                    Optional.empty()));
        }
        return covers;
    }

    private static Open charge(Money base, Money total, long id, Set<Long> line) {
        return new Open(
                new Charge(
                        new ChargeId(id),
                        new StudentSnapshot(INES, "Tremblay, Inès", "9", "9A"),
                        DAY,
                        DAY,
                        "Trip",
                        "",
                        total,
                        List.of(),
                        total,
                        Optional.empty()),
                DAY,
                base,
                line);
    }

    private static CoverRunPlan plan(
            List<Cover> covers, Optional<PayerNumber> only, Open open, Map<PayerNumber, Set<Long>> given) {
        return CoverPlan.of(DAY, covers, only, List.of(open), given, List.of(), Map.of(), cad("0.00"));
    }

    private static Money cents(int cents) {
        return cad(BigDecimal.valueOf(cents, 2).toPlainString());
    }

    @Property
    void thePartsAddUpToTheWhole(
            @ForAll @IntRange(min = 1, max = 99_999) int cents,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 50) Integer> weights,
            @ForAll boolean all) {
        Money whole = cents(cents);

        CoverRunPlan plan = plan(covers(weights, all), Optional.empty(), charge(whole, whole, 1, Set.of(1L)), Map.of());

        assertThat(plan.transfers()).allMatch(each -> each.amount().isPositive());
        assertThat(plan.total().compareTo(whole)).isLessThanOrEqualTo(0);
        if (all) {
            assertThat(plan.total()).isEqualTo(whole);
        }
        if (!plan.transfers().isEmpty()) {
            assertThat(CoverPlan.parts(plan.transfers()).stream().reduce(cad("0.00"), Money::plus))
                    .isEqualTo(whole);
        }
    }

    @Property
    void oneRunForEachPayerDoesWhatOneRunForAllDoes(
            @ForAll @IntRange(min = 1, max = 99_999) int cents,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 50) Integer> weights,
            @ForAll boolean all) {
        Money whole = cents(cents);
        List<Cover> covers = covers(weights, all);
        Map<PayerNumber, Money> together = new HashMap<>();
        plan(covers, Optional.empty(), charge(whole, whole, 1, Set.of(1L)), Map.of())
                .transfers()
                .forEach(each -> together.put(each.payer(), each.amount()));
        Map<PayerNumber, Money> apart = new HashMap<>();
        Map<PayerNumber, Set<Long>> given = new HashMap<>();
        Money left = whole;
        Set<Long> line = new HashSet<>(Set.of(1L));
        for (int payer = weights.size(); payer >= 1 && left.isPositive(); payer--) {
            Open rest = charge(whole, left, line.size(), Set.copyOf(line));
            for (var each : plan(covers, Optional.of(new PayerNumber(payer)), rest, given)
                    .transfers()) {
                apart.put(each.payer(), each.amount());
                given.put(each.payer(), Set.of(each.charge().value()));
                left = left.minus(each.amount());
                line.add(line.size() + 1L);
            }
        }

        assertThat(apart).isEqualTo(together);
    }
}
