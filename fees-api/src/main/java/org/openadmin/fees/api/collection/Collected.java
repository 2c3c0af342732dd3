package org.openadmin.fees.api.collection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/**
 * What was charged, and what has become of it. The numbers and the sums of all states add up to what was charged.
 *
 * @param charged all charges
 * @param states the charges of each state; a state that is missing has none
 */
public record Collected(Tally charged, Map<ChargeState, Tally> states) {

    private static final int PERCENT = 100;

    /** @throws IllegalArgumentException if the states do not add up to what was charged */
    public Collected {
        Objects.requireNonNull(charged, "charged");
        states = Map.copyOf(states);
        Tally all = states.values().stream().reduce(none(charged.sum()), Tally::plus);
        if (!all.equals(charged)) {
            throw new IllegalArgumentException("Charged " + charged + ", but the states add up to " + all);
        }
    }

    /** Returns figures without any charge. */
    public static Collected nothing(Money zero) {
        return new Collected(none(zero), Map.of());
    }

    /** Returns the figures of one charge. */
    public static Collected of(ChargeState state, Money total) {
        Tally one = new Tally(1, total);
        return new Collected(one, Map.of(state, one));
    }

    private static Tally none(Money amount) {
        return new Tally(0, Money.zero(amount.currency()));
    }

    /** The charges of this state. */
    public Tally of(ChargeState state) {
        return states.getOrDefault(state, none(charged.sum()));
    }

    /** Returns these figures and others together. */
    public Collected plus(Collected other) {
        Map<ChargeState, Tally> both = new EnumMap<>(ChargeState.class);
        Arrays.stream(ChargeState.values())
                .filter(state -> states.containsKey(state) || other.states.containsKey(state))
                .forEach(state -> both.put(state, of(state).plus(other.of(state))));
        return new Collected(charged.plus(other.charged), both);
    }

    /**
     * Returns these figures without some of their charges.
     *
     * @throws IllegalArgumentException if there are fewer charges in a state than the others have
     */
    public Collected minus(Collected some) {
        Map<ChargeState, Tally> rest = new EnumMap<>(ChargeState.class);
        for (ChargeState state : ChargeState.values()) {
            Tally left = of(state).minus(some.of(state));
            if (!left.equals(none(charged.sum()))) {
                rest.put(state, left);
            }
        }
        return new Collected(charged.minus(some.charged), rest);
    }

    /** The charges that were not reversed. */
    public Tally due() {
        Tally reversed = of(ChargeState.REVERSED);
        return new Tally(charged.number() - reversed.number(), charged.sum().minus(reversed.sum()));
    }

    /**
     * The share that was collected: the amount paid or covered, in percent of the amount charged and not reversed. It has one decimal and is
     * rounded down, so that only a fee that nobody owes any more has 100.0. Empty if there is nothing to collect.
     */
    public Optional<BigDecimal> rate() {
        Money due = due().sum();
        return due.isPositive()
                ? Optional.of(of(ChargeState.PAID)
                        .sum()
                        .plus(of(ChargeState.COVERED).sum())
                        .amount()
                        .multiply(BigDecimal.valueOf(PERCENT))
                        .divide(due.amount(), 1, RoundingMode.FLOOR))
                : Optional.empty();
    }

    /** Whether there is a charge that was not reversed. */
    public boolean isCharged() {
        return due().number() > 0;
    }

    /** Whether nothing is outstanding. */
    public boolean isSettled() {
        return of(ChargeState.OUTSTANDING).number() == 0;
    }
}
