package org.openadmin.fees.itest.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Times two implementations alternately, so that changes in the speed of the machine affect both alike, and prints the
 * medians.
 */
final class Stopwatch {

    private static final int WARM_UP = 3;
    private static final int COUNTED = 9;
    private static final double AS_LONG_AS_IT_TAKES = Double.MAX_VALUE;

    private static final double NANOS_PER_MILLI = 1e6;

    private Stopwatch() {}

    /** The work to time. Each run gets a different number. */
    interface Work {
        void run(int number) throws Exception;
    }

    /** The shortest times in milliseconds: other work on the machine can only add to them. */
    record Fastest(double ours, double raw) {}

    /** Prints the medians in one line, and returns the shortest times. */
    static Fastest compare(String what, String oursName, Work ours, String rawName, Work raw) throws Exception {
        return compare(what, oursName, ours, rawName, raw, AS_LONG_AS_IT_TAKES);
    }

    /** @param patience what has taken this many milliseconds is not repeated */
    static Fastest compare(String what, String oursName, Work ours, String rawName, Work raw, double patience)
            throws Exception {
        List<Double> oursMillis = new ArrayList<>();
        List<Double> rawMillis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + COUNTED; i++) {
            if (i == 0 || sum(oursMillis) < patience) {
                oursMillis.add(millis(ours, i));
            }
            if (i == 0 || sum(rawMillis) < patience) {
                rawMillis.add(millis(raw, i));
            }
        }
        withoutWarmUp(oursMillis);
        withoutWarmUp(rawMillis);
        double median = median(oursMillis);
        double rawMedian = median(rawMillis);
        System.out.printf(
                Locale.ROOT,
                "%s: %s %.1f ms, %s %.1f ms (medians of %d), ratio %.2f%n",
                what,
                oursName,
                median,
                rawName,
                rawMedian,
                oursMillis.size(),
                median / rawMedian);
        return new Fastest(oursMillis.get(0), rawMillis.get(0));
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What was not repeated often enough had no other run. */
    private static void withoutWarmUp(List<Double> values) {
        values.subList(0, Math.min(WARM_UP, values.size() - 1)).clear();
    }

    private static double millis(Work work, int number) throws Exception {
        long start = System.nanoTime();
        work.run(number);
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    /** Sorts the values, too. */
    static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
