package org.openadmin.fees.ui.internal;

import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.overview.FeesOverview;

/** An overview of receivables that a test has added. */
public final class FakeOverview implements FeesOverview {

    final List<Receivable> owing = new ArrayList<>();
    public int creditOnlyStudents;
    public Money creditOnly = cad("0");
    public Money charged = cad("0");
    /** Less what was paid out. */
    public Money received = cad("0");

    public Money paidOut = cad("0");
    /** Of past days. */
    public KnownThen known = new KnownThen(0, cad("0"), cad("0"), cad("0"));

    public RuntimeException failure;

    /** @param amounts by age, youngest first */
    public void owes(int number, String name, String homeroom, String credit, String... amounts) {
        Map<Age, Money> byAge = new EnumMap<>(Age.class);
        IntStream.range(0, amounts.length).forEach(i -> byAge.put(Age.values()[i], cad(amounts[i])));
        Money outstanding = byAge.values().stream().reduce(cad("0"), Money::plus);
        StudentNumber student = new StudentNumber(number);
        owing.add(new Receivable(
                new StudentSnapshot(student, name, "9", homeroom),
                byAge,
                new AccountBalance(student, outstanding.minus(cad(credit)), outstanding)));
    }

    @Override
    public Figures figures(Actor reader, LocalDate today) {
        Receivables everybody = receivables(reader, today);
        List<Receivable> all = everybody.owing();
        List<Band> bands =
                Arrays.stream(Age.values()).map(age -> band(age, all)).toList();
        Money outstanding = bands.stream().map(Band::amount).reduce(cad("0"), Money::plus);
        Money credit = everybody.credit();
        YearMonth current = YearMonth.from(today);
        List<Month> months = IntStream.rangeClosed(0, 11)
                .mapToObj(i -> i == 11
                        ? new Month(current, charged, received)
                        : new Month(current.minusMonths(11L - i), cad("0"), cad("0")))
                .toList();
        int owingStudents = (int) all.stream()
                .filter(each -> each.account().balance().isPositive())
                .count();
        return new Figures(
                today,
                outstanding,
                credit,
                owingStudents,
                1,
                received.plus(paidOut),
                paidOut,
                charged,
                received,
                bands,
                months);
    }

    private static Band band(Age age, List<Receivable> all) {
        List<Money> amounts = all.stream()
                .map(each -> each.outstanding().get(age))
                .filter(amount -> !amount.isZero())
                .toList();
        return new Band(age, amounts.size(), amounts.size(), amounts.stream().reduce(cad("0"), Money::plus));
    }

    @Override
    public Receivables receivables(Actor reader, LocalDate today) {
        reader.require(Role.VIEW);
        if (failure != null) {
            throw failure;
        }
        return new Receivables(owing, creditOnlyStudents, creditOnly);
    }

    /** The same figures as today, with what {@link #known} tells apart. */
    @Override
    public Figures figuresAsOf(Actor reader, LocalDate day) {
        Figures same = figures(reader, day);
        return new Figures(
                day,
                same.outstanding(),
                same.credit(),
                same.studentsOwing(),
                same.receiptsToday(),
                same.takenToday(),
                same.paidOutToday(),
                same.chargedToday(),
                same.receivedThisMonth(),
                same.bands(),
                same.months(),
                Optional.of(known));
    }

    @Override
    public Receivables receivablesAsOf(Actor reader, LocalDate day) {
        Receivables same = receivables(reader, day);
        List<Receivable> past = same.owing().stream()
                .map(each -> new Receivable(
                        each.student(),
                        each.outstanding(),
                        each.account(),
                        Optional.of(PastBalance.of(each.account()))))
                .toList();
        return new Receivables(past, creditOnlyStudents, creditOnly, Optional.of(known));
    }
}
