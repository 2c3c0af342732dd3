package org.openadmin.fees.api.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

class PartPlanTest {

    @Test
    void amountsThatDoNotAddUpAreRefusedWithTheDifference() {
        PartPlan plan = PartPlan.of(cad("60.00"), cad("39.00"));

        PartsDoNotAddUpException less =
                catchThrowableOfType(PartsDoNotAddUpException.class, () -> plan.totals(cad("100.00")));
        assertThat(less.parts()).isEqualTo(cad("99.00"));
        assertThat(less.whole()).isEqualTo(cad("100.00"));
        assertThat(less.difference()).isEqualTo(cad("-1.00"));
        assertThat(catchThrowableOfType(PartsDoNotAddUpException.class, () -> plan.totals(cad("98.50")))
                        .difference())
                .isEqualTo(cad("0.50"));
        assertThat(plan.totals(cad("99.00"))).containsExactly(cad("60.00"), cad("39.00"));
    }

    @Test
    void partsWithoutDatesAreDueLikeTheWhole() {
        assertThat(PartPlan.equal(3).days(DAY)).containsExactly(DAY, DAY, DAY);
        assertThat(PartPlan.due(List.of(DAY, DAY.plusMonths(1))).days(DAY.minusDays(1)))
                .containsExactly(DAY, DAY.plusMonths(1));
        assertThat(PartPlan.due(List.of(DAY, DAY)).totals(cad("9.99"))).containsExactly(cad("5.00"), cad("4.99"));
    }

    @Test
    void whatIsNoPlanIsRefused() {
        assertRefused(Field.PARTS, Problem.OUT_OF_RANGE, () -> PartPlan.equal(1));
        assertRefused(Field.PARTS, Problem.OUT_OF_RANGE, () -> PartPlan.equal(61));
        assertRefused(Field.PARTS, Problem.OUT_OF_RANGE, () -> new PartPlan(3, List.of(cad("1.00")), List.of()));
        assertRefused(Field.PARTS, Problem.OUT_OF_RANGE, () -> new PartPlan(2, List.of(), List.of(DAY)));
        assertRefused(Field.AMOUNT, Problem.NOT_POSITIVE, () -> PartPlan.of(cad("100.00"), cad("0.00")));
        assertRefused(Field.DUE, Problem.OUT_OF_SEQUENCE, () -> PartPlan.due(List.of(DAY, DAY.minusDays(1), DAY)));
        assertRefused(Field.DUE, Problem.OUT_OF_RANGE, () -> PartPlan.due(List.of(DAY, DAY.plusYears(2000))));
    }

    private static void assertRefused(Field field, Problem problem, Runnable plan) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, plan::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.problem()).isEqualTo(problem);
    }
}
