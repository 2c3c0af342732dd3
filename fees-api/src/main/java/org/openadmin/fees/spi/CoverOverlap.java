package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverNotAllowedException;
import org.openadmin.fees.api.payers.CoverTerms;

/** Covers that reach the same charge are never more than 100 % of it together. */
public final class CoverOverlap {

    private CoverOverlap() {}

    /**
     * Requires that a new cover and those that exist leave no charge covered by more than 100 %.
     *
     * @param others covers for the same student
     * @throws CoverNotAllowedException naming the latest cover with which it would be more
     */
    public static void require(CoverTerms wanted, Collection<Cover> others) {
        List<Cover> all =
                others.stream().filter(other -> isReachable(other, wanted)).toList();
        // all covers for a fee change on the first day of one of them only
        for (LocalDate day : days(wanted, all)) {
            for (String fee : fees(wanted, all)) {
                List<Cover> together = all.stream()
                        .filter(other -> other.isInForce(day) && isFor(other, fee))
                        .toList();
                BigDecimal percent = together.stream().map(Cover::percent).reduce(wanted.percent(), BigDecimal::add);
                if (!together.isEmpty() && percent.compareTo(CoverTerms.ALL) > 0) {
                    throw CoverNotAllowedException.tooMuch(
                            wanted.payer(), together.get(together.size() - 1).number(), percent);
                }
            }
        }
    }

    private static boolean isReachable(Cover other, CoverTerms wanted) {
        boolean later = wanted.to().filter(other.terms().from()::isAfter).isPresent();
        boolean earlier = other.lastDay().filter(wanted.from()::isAfter).isPresent();
        return !later && !earlier;
    }

    private static List<LocalDate> days(CoverTerms wanted, List<Cover> others) {
        return Stream.concat(
                        Stream.of(wanted.from()),
                        others.stream().map(other -> other.terms().from()).filter(wanted.from()::isBefore))
                .distinct()
                .toList();
    }

    /** The fees that differ in their covers; an empty name is any fee that no cover names. */
    private static List<String> fees(CoverTerms wanted, List<Cover> others) {
        return wanted.fee().map(List::of).orElseGet(() -> Stream.concat(
                        Stream.of(""), others.stream().flatMap(other -> other.terms().fee().stream()))
                .distinct()
                .toList());
    }

    private static boolean isFor(Cover other, String fee) {
        Optional<String> covered = other.terms().fee();
        return covered.isEmpty() || covered.get().equalsIgnoreCase(fee);
    }
}
