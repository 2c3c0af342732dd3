package org.openadmin.fees.reports.internal.documents;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.ReaderWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The slots of this portal. */
@Component
public final class LongDocuments implements DocumentSlots {

    private static final int AT_A_TIME = 2;
    /** A day sheet is made in less, so that two short documents at the same time are never refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;
    private final Set<String> users = new HashSet<>();

    @Activate
    public LongDocuments() {
        this(PATIENCE);
    }

    /** For tests. */
    LongDocuments(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Slot take(Actor user) {
        String name = user.name();
        long end = System.nanoTime() + patience.toNanos();
        synchronized (users) {
            while (isTaken(name)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw users.contains(name)
                            ? new DocumentException(Problem.IN_PROGRESS, name, null)
                            : new DocumentException(Problem.BUSY, String.join(", ", users), null);
                }
                await(left);
            }
            users.add(name);
        }
        return () -> release(name);
    }

    private boolean isTaken(String name) {
        return users.size() >= AT_A_TIME || users.contains(name);
    }

    private void await(long milliseconds) {
        try {
            users.wait(milliseconds);
        } catch (InterruptedException e) {
            throw ReaderWork.stopped(e);
        }
    }

    /** The set has a user once, so a slot that is closed twice frees nobody else's: its user may take the next only after. */
    private void release(String name) {
        synchronized (users) {
            users.remove(name);
            users.notifyAll();
        }
    }
}
