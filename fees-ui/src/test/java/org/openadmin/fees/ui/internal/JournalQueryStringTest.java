package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;

class JournalQueryStringTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        JournalQuery query = new JournalQuery(
                Optional.of(LocalDate.of(2026, 9, 1)),
                Optional.of(LocalDate.of(2026, 9, 30)),
                Set.of(EntryKind.CHARGE, EntryKind.OTHER, EntryKind.ON_ACCOUNT),
                Optional.of(new StudentNumber(100)),
                Optional.of(new BatchNumber(12)),
                true,
                Order.AMOUNT,
                true);
        String path = JournalQueryString.of(query);
        assertThat(path)
                .isEqualTo("fees/journal/student=100&batch=12&kind=chg,roa,other&from=2026-09-01&to=2026-09-30"
                        + "&outstanding=true&sort=amount");
        JournalQueryString read = JournalQueryString.read(path.substring("fees/journal/".length()));
        assertThat(read.query()).isEqualTo(query);
        assertThat(read.ignored()).isEmpty();
    }

    @Test
    void theWholeJournalHasTheShortAddress() {
        assertThat(JournalQueryString.of(JournalQuery.everything())).isEqualTo("fees/journal");
        assertThat(JournalQueryString.read(null).query()).isEqualTo(JournalQuery.everything());
        assertThat(JournalQueryString.read("").query()).isEqualTo(JournalQuery.everything());
    }

    @Test
    void whatIsNotUnderstoodIsLeftOutAndNamed() {
        JournalQueryString read = JournalQueryString.read(
                "student=x&kind=chg,bogus&from=2026-02-30&to=2026-09-30&batch=-1&outstanding=maybe&sort=name&color=red&flag");
        assertThat(read.query())
                .isEqualTo(new JournalQuery(
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 9, 30)),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Order.DATE,
                        false));
        assertThat(read.ignored())
                .containsExactlyInAnyOrder(
                        "student=x",
                        "kind=chg,bogus",
                        "from=2026-02-30",
                        "batch=-1",
                        "outstanding=maybe",
                        "sort=name",
                        "color=red",
                        "flag");
    }

    @Test
    void datesTheWrongWayRoundAndAnIncompleteEscapeAreIgnored() {
        assertThat(JournalQueryString.read("from=2026-09-30&to=2026-09-01").ignored())
                .containsExactly("to=2026-09-01");
        assertThat(JournalQueryString.read("kind=%zz").ignored()).containsExactly("kind=%zz");
        assertThat(JournalQueryString.read("student=100&student=101").ignored()).containsExactly("student=101");
    }
}
