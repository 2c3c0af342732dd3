package org.openadmin.fees.ui.internal.overview;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.ui.internal.OverviewQueryString;

/** The outstanding charges in a list of students: those of one age, or all. */
enum AgingBucket {
    ALL(null),
    NOT_DUE(Age.NOT_DUE),
    TO_30(Age.TO_30),
    TO_60(Age.TO_60),
    TO_90(Age.TO_90),
    OVER_90(Age.OVER_90);

    private final Age age;

    AgingBucket(Age age) {
        this.age = age;
    }

    static AgingBucket of(Age age) {
        return Arrays.stream(values())
                .filter(each -> each.age == age)
                .findFirst()
                .orElseThrow();
    }

    /** The bucket with this word in its address. */
    static Optional<AgingBucket> find(String word) {
        return Arrays.stream(values())
                .filter(each -> each.keyword().equals(word))
                .findFirst();
    }

    /** Its name in the address, such as {@code over-90}. */
    String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param asOf the day of the list; absent for today */
    String path(Optional<LocalDate> asOf) {
        return OverviewQueryString.path(Optional.of(keyword()), asOf);
    }

    /** The key of its text. */
    String key() {
        return "overview.age." + keyword();
    }

    /** The amount that a student has outstanding in this bucket. */
    Money of(Receivable student) {
        return age == null
                ? student.account().outstanding()
                : student.outstanding().get(age);
    }
}
