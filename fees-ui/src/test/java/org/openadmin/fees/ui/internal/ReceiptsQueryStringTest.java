package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;

class ReceiptsQueryStringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 8);
    private static final Optional<ReceiptNumber> TWELVE = Optional.of(new ReceiptNumber(12));

    private static ReceiptsQueryString again(ReceiptQuery query, Optional<ReceiptNumber> open) {
        String path = ReceiptsQueryString.of(query, open, TODAY);
        assertThat(path).startsWith("fees/receipts").doesNotContain("%2F", "%5C", "%25", "%3B");
        return ReceiptsQueryString.read(path.replaceFirst("^fees/receipts/?", ""), TODAY);
    }

    @Test
    void nothingIsTodayAndANumberIsThatReceiptOpened() {
        assertThat(ReceiptsQueryString.of(ReceiptQuery.ofDay(TODAY), Optional.empty(), TODAY))
                .isEqualTo("fees/receipts");
        assertThat(ReceiptsQueryString.read("", TODAY).query()).isEqualTo(ReceiptQuery.ofDay(TODAY));
        assertThat(ReceiptsQueryString.read("12", TODAY).open()).isEqualTo(TWELVE);
        assertThat(ReceiptsQueryString.of(ReceiptQuery.of(TWELVE.get()), TWELVE, TODAY))
                .isEqualTo("fees/receipts/12");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ReceiptQuery cashier = new ReceiptQuery(
                Optional.empty(),
                Optional.of(new StudentNumber(100)),
                Optional.of(TODAY),
                Optional.empty(),
                Optional.of("SCHOOL\\anne/marie & 1=100% ~;é"));
        for (ReceiptQuery query : new ReceiptQuery[] {
            cashier,
            ReceiptQuery.everything(),
            ReceiptQuery.ofDay(TODAY),
            ReceiptQuery.ofDay(TODAY.minusDays(1)),
            ReceiptQuery.ofStudent(new StudentNumber(100)),
            ReceiptQuery.of(TWELVE.get())
        }) {
            assertThat(again(query, Optional.empty()).query()).isEqualTo(query);
            ReceiptsQueryString opened = again(query, TWELVE);
            assertThat(opened.query()).isEqualTo(query);
            assertThat(opened.open()).isEqualTo(TWELVE);
            assertThat(opened.ignored()).isEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodIsLeftOutAndNamed() {
        ReceiptsQueryString read = ReceiptsQueryString.read("abc", TODAY);
        assertThat(read.ignored()).containsExactly("abc");
        assertThat(read.query()).isEqualTo(ReceiptQuery.ofDay(TODAY));
        assertThat(ReceiptsQueryString.read("open=-3&dates=some&x=1", TODAY).ignored())
                .containsExactlyInAnyOrder("open=-3", "dates=some", "x=1");
    }
}
