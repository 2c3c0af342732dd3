package org.openadmin.fees.reports.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.SEPTEMBER;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.receipt;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;

/** What the exports contain, whatever their format, and who may have them. */
class ExportsTest {

    private final ExportSchool school = new ExportSchool();

    @Test
    void eachLineOfTheJournalAddsUpThoughItsTaxesHaveOtherNames() {
        StudentNumber student = school.documents.student(100, "Tremblay", "Inès");
        school.documents.journal.charge(student, DAY, "Lab", "", "10.00", "gst 0.50", "TVQ 1.00", "HST 0.25");
        school.documents.journal.refund(student, DAY, "3.00", "moved");

        for (CSVRecord row :
                rows(out -> school.exports.journal(CLERK, JournalQuery.everything(), ListFormat.CSV, out))) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String column : List.of("subtotal", "GST", "PST", "other taxes")) {
                sum = sum.add(new BigDecimal(row.get(column)));
            }
            assertThat(sum).isEqualTo(new BigDecimal(row.get("total")));
        }
    }

    @Test
    void eachReceiptIsExportedOnceWhilePaymentsAreRecorded() {
        for (int number = 1; number <= 2_500; number++) {
            school.documents.keep(receipt(number));
        }
        school.documents.counter.watchQueries(Receipts.class, query -> {
            if (query > 1) {
                school.documents.keep(receipt(2_499 + query));
            }
        });

        List<String> numbers =
                rows(out -> school.exports.receipts(CLERK, ReceiptQuery.everything(), ListFormat.CSV, out)).stream()
                        .map(row -> row.get("receipt"))
                        .toList();

        assertThat(numbers)
                .hasSize(2_500)
                .doesNotHaveDuplicates()
                .startsWith("2500")
                .endsWith("1");
    }

    @ParameterizedTest
    @EnumSource(ListFormat.class)
    void aListStopsAtItsNextRowWhenNobodyWaitsForIt(ListFormat format) {
        for (int number = 1; number <= 2_500; number++) {
            school.documents.keep(receipt(number));
        }
        AtomicInteger queries = new AtomicInteger();
        school.documents.counter.watchQueries(Receipts.class, query -> {
            if (queries.incrementAndGet() == 2) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> school.exports.receipts(
                        CLERK, ReceiptQuery.everything(), format, OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STOPPED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(queries).hasValue(2);
    }

    @Test
    void aStatementBeginsWithTheOpeningAndEndsWithTheClosingBalance() {
        StudentNumber student = school.documents.student(100, "Tremblay", "Inès");
        long lab = school.documents.journal.charge(student, DAY.minusDays(30), "Lab", "", "10.00");
        school.documents.journal.pay(student, DAY, 7, "4.00");

        List<CSVRecord> rows = rows(out -> school.exports.statement(
                new StatementRequest(CLERK, student, DAY, DAY.plusDays(1)), ListFormat.CSV, out));

        assertThat(rows)
                .extracting(row -> row.get("kind"))
                .containsExactly("opening balance", "on-account", "closing balance");
        assertThat(rows).extracting(row -> row.get("amount")).containsExactly("", "-4.00", "");
        assertThat(rows).extracting(row -> row.get("balance")).containsExactly("10.00", "6.00", "6.00");
        assertThat(rows(out -> school.exports.history(CLERK, student, ListFormat.CSV, out)))
                .extracting(row -> row.get("number") + " " + row.get("balance"))
                .containsExactly(lab + " 10.00", "2 6.00");
    }

    @Test
    void nobodyWithoutARoleGetsAByte() {
        Actor nobody = new Actor("nobody", Set.of());
        StudentNumber student = new StudentNumber(100);
        List<Consumer<OutputStream>> all = List.of(
                out -> school.exports.summary(nobody, SEPTEMBER, ListFormat.CSV, out),
                out -> school.exports.transactions(nobody, SEPTEMBER, ListFormat.CSV, out),
                out -> school.exports.journal(nobody, JournalQuery.everything(), ListFormat.CSV, out),
                out -> school.exports.receipts(nobody, ReceiptQuery.everything(), ListFormat.CSV, out),
                out -> school.exports.statement(new StatementRequest(nobody, student, DAY, DAY), ListFormat.CSV, out),
                out -> school.exports.history(nobody, student, ListFormat.CSV, out),
                out -> school.exports.receivables(nobody, DAY, ListFormat.CSV, out),
                out -> school.exports.receivables(nobody, DAY, Set.of(), ListFormat.CSV, out),
                out -> school.exports.collection(nobody, CollectionPeriod.always(), ListFormat.CSV, out));
        for (Consumer<OutputStream> export : all) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> export.accept(out)).isInstanceOf(NotAllowedException.class);
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void aFullDiskIsReported() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> school.exports.receivables(CLERK, DAY, ListFormat.CSV, full))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("No space left");
    }
}
