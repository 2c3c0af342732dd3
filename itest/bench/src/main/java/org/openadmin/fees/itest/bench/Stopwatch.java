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
    private static final double NANOS_PER_MILLI = 1e6;

    private Stopwatch() {}

    /** The work to time. Each run gets a different number. */
    interface Work {
        void run(int number) throws Exception;
    }

    /** Prints one line and returns the median of our implementation in milliseconds. */
    static double compare(String what, String oursName, Work ours, String rawName, Work raw) throws Exception {
        List<Double> oursMillis = new ArrayList<>();
        List<Double> rawMillis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + COUNTED; i++) {
            double a = millis(ours, i);
            double b = millis(raw, i);
            if (i >= WARM_UP) {
                oursMillis.add(a);
                rawMillis.add(b);
            }
        }
        double median = median(oursMillis);
        System.out.printf(
                Locale.ROOT,
                "%s: %s %.1f ms, %s %.1f ms (medians of %d), ratio %.2f%n",
                what,
                oursName,
                median,
                rawName,
                median(rawMillis),
                COUNTED,
                median / median(rawMillis));
        return median;
    }

    private static double millis(Work work, int number) throws Exception {
        long start = System.nanoTime();
        work.run(number);
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
