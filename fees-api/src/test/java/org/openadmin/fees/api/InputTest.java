package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;

/** Input is either accepted in its intended meaning or rejected with the field and the reason. */
class InputTest {

    private static final Money TEN = Money.parse("10.00", Currency.getInstance("CAD"));

    @Test
    void readsDatesThatExist() {
        assertThat(Dates.parse(" 2024-02-29 ")).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "2026-9-8", "08/09/2026", "", "today", "20260908"})
    void refusesDatesThatDoNot(String text) {
        refused(Field.DATE, Problem.NOT_A_DATE, () -> Dates.parse(text));
    }

    @Test
    void refusesDatesThatAreATypingMistake() {
        refused(Field.DATE, Problem.OUT_OF_RANGE, () -> Dates.parse("0206-09-08"));
        refused(Field.DATE, Problem.OUT_OF_RANGE, () -> Dates.parse("3026-09-08"));
    }

    @Test
    void readsMonthsThatExist() {
        assertThat(Dates.parseMonth(" 2026-09 ")).isEqualTo(YearMonth.of(2026, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-00", "2026-9", "09-2026", "2026-09-01", "", "may", "+2026-09"})
    void refusesMonthsThatDoNot(String text) {
        refused(Field.MONTH, Problem.NOT_A_DATE, () -> Dates.parseMonth(text));
    }

    @Test
    void refusesMonthsThatAreATypingMistake() {
        refused(Field.MONTH, Problem.OUT_OF_RANGE, () -> Dates.parseMonth("0206-09"));
        assertThatThrownBy(() -> Dates.parseMonth("2026/09"))
                .hasMessage("The month \"2026/09\" is not a valid month such as 2026-09.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "abc", "1e2", "", "99999999999"})
    void refusesStudentNumbersThatAreNone(String text) {
        refused(Field.STUDENT, Problem.NOT_A_NUMBER, () -> StudentNumber.parse(text));
    }

    @Test
    void refusesNumbersBelowOne() {
        refused(Field.STUDENT, Problem.OUT_OF_RANGE, () -> StudentNumber.parse("-5"));
        refused(Field.RECEIPT, Problem.OUT_OF_RANGE, () -> new ReceiptNumber(0));
        refused(Field.RECEIPT, Problem.OUT_OF_RANGE, () -> ReceiptNumber.parse("4294967297"));
    }

    @Test
    void readsRequestKeysStrictly() {
        RequestKey key = RequestKey.fresh();

        assertThat(RequestKey.parse(key.toString())).isEqualTo(key);
        refused(Field.KEY, Problem.UNKNOWN, () -> RequestKey.parse("1-1-1-1-1"));
        refused(Field.KEY, Problem.UNKNOWN, () -> RequestKey.parse("again"));
    }

    @Test
    void readsGroupsAsTheOfficeWritesThem() {
        assertThat(GroupKind.parse("Subject-Section")).isEqualTo(GroupKind.SUBJECT_SECTION);
        assertThat(Audience.Group.parse(GroupKind.GRADE, "  9  10 9 ").values()).containsExactly("9", "10");
        refused(Field.VALUES, Problem.MISSING, () -> Audience.Group.parse(GroupKind.GRADE, "  "));
        refused(Field.GROUP, Problem.UNKNOWN, () -> GroupKind.parse("class"));
        refused(Field.METHOD, Problem.UNKNOWN, () -> PaymentMethod.parse("beads"));
    }

    @Test
    void keepsEveryWordOfANameAndRefusesWhatCannotBeKept() {
        Fee fee = fee("  <b> =SUM(1,2) 👍 é  ", "", "0");

        assertThat(fee.name()).isEqualTo("<b> =SUM(1,2) 👍 é");
        assertThatCode(() -> fee("👍".repeat(255), "", "0")).doesNotThrowAnyException();
        refused(Field.NAME, Problem.TOO_LONG, () -> fee("x".repeat(256), "", "0"));
        refused(Field.NAME, Problem.MISSING, () -> fee("   ", "", "0"));
        refused(Field.DESCRIPTION, Problem.CONTROL_CHARACTER, () -> fee("x", "two\nlines", "0"));
        refused(Field.DISCOUNT, Problem.OUT_OF_RANGE, () -> fee("x", "", "100.01"));
        refused(Field.DISCOUNT, Problem.OUT_OF_RANGE, () -> fee("x", "", "-1"));
        refused(Field.DISCOUNT, Problem.TOO_MANY_DECIMALS, () -> fee("x", "", "0.00001"));
    }

    @Test
    void letsOnlyWhoHasTheRoleAct() {
        Actor viewer = new Actor("viewer", Set.of(Role.VIEW));
        Actor admin = new Actor("admin", Set.of(Role.ADMIN));

        assertThat(admin.may(Role.CASHIER)).isTrue();
        assertThat(new Actor("cashier", Set.of(Role.CASHIER)).may(Role.VIEW)).isTrue();
        assertThat(new Actor("nobody", Set.of()).may(Role.VIEW)).isFalse();
        assertThatThrownBy(() -> viewer.require(Role.BILL)).isInstanceOfSatisfying(NotAllowedException.class, e -> {
            assertThat(e.user()).isEqualTo("viewer");
            assertThat(e.needed()).isEqualTo(Role.BILL);
        });
    }

    @Test
    void aParentMayDoNothingOfTheOfficeAndTheOfficeNothingOfAParent() {
        Actor parent = new Actor("parent", Set.of(Role.PARENT));
        for (Role role : Role.values()) {
            assertThat(parent.may(role)).as(role.roleName()).isEqualTo(role == Role.PARENT);
            assertThat(new Actor("office", Set.of(role)).may(Role.PARENT))
                    .as(role.roleName())
                    .isEqualTo(role == Role.PARENT);
        }
        assertThat(parent.seesPayers()).isFalse();
        Actor both = new Actor("both", Set.of(Role.PARENT, Role.CASHIER));
        assertThat(both.may(Role.PARENT) && both.may(Role.VIEW) && both.may(Role.CASHIER))
                .isTrue();
        assertThat(both.may(Role.BILL)).isFalse();
    }

    private static Fee fee(String name, String description, String discount) {
        return new Fee(name, description, TEN, new BigDecimal(discount), List.of());
    }

    private static void refused(Field field, Problem problem, ThrowingCallable input) {
        assertThatThrownBy(input).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e).hasMessageContaining("The " + field.label());
        });
    }
}
