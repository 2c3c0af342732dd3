package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.postings.NothingToPostException;
import org.openadmin.fees.api.postings.PostingRequest;

/**
 * Some days of an office that posts on some evenings, up to that day or an earlier one. After each posting, the books of every past day up
 * to its last one are what the accounts tell of that day: also after late rows, and money that was there before what it paid.
 */
public final class PostingsStory {

    private final Office office;
    private final TestClock clock;
    private final List<StudentNumber> students;
    private final long seed;
    private final Random random;

    /** @param students students without any rows */
    public PostingsStory(Office office, TestClock clock, List<StudentNumber> students, long seed) {
        this.office = office;
        this.clock = clock;
        this.students = students;
        this.seed = seed;
        random = new Random(~seed);
    }

    public void play() {
        List<LocalDate> days = new ArrayList<>();
        new PastDaysStory(office, clock, students, seed)
                .with(Kit.settings().withAccounts(PostedBooks.ACCOUNTS))
                .eachEvening(today -> {
                    days.add(today);
                    if (random.nextInt(3) > 0) {
                        post(today, today.minusDays(random.nextInt(3) == 0 ? random.nextInt(5) : 0));
                    }
                })
                .play();
        LocalDate last = days.get(days.size() - 1);
        post(last.plusDays(1), last);
    }

    private void post(LocalDate today, LocalDate until) {
        try {
            office.postings().post(new PostingRequest(RequestKey.fresh(), Kit.ADMIN, until));
        } catch (NothingToPostException e) {
            // no row was recorded
        }
        // the figures of today include what is dated later
        new PostedBooks(office)
                .assertTieOut(Kit.DAY
                        .minusDays(10)
                        .datesUntil(until.isBefore(today) ? until.plusDays(1) : today)
                        .toList());
    }
}
