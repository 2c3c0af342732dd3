package org.openadmin.fees.reports.internal.pdf;

import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * Works in a thread that ends with the work. Jasper leaves the class of a template in a variable of the thread, and the threads of a
 * portal live on: each would keep this whole bundle in memory after it has been removed. So would Java, which remembers the class
 * loader of the thread in which it first needs pictures.
 */
final class ShortLivedThread {

    private ShortLivedThread() {}

    /** @param classes where libraries that ask the thread look for their parts */
    static <T> T call(ClassLoader classes, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> {
            // with the loader of Java itself, so that this is the one it remembers
            ImageIO.getUseCache();
            Thread.currentThread().setContextClassLoader(classes);
            return work.call();
        });
        Thread thread = new Thread(task, "fees-document");
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new DocumentException(Problem.FAILED, "it was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new DocumentException(Problem.FAILED, String.valueOf(e.getCause()), e.getCause());
        }
    }

    /** The same, for whoever goes through it in another thread: each step is done with the class loader of this one. */
    static <T> Iterator<T> asHere(Iterator<T> steps) {
        ClassLoader here = Thread.currentThread().getContextClassLoader();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return with(here, steps::hasNext);
            }

            @Override
            public T next() {
                return with(here, steps::next);
            }
        };
    }

    private static <T> T with(ClassLoader classes, Supplier<T> step) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            return step.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
