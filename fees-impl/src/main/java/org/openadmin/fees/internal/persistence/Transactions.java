package org.openadmin.fees.internal.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.RollbackException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in one transaction, and again a few times when the database asked for it: deadlock, lost certification on a cluster,
 * lost connection. A command looks up its request key in each round, so that a round whose commit was done but not confirmed is
 * found and not done twice.
 */
// immediate: its threads are worth keeping between two calls
@Component(service = Transactions.class, immediate = true)
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int MOST_ROUNDS = 8;
    private static final long LONGEST_PAUSE_MILLIS = 40;
    /** Somebody waits for the answer: without a database, each round alone may wait half a minute for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int DUPLICATE_KEY = 1062;
    private static final Set<Integer> ROLLED_BACK = Set.of(1213, 1205, 1020);
    private static final int NODE_NOT_READY = 1047;

    /** What a failure says of the round. */
    private enum Failure {
        /** Nothing was stored; another round may do it. */
        AGAIN,
        /** The answer got lost, maybe after a commit; another round finds out. */
        UNKNOWN,
        /** Nothing was stored, and another round would not help. */
        FINAL
    }

    private final JpaTemplate jpa;
    private final ExecutorService readers = Executors.newCachedThreadPool(Transactions::reader);

    @Activate
    public Transactions(@Reference(target = "(osgi.unit.name=fees)") JpaTemplate jpa, @Reference SchemaReady schema) {
        this.jpa = jpa;
        LOG.debug("The journal is open, schema {}", schema.version());
    }

    /** A thread that keeps nothing of the one that needed it: neither its class loader nor what was left in it. */
    private static Thread reader(Runnable work) {
        Thread thread = new Thread(null, work, "fees-reader", 0, false);
        thread.setContextClassLoader(Transactions.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void stop() {
        readers.shutdown();
    }

    /**
     * Runs a query, a statement each by itself: it sees what is committed at its start. The template always begins a transaction,
     * and a native query would open it on the database, three statements more; so the work gets a manager of its own.
     */
    public <R> R read(Function<EntityManager, R> work) {
        return write(em -> {
            EntityManager plain = em.getEntityManagerFactory().createEntityManager();
            try {
                return work.apply(plain);
            } finally {
                plain.close();
            }
        });
    }

    /**
     * Runs queries side by side, each on a connection of its own: each sees what is committed at its own start.
     *
     * @return the answers, in the sequence of the queries
     */
    public <R> List<R> readSideBySide(List<Function<EntityManager, R>> queries) {
        List<CompletableFuture<R>> answers = queries.stream()
                .map(query -> CompletableFuture.supplyAsync(() -> read(query), readers))
                .toList();
        try {
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /**
     * Runs a command, all or nothing.
     *
     * @param work what is to be done; it takes its lock first, and then looks up whether its request key was answered already: by
     *     an earlier round whose commit was not confirmed, or by the same request from elsewhere
     * @throws StorageException when the database did not do it in a few rounds
     */
    public <R> R write(Function<EntityManager, R> work) {
        boolean unknown = false;
        Instant end = Instant.now().plus(PATIENCE);
        for (int round = 1; ; round++) {
            try {
                return jpa.txExpr(work::apply);
            } catch (RuntimeException e) {
                Optional<FeesException> refused = cause(e, FeesException.class);
                if (refused.isPresent()) {
                    throw refused.get();
                }
                Failure failure = failure(e);
                unknown |= failure == Failure.UNKNOWN;
                if (failure == Failure.FINAL
                        || round == MOST_ROUNDS
                        || Instant.now().isAfter(end)) {
                    LOG.error("Given up in round {}", round, e);
                    throw new StorageException(unknown ? Outcome.UNKNOWN : Outcome.NOTHING_STORED, e);
                }
                LOG.debug("Round {} failed, once more: {}", round, e.toString());
                pause(round);
            }
        }
    }

    private static Failure failure(RuntimeException e) {
        Optional<SQLException> sql = cause(e, SQLException.class);
        if (sql.isEmpty() || sql.get() instanceof SQLTransientConnectionException) {
            // the pool has waited for a connection already, and got none
            return Failure.FINAL;
        }
        int code = sql.get().getErrorCode();
        String state = Optional.ofNullable(sql.get().getSQLState()).orElse("");
        if (ROLLED_BACK.contains(code) || code == DUPLICATE_KEY || state.equals("40001")) {
            return Failure.AGAIN;
        }
        if (state.startsWith("08") || state.equals("25S03") || code == NODE_NOT_READY) {
            return Failure.UNKNOWN;
        }
        return cause(e, RollbackException.class).isPresent() ? Failure.UNKNOWN : Failure.FINAL;
    }

    private static <T> Optional<T> cause(Throwable e, Class<T> type) {
        return Stream.iterate(e, t -> t != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static void pause(int round) {
        long millis = ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS) * round;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
