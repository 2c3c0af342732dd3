package org.openadmin.fees.reports.internal.pdf;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.ModuleThread;

/**
 * Runs work in a thread that ends with it. Jasper stores the class of a template in a thread-local variable, and the
 * threads of a portal are pooled, so each of them would keep this bundle in memory after its removal. Java has the same
 * effect: it keeps the context class loader of the thread that first uses images.
 */
final class ShortLivedThread {

    private ShortLivedThread() {}

    /** @param classes the context class loader in which libraries find their classes */
    static <T> T call(ClassLoader classes, Callable<T> work) {
        return result(start(classes, work, () -> {}));
    }

    /**
     * Starts work without waiting for it.
     *
     * @param whenDone called once the result is there
     */
    static <T> FutureTask<T> start(ClassLoader classes, Callable<T> work, Runnable whenDone) {
        Callable<T> inBundle = () -> {
            // with the loader of Java itself, so that this is the one it remembers
            ImageIO.getUseCache();
            Thread.currentThread().setContextClassLoader(classes);
            return work.call();
        };
        FutureTask<T> task = new FutureTask<>(inBundle) {
            @Override
            protected void done() {
                whenDone.run();
            }
        };
        ModuleThread.daemon("fees-document", ClassLoader.getSystemClassLoader(), task)
                .start();
        return task;
    }

    /**
     * Waits for the result. An exception of the work is thrown as it is.
     *
     * @throws DocumentException when this thread was interrupted; the work is interrupted too
     */
    static <T> T result(FutureTask<T> task) {
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
}
