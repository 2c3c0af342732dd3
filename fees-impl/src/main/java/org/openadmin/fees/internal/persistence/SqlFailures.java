package org.openadmin.fees.internal.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.RollbackException;

/**
 * Classifies the failure of a transaction on MariaDB, alone or in a Galera cluster. The error codes are those of the
 * <a href="https://mariadb.com/kb/en/mariadb-error-codes/">MariaDB documentation</a>.
 */
final class SqlFailures {

    /** The result of a failed transaction. */
    enum Failure {
        /** Nothing was stored; another attempt may succeed. */
        AGAIN,
        /** The answer was lost, perhaps after a commit; another attempt shows which. */
        UNKNOWN,
        /** Nothing was stored, and another attempt would fail too. */
        FINAL
    }

    /** Deadlock; in a cluster, also a conflict with a transaction that another node committed first. */
    private static final int LOCK_DEADLOCK = 1213;
    /** A lock was not free within innodb_lock_wait_timeout. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    /** A row was changed since this transaction read it (innodb_snapshot_isolation). */
    private static final int RECORD_CHANGED = 1020;
    /** A unique key already exists, from an earlier attempt or another request: the next attempt finds the row. */
    private static final int DUPLICATE_KEY = 1062;
    /** A deadlock in which the lock of the numbers of new rows took part: InnoDB reports it so, and not as a deadlock. */
    private static final int NUMBER_NOT_READ = 1467;
    /** A node that has left its cluster or has not joined it yet refuses every statement. */
    private static final int NODE_NOT_READY = 1047;

    private static final Set<Integer> ROLLED_BACK =
            Set.of(LOCK_DEADLOCK, LOCK_WAIT_TIMEOUT, RECORD_CHANGED, DUPLICATE_KEY, NUMBER_NOT_READ);

    /** SQL standard: serialization failure, the transaction was rolled back. */
    private static final String SERIALIZATION_FAILURE = "40001";
    /** SQL standard: the class of all connection exceptions. */
    private static final String CONNECTION_EXCEPTION = "08";
    /** MariaDB Connector/J: the connection was lost within a transaction. */
    private static final String TRANSACTION_LOST = "25S03";

    private SqlFailures() {}

    static Failure classify(RuntimeException e) {
        Optional<SQLException> sql = cause(e, SQLException.class);
        if (sql.isEmpty() || sql.get() instanceof SQLTransientConnectionException) {
            // the pool has already waited for a connection without success
            return Failure.FINAL;
        }
        int code = sql.get().getErrorCode();
        String state = Optional.ofNullable(sql.get().getSQLState()).orElse("");
        if (ROLLED_BACK.contains(code) || state.equals(SERIALIZATION_FAILURE)) {
            return Failure.AGAIN;
        }
        boolean lost = state.startsWith(CONNECTION_EXCEPTION) || state.equals(TRANSACTION_LOST);
        boolean atCommit = cause(e, RollbackException.class).isPresent();
        return lost || code == NODE_NOT_READY || atCommit ? Failure.UNKNOWN : Failure.FINAL;
    }

    /** Whether the transaction lost against another one, and was rolled back. */
    static boolean isConflict(RuntimeException e) {
        return cause(e, SQLException.class)
                .filter(sql -> sql.getErrorCode() == LOCK_DEADLOCK || SERIALIZATION_FAILURE.equals(sql.getSQLState()))
                .isPresent();
    }

    /** The first exception of this type among an exception and its causes. */
    static <T> Optional<T> cause(Throwable e, Class<T> type) {
        return Stream.iterate(e, t -> t != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
