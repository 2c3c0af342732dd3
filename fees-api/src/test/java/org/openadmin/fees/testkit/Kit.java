package org.openadmin.fees.testkit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/** The people, amounts and requests that tests share. */
public final class Kit {

    public static final Currency CAD = Currency.getInstance("CAD");
    public static final LocalDate DAY = LocalDate.of(2026, 9, 8);

    /** The day of {@link #CLOCK}. */
    public static final LocalDate TODAY = DAY.plusDays(12);

    /** A running clock that was at noon of {@link #TODAY} when the tests began. */
    public static final Clock CLOCK = Clock.offset(
            Clock.systemUTC(),
            Duration.between(Instant.now(), TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));

    public static final Actor CLERK = new Actor("clerk", EnumSet.of(Role.BILL));
    public static final Actor CASHIER = new Actor("cashier", EnumSet.of(Role.CASHIER));
    public static final Actor VIEWER = new Actor("viewer", EnumSet.of(Role.VIEW));
    public static final Actor ADMIN = new Actor("admin", EnumSet.of(Role.ADMIN));
    public static final Actor NOBODY = new Actor("nobody", Set.of());

    private Kit() {}

    public static Money cad(String amount) {
        return Money.parse(amount, CAD);
    }

    public static Student student(int number, String lastname, String firstname, String grade, String homeroom) {
        return new Student(
                new StudentNumber(number), lastname, firstname, "", grade, homeroom, true, "", List.of(), "");
    }

    public static Fee fee(String name, String amount, String... taxes) {
        return new Fee(name, "", cad(amount), BigDecimal.ZERO, List.of(taxes));
    }

    public static Audience.Group only(StudentNumber... students) {
        String values = Stream.of(students).map(StudentNumber::toString).collect(Collectors.joining(" "));
        return Audience.Group.parse(GroupKind.STUDENT, values);
    }

    /** A draft with the date {@link #DAY}. */
    public static AssessmentDraft draft(Fee fee, Audience audience) {
        return new AssessmentDraft(Optional.empty(), fee, DAY, audience);
    }

    /** A request of the clerk with a fresh key and the date {@link #DAY}. */
    public static AssessmentRequest assessing(Fee fee, Audience audience) {
        return assessing(draft(fee, audience));
    }

    /** A request of the clerk with a fresh key. */
    public static AssessmentRequest assessing(AssessmentDraft draft) {
        return new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.empty());
    }

    /** A request of the cashier with a fresh key and the date {@link #DAY}, in cash; a repeated amount is confirmed. */
    public static PaymentRequest paying(AccountNumber student, String amount, ChargeId... charges) {
        return paying(RequestKey.fresh(), CASHIER, student, amount, charges);
    }

    /** A request with the date {@link #DAY}, in cash; a repeated amount is confirmed. */
    public static PaymentRequest paying(
            RequestKey key, Actor actor, AccountNumber student, String amount, ChargeId... charges) {
        return new PaymentRequest(key, actor, student, DAY, cad(amount), Set.of(charges), PaymentMethod.CASH, "")
                .confirming(Confirmation.REPEATED_AMOUNT);
    }

    /** A school in Canada with the taxes GST 5 % and QST 9.975 % and the profile {@code highschool}; charges are due on their date. */
    public static Settings settings() {
        return settings(Locale.CANADA, Map.of("highschool", Audience.Group.parse(GroupKind.GRADE, "9 10 11 12")));
    }

    public static Settings settings(Locale locale, Map<String, Audience.Group> profiles) {
        return new Settings(
                        School.named("Prairie School", "1 Main Street"),
                        CAD,
                        locale,
                        List.of(new TaxRate("GST", new BigDecimal("5")), new TaxRate("QST", new BigDecimal("9.975"))),
                        profiles,
                        PaymentSettings.from(1, CAD),
                        DocumentSettings.of(DocumentSettings.Paper.LETTER),
                        AccountCodes.none())
                .withDueDays(0);
    }
}
