package org.openadmin.fees.itest.database;

import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/**
 * The persistence unit without a container. Like in the container, each call is a transaction, which is rolled back if
 * an exception is thrown.
 */
public final class PlainJpa implements JpaTemplate, AutoCloseable {

    private final EntityManagerFactory factory;

    public PlainJpa(DataSource database) {
        factory = Persistence.createEntityManagerFactory(
                "fees", Map.of("javax.persistence.nonJtaDataSource", database, "eclipselink.weaving", "false"));
    }

    @Override
    public <R> R txExpr(EmFunction<R> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            R result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } catch (RuntimeException e) {
            rollBack(em, e);
            throw e;
        } finally {
            em.close();
        }
    }

    /** Without a connection the rollback fails too, and the exception that caused it is the one to report. */
    private static void rollBack(EntityManager em, RuntimeException reason) {
        try {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> work) {
        return txExpr(work);
    }

    @Override
    public void tx(EmConsumer work) {
        Supplier<Void> nothing = () -> null;
        txExpr(em -> {
            work.accept(em);
            return nothing.get();
        });
    }

    @Override
    public void tx(TransactionType type, EmConsumer work) {
        tx(work);
    }

    @Override
    public void close() {
        factory.close();
    }
}
