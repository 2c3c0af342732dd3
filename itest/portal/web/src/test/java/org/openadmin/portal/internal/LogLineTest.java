package org.openadmin.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void anAddressCannotForgeALine() {
        assertThat(LogLine.of("/x\n2026-09-08 | INFO | all is well\u001b[2J\u202e"))
                .isEqualTo("/x?2026-09-08 | INFO | all is well?[2J?");
    }

    @Test
    void theMessageOfAFailureOrOfItsCauseCannotForgeALineEither() {
        Throwable failure = new IllegalStateException("no\nroute", new IllegalArgumentException("a\rb"));

        Throwable logged = LogLine.of(failure);

        assertThat(logged).hasMessage("java.lang.IllegalStateException: no?route");
        assertThat(logged.getCause()).hasMessage("java.lang.IllegalArgumentException: a?b");
        assertThat(logged.getStackTrace()).isEqualTo(failure.getStackTrace());
    }
}
