package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

class ReaderWorkTest {

    @AfterEach
    void forThisThreadOnly() {
        Thread.interrupted();
    }

    @Test
    void workGoesOnWhileItsReaderWaits() {
        try (ReaderWork work = new ReaderWork()) {
            ReaderWork.check();
            assertThat(work.hasLeft()).isFalse();
            assertThat(ReaderWork.isStopped()).isFalse();
        }
    }

    @Test
    void workStopsAtItsNextCheckWhenItsReaderHasLeft() {
        try (ReaderWork work = new ReaderWork()) {
            assertThat(CompletableFuture.supplyAsync(work::leave).join()).isTrue();

            assertThatThrownBy(ReaderWork::check).satisfies(ReaderWorkTest::isStop);
            assertThat(work.hasLeft()).isTrue();
            assertThat(work.leave()).as("once more").isFalse();
        }
    }

    @Test
    void workThatWaitsIsWokenUp() {
        try (ReaderWork work = new ReaderWork()) {
            CompletableFuture.runAsync(work::leave);
            assertThatThrownBy(ReaderWorkTest::waitForIt).satisfies(ReaderWorkTest::isStop);
            assertThat(ReaderWork.isStopped()).as("for the work around it").isTrue();
        }
    }

    private static void waitForIt() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw ReaderWork.stopped(e);
        }
    }

    @Test
    void theNextWorkOfTheThreadIsNotStopped() {
        ReaderWork first = new ReaderWork();
        first.leave();
        first.close();

        ReaderWork.check();
    }

    @Test
    void aReaderWhoLeavesAfterTheWorkDisturbsNobody() {
        ReaderWork work = new ReaderWork();
        work.close();

        assertThat(work.leave()).isFalse();
        assertThat(work.hasLeft()).isFalse();
        ReaderWork.check();
    }

    @Test
    void anInterruptionFromElsewhereIsPassedOn() {
        ReaderWork work = new ReaderWork();
        Thread.currentThread().interrupt();
        work.close();

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aResultIsRecordedThoughNobodyWaitsForIt() {
        try (ReaderWork work = new ReaderWork()) {
            work.leave();

            assertThat(ReaderWork.record(ReaderWork::isStopped)).isFalse();
            assertThatThrownBy(ReaderWork::check).satisfies(ReaderWorkTest::isStop);
        }
    }

    private static void isStop(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.problem())
                .isEqualTo(Problem.STOPPED));
    }
}
