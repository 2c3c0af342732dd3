package org.openadmin.fees.internal.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.binder.BinderBalance;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.TieOut;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.testkit.Kit;

/** What a binder promises of the database: one moment, and as many rows as there are. */
class AuditBinderDatabaseTest {

    private static final BinderPeriod PERIOD = new BinderPeriod(DAY.minusDays(7), DAY);
    private static final ContractOffice OFFICE = new ContractOffice();

    private static int last = 100;

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private static StudentNumber student() {
        OFFICE.enrol(Kit.student(++last, "Tremblay", "Inès", "9", "9A"));
        return new StudentNumber(last);
    }

    private static void pay(StudentNumber student, String amount) {
        OFFICE.cashier().receive(Kit.paying(student, amount));
    }

    @Test
    void whatIsRecordedWhileItIsReadIsInNoPartOfIt() {
        StudentNumber student = student();
        pay(student, "3.00");

        OFFICE.binder().read(ADMIN, PERIOD, content -> {
            TieOut before = content.tieOut();
            pay(student, "5.00");
            List<JournalEntry> later = new ArrayList<>();
            content.recordedLater(later::add);
            // today is after the period, so both payments were recorded later
            assertThat(later).hasSize((int) before.recordedLater().rows());
            assertThat(content.tieOut()).isEqualTo(before);
            return null;
        });

        TieOut after = OFFICE.binder().read(ADMIN, PERIOD, content -> content.tieOut());
        assertThat(after.now().credit().minus(after.closing().credit())).isGreaterThanOrEqualTo(cad("8.00"));
    }

    @Test
    void theFiguresAreThoseOfThePastDay() {
        StudentNumber student = student();
        OFFICE.assessment().post(Kit.assessing(Kit.fee("Lab fee", "24.95"), Kit.only(student)));
        pay(student, "10.00");

        TieOut tieOut = OFFICE.binder().read(VIEWER, PERIOD, content -> content.tieOut());
        Receivables day = OFFICE.overview().receivablesAsOf(VIEWER, DAY);

        KnownThen known = day.known().orElseThrow();
        assertThat(tieOut.closing()).isEqualTo(new BinderBalance(known.outstanding(), known.credit()));
        assertThat(tieOut.now()).isEqualTo(new BinderBalance(day.outstanding(), day.credit()));
        assertThat(tieOut.recordedLater().rows()).isEqualTo(known.laterRows());
        assertThat(tieOut.recordedLater().total()).isEqualTo(known.laterTotal());
        assertThat(tieOut.unexplained()).isEqualTo(cad("0.00"));
    }

    @Test
    void thousandsOfRowsAreReadInParts() {
        StudentNumber student = student();
        BinderPeriod today = new BinderPeriod(DAY, Kit.TODAY);
        long before = receipts(today).size();
        for (int number = 0; number < 1_050; number++) {
            pay(student, "1.00");
        }

        List<ReceiptLine> receipts = receipts(today);
        List<JournalEntry> later = new ArrayList<>();
        OFFICE.binder().read(VIEWER, PERIOD, content -> {
            content.recordedLater(later::add);
            return null;
        });

        assertThat(receipts).hasSize((int) before + 1_050).allMatch(ReceiptLine.Issued.class::isInstance);
        assertThat(later).extracting(JournalEntry::id).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(1_050);
    }

    private static List<ReceiptLine> receipts(BinderPeriod period) {
        List<ReceiptLine> receipts = new ArrayList<>();
        OFFICE.binder().read(VIEWER, period, content -> content.receipts(receipts::add));
        return receipts;
    }

    @Test
    void itStopsWhenTheReaderHasLeft() {
        pay(student(), "4.00");

        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> OFFICE.binder().read(VIEWER, new BinderPeriod(DAY, Kit.TODAY), content -> {
                    try (ReaderWork work = new ReaderWork()) {
                        work.leave();
                        return content.receipts(line -> {});
                    }
                }))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.STOPPED));
    }
}
