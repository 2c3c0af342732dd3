package org.openadmin.fees.internal.schema;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the database and, as long as that fails, tries again: the database may be started after the portal, another portal may
 * be at it, and the host's tables may still have to come. Each new reason is logged once.
 */
final class SchemaPreparation implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaPreparation.class);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** Waits, and says whether to go on. */
    interface Pause {
        boolean take(Duration time) throws InterruptedException;
    }

    private final Schema schema;
    private final Pause pause;
    private final Runnable whenReady;
    private volatile String reason = "";

    /** @param whenReady called once, when all is ready */
    SchemaPreparation(Schema schema, Pause pause, Runnable whenReady) {
        this.schema = schema;
        this.pause = pause;
        this.whenReady = whenReady;
    }

    /** Why it is not ready yet; empty when it is, or has not failed yet. */
    Optional<String> reason() {
        return Optional.of(reason).filter(text -> !text.isEmpty());
    }

    @Override
    public void run() {
        Duration wait = SHORTEST;
        try {
            while (!prepared()) {
                if (!pause.take(wait)) {
                    return;
                }
                Duration longer = wait.multipliedBy(2);
                wait = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
            }
            whenReady.run();
        } catch (InterruptedException e) {
            // the component is going away
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
            say(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The database is not ready", e);
            say("Open Admin Fees waits for the database, which cannot be prepared yet: " + firstLine(e));
        }
        return false;
    }

    private void say(String sentence) {
        if (!sentence.equals(reason)) {
            LOG.warn("{} It is tried again until it works.", sentence);
            reason = sentence;
        }
    }

    /** The driver's texts are long, and some name the connection, which is another one each time. */
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
