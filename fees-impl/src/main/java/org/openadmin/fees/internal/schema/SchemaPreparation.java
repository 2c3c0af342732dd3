package org.openadmin.fees.internal.schema;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the database and tries again until it succeeds: the database may be started after the portal, another portal may be
 * upgrading it, and the portal's tables may not exist yet. Each new reason is logged once.
 */
final class SchemaPreparation implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaPreparation.class);
    private static final Duration MIN_WAIT = Duration.ofMillis(500);
    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    /** Waits, and returns whether to continue. */
    interface Pause {
        boolean take(Duration time) throws InterruptedException;
    }

    private final Schema schema;
    private final Pause pause;
    private final Runnable whenReady;
    private volatile String reason = "";

    /** @param whenReady called once, when the database is ready */
    SchemaPreparation(Schema schema, Pause pause, Runnable whenReady) {
        this.schema = schema;
        this.pause = pause;
        this.whenReady = whenReady;
    }

    /** The reason why it is not ready yet; empty when it is ready, or has not failed yet. */
    Optional<String> reason() {
        return Optional.of(reason).filter(text -> !text.isEmpty());
    }

    @Override
    public void run() {
        Duration wait = MIN_WAIT;
        try {
            while (!prepared()) {
                if (!pause.take(wait)) {
                    return;
                }
                Duration longer = wait.multipliedBy(2);
                wait = longer.compareTo(MAX_WAIT) < 0 ? longer : MAX_WAIT;
            }
            whenReady.run();
        } catch (InterruptedException e) {
            // the component is being stopped
            Thread.currentThread().interrupt();
        }
    }

    private boolean prepared() {
        try {
            int version = schema.prepare();
            LOG.info("The database is ready for Open Admin Fees: schema version {}", version);
            reason = "";
            return true;
        } catch (NotReadyException e) {
            report(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The database is not ready", e);
            report("Open Admin Fees waits for the database, which is not ready yet: " + firstLine(e));
        }
        return false;
    }

    private void report(String sentence) {
        if (!sentence.equals(reason)) {
            LOG.warn("{} Trying again until it succeeds.", sentence);
            reason = sentence;
        }
    }

    /** The messages of the driver are long, and some contain the number of the connection, which changes each time. */
    private static String firstLine(Exception e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.toString() : root.getMessage();
        String line = text.lines().findFirst().orElse(root.toString()).replaceFirst("^\\(conn=\\d+\\) ", "");
        return line.endsWith(".") ? line : line + ".";
    }
}
