package org.openadmin.fees.internal.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.internal.persistence.SqlFailures.Failure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in one transaction, and repeats it a few times when {@link SqlFailures} shows that another attempt may succeed. A
 * command with a request key looks it up in each attempt: work that was committed without confirmation is found and not repeated.
 */
@Component(service = Transactions.class)
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int MAX_ATTEMPTS = 8;
    /**
     * After conflicts: each means that somebody else was done, and a long command, such as a closing, loses against many short ones on other
     * nodes of a cluster.
     */
    private static final int MAX_ATTEMPTS_IN_CONFLICT = 80;

    private static final long MAX_PAUSE_MILLIS = 40;
    /** A user is waiting: without a database, each attempt alone may wait half a minute for a connection. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final JpaTemplate jpa;

    @Activate
    public Transactions(@Reference(target = "(osgi.unit.name=fees)") JpaTemplate jpa, @Reference SchemaReady schema) {
        this.jpa = jpa;
        LOG.debug("Transactions available, schema version {}", schema.version());
    }

    /**
     * Runs a query without a transaction: each statement sees what is committed at its start. The template always begins a
     * transaction, and a native query would begin it on the database too, with three more statements; so the work gets its own
     * entity manager.
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
     * Runs queries in one transaction, so that all of them see what was committed at the first one, and nothing later. It is not
     * repeated: what was read is passed on while it is read.
     *
     * @throws StorageException if the database did not respond
     */
    public <R> R snapshot(Function<EntityManager, R> work) {
        try {
            return jpa.txExpr(em -> {
                Sql.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update(em);
                return work.apply(em);
            });
        } catch (RuntimeException e) {
            Optional<FeesException> refused = SqlFailures.cause(e, FeesException.class);
            if (refused.isPresent()) {
                throw refused.get();
            }
            if (SqlFailures.cause(e, SQLException.class).isEmpty()) {
                throw e;
            }
            LOG.error("A snapshot could not be read", e);
            throw new StorageException(Outcome.ATTEMPT_NOT_STORED, e);
        }
    }

    /**
     * Runs several queries that all see what was committed when the first of them started, in a transaction with three more
     * statements.
     */
    public <R> R readAtOneMoment(Function<EntityManager, R> work) {
        return read(em -> {
            em.getTransaction().begin();
            R result;
            try {
                // whatever the server's default is; of this transaction only
                Sql.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update(em);
                result = work.apply(em);
            } catch (RuntimeException e) {
                rollBack(em, e);
                throw e;
            }
            em.getTransaction().rollback();
            return result;
        });
    }

    /** Without a connection the rollback fails too, and the exception that caused it is the one to report. */
    private static void rollBack(EntityManager em, RuntimeException reason) {
        try {
            em.getTransaction().rollback();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Runs a command under a request key, all or nothing, and at most once for each key. Rooms run theirs through {@link AuditTrail},
     * so that none is missing from the audit log.
     *
     * @param lock takes the locks of the command, so that no other transaction with the same key can be under way afterwards
     * @param find looks up the result under the key: an earlier attempt whose commit was not confirmed may have stored it, or the
     *     same request from elsewhere
     * @param work what the command does if nothing was found
     * @throws StorageException when all attempts failed; its outcome is true of the key
     */
    <R> R writeOnce(
            Consumer<EntityManager> lock, Function<EntityManager, Optional<R>> find, Function<EntityManager, R> work) {
        AtomicBoolean absent = new AtomicBoolean();
        return write(
                em -> {
                    absent.set(false);
                    lock.accept(em);
                    Optional<R> found = find.apply(em);
                    absent.set(found.isEmpty());
                    return found.orElseGet(() -> work.apply(em));
                },
                () -> absent.get() ? Outcome.NOTHING_STORED : Outcome.ATTEMPT_NOT_STORED);
    }

    /**
     * Runs a command without a request key, all or nothing.
     *
     * @throws StorageException when all attempts failed
     */
    public <R> R write(Function<EntityManager, R> work) {
        return write(work, () -> Outcome.ATTEMPT_NOT_STORED);
    }

    /** Runs work in one transaction, in one attempt: an addition whose answer was lost must not be made twice. */
    void writeUnrepeated(Consumer<EntityManager> work) {
        jpa.tx(work::accept);
    }

    /** @param rolledBack the outcome of an attempt that was certainly rolled back */
    private <R> R write(Function<EntityManager, R> work, Supplier<Outcome> rolledBack) {
        boolean unknown = false;
        Instant end = Instant.now().plus(TIMEOUT);
        for (int attempt = 1; ; attempt++) {
            try {
                return jpa.txExpr(work::apply);
            } catch (RuntimeException e) {
                Optional<FeesException> refused = SqlFailures.cause(e, FeesException.class);
                if (refused.isPresent()) {
                    throw inDoubt(unknown, rolledBack) ? new StorageException(Outcome.UNKNOWN, e) : refused.get();
                }
                Failure failure = SqlFailures.classify(e);
                unknown |= failure == Failure.UNKNOWN;
                int most = SqlFailures.isConflict(e) ? MAX_ATTEMPTS_IN_CONFLICT : MAX_ATTEMPTS;
                boolean last = attempt >= most || Instant.now().isAfter(end);
                if (failure == Failure.FINAL || last) {
                    LOG.error("Gave up after attempt {}", attempt, e);
                    throw new StorageException(unknown ? Outcome.UNKNOWN : rolledBack.get(), e);
                }
                LOG.debug("Attempt {} failed, trying again: {}", attempt, e.toString());
                pause(attempt);
            }
        }
    }

    /**
     * Whether a refusal may be due to an earlier attempt that was carried out and whose answer was lost, such as the removal of
     * a fee that is gone. Where the request key was found absent, it was not.
     */
    private static boolean inDoubt(boolean unknown, Supplier<Outcome> rolledBack) {
        return unknown && rolledBack.get() != Outcome.NOTHING_STORED;
    }

    private static void pause(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(1, MAX_PAUSE_MILLIS) * Math.min(attempt, MAX_ATTEMPTS);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
