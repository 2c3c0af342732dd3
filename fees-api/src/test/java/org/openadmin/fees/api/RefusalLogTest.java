package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private final Logger logger = Logger.getLogger(RefusalLog.NAME);
    private final List<LogRecord> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void aRefusalIsLoggedWithUserRoleAndOperation() {
        Actor ann = new Actor("ann", Set.of(Role.VIEW));

        assertThatThrownBy(() -> refund(ann)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> ann.require(Role.BILL, "fees:assess")).isInstanceOf(NotAllowedException.class);

        assertThat(lines)
                .extracting(LogRecord::getMessage)
                .containsExactly(
                        "Refused RefusalLogTest.refund: the user \"ann\" does not have the role fees-cashier",
                        "Refused fees:assess: the user \"ann\" does not have the role fees-bill");
        assertThat(lines).extracting(LogRecord::getLevel).containsOnly(Level.WARNING);
    }

    @Test
    void theUsersNameCannotForgeALine() {
        Actor forger = new Actor("ann\nRefused nothing\u202e", Set.of());

        assertThatThrownBy(() -> forger.require(Role.VIEW)).isInstanceOf(NotAllowedException.class);

        assertThat(lines.get(0).getMessage()).contains("\"ann<U+000A>Refused nothing<U+202E>\"");
    }

    @Test
    void whatIsAllowedIsNotLogged() {
        new Actor("root", Set.of(Role.ADMIN)).require(Role.BILL);

        assertThat(lines).isEmpty();
    }

    private static void refund(Actor actor) {
        actor.require(Role.CASHIER);
    }
}
