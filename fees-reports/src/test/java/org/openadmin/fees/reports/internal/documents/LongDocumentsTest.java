package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.DocumentSlots.Slot;

/** How many long documents are made at the same time. */
class LongDocumentsTest {

    private static final Actor VERA = new Actor("vera", Set.of(Role.VIEW));
    private static final Actor OTTO = new Actor("otto", Set.of(Role.VIEW));

    private final DocumentSlots slots = new LongDocuments(Duration.ofMillis(50));

    @Test
    void aUserHasOneAtATime() {
        Slot first = slots.take(VERA);

        assertRefused(() -> slots.take(VERA), Problem.IN_PROGRESS);

        first.close();
        slots.take(VERA).close();
    }

    @Test
    void allUsersTogetherHaveTwo() {
        Slot first = slots.take(VERA);
        slots.take(OTTO);

        assertRefused(() -> slots.take(CLERK), Problem.BUSY);

        first.close();
        slots.take(CLERK).close();
    }

    @Test
    void aFreedSlotGoesToADocumentThatWaits() throws Exception {
        LongDocuments patient = new LongDocuments(Duration.ofSeconds(30));
        Slot first = patient.take(VERA);
        CompletableFuture<Slot> second = CompletableFuture.supplyAsync(() -> patient.take(VERA));

        assertThat(second).isNotDone();
        first.close();

        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void everyLongDocumentIsRefusedWhileTwoAreMade() {
        DocumentSchool school = new DocumentSchool();
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        long lab = school.journal.charge(student, DAY, "Lab", "", "10.00");
        school.journal.pay(student, DAY, 7, "10.00", lab);
        school.slots = slots;
        FeeReports reports = school.reports();
        slots.take(VERA);
        Slot last = slots.take(OTTO);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Consumer<ByteArrayOutputStream>> all = List.of(
                to -> reports.receipts(CLERK, ReceiptQuery.everything(), to),
                to -> reports.statement(new StatementRequest(CLERK, student, DAY, DAY), to),
                to -> reports.history(CLERK, student, to),
                to -> reports.daySheet(CLERK, DAY, to),
                to -> reports.receivables(CLERK, DAY, to),
                to -> reports.summary(CLERK, YearMonth.from(DAY), to));
        all.forEach(document -> assertRefused(() -> document.accept(out), Problem.BUSY));
        assertThat(out.size()).isZero();
        last.close();
        reports.history(CLERK, student, out);
        assertThat(out.size()).isPositive();
    }

    @Test
    void aDocumentThatFailsFreesItsSlot() {
        DocumentSchool school = new DocumentSchool();
        school.slots = slots;
        FeeReports reports = school.reports();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> reports.receipts(VERA, ReceiptQuery.everything(), new ByteArrayOutputStream()))
                    .isNotInstanceOf(DocumentException.class);
        }
        slots.take(VERA).close();
    }

    @Test
    void aLongDocumentThatNobodyWantsStopsAndFreesItsSlot() throws Exception {
        DocumentSchool school = new DocumentSchool();
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        for (int i = 0; i < 30_000; i++) {
            school.journal.charge(student, DAY, "Door sale", "", "2.00");
        }
        school.slots = slots;
        FeeReports reports = school.reports();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                reports.history(VERA, student, out);
                ended.complete(null);
            } catch (RuntimeException e) {
                ended.complete(e);
            }
        });
        Set<Thread> others = documents();
        reader.start();
        Set<Thread> layout = Set.of();
        while (layout.isEmpty()) {
            assertThat(ended).isNotDone();
            Thread.sleep(5);
            layout = documents();
            layout.removeAll(others);
        }

        reader.interrupt();

        assertThat(ended.get(60, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STOPPED));
        for (Thread thread : layout) {
            thread.join(60_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(out.size()).isZero();
        slots.take(VERA).close();
    }

    /** The threads in which documents are being laid out. */
    private static Set<Thread> documents() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("fees-document"))
                .collect(Collectors.toSet());
    }

    private static void assertRefused(ThrowingCallable work, Problem problem) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(DocumentException.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(problem));
    }
}
