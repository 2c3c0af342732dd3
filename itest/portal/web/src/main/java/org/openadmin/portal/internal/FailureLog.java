package org.openadmin.portal.internal;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes errors to the log, each with a short reference that a user can read out over the phone. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int MAX_REFERENCE = 1_000_000;

    private FailureLog() {}

    static void refused(User user, String page) {
        LOG.warn("Refused: the user {} may not open /{}", LogLine.of(user.name()), LogLine.of(page));
    }

    static String write(String place, Throwable failure) {
        String reference = "%06d".formatted(ThreadLocalRandom.current().nextInt(MAX_REFERENCE));
        LOG.error("Failure {} at {}", reference, LogLine.of(place), LogLine.of(failure));
        return reference;
    }
}
