package org.openadmin.fees.reports.internal.pdf;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.ModuleThread;
import org.openadmin.fees.spi.ReaderWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in a thread that ends with it. Jasper stores the class of a template in a thread-local variable, and the
 * threads of a portal are pooled, so each of them would keep this bundle in memory after its removal. Java has the same
 * effect: it keeps the context class loader of the thread that first uses images.
 */
final class ShortLivedThread {

    private static final Logger LOG = LoggerFactory.getLogger(ShortLivedThread.class);

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
    static <T> Task<T> start(ClassLoader classes, Callable<T> work, Runnable whenDone) {
        Task<T> task = new Task<>(new Kept<>(classes, work), whenDone);
        ModuleThread.daemon("fees-document", ClassLoader.getSystemClassLoader(), task)
                .start();
        return task;
    }

    /**
     * Waits for the result. An exception of the work is thrown as it is.
     *
     * @throws DocumentException when this thread was interrupted; the work is interrupted too, and has ended
     */
    static <T> T result(Task<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.stop();
            throw ReaderWork.stopped(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new DocumentException(Problem.FAILED, String.valueOf(e.getCause()), e.getCause());
        }
    }

    /** The work with its result, which nobody gets if the work is cancelled at its very end. */
    private static final class Kept<T> implements Callable<T> {

        private final ClassLoader classes;
        private final Callable<T> work;
        private T result;

        Kept(ClassLoader classes, Callable<T> work) {
            this.classes = classes;
            this.work = work;
        }

        @Override
        public T call() throws Exception {
            // with the loader of Java itself, so that this is the one it remembers
            ImageIO.getUseCache();
            Thread.currentThread().setContextClassLoader(classes);
            result = work.call();
            return result;
        }

        void discard() {
            if (result instanceof AutoCloseable file) {
                try {
                    file.close();
                } catch (Exception e) {
                    LOG.warn("A document that nobody wants could not be deleted", e);
                }
            }
        }
    }

    /** Work in its thread. */
    static final class Task<T> extends FutureTask<T> {

        private final Kept<T> work;
        private final Runnable whenDone;
        private final CountDownLatch ended = new CountDownLatch(1);

        private Task(Kept<T> work, Runnable whenDone) {
            super(work);
            this.work = work;
            this.whenDone = whenDone;
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                if (isCancelled()) {
                    work.discard();
                }
                ended.countDown();
            }
        }

        @Override
        protected void done() {
            whenDone.run();
        }

        /**
         * Interrupts the work and waits until it has ended, also in a thread that is interrupted itself: until then, it takes as much of
         * the portal as before.
         */
        void stop() {
            if (!cancel(true)) {
                // it had ended just before
                work.discard();
                return;
            }
            boolean interrupted = false;
            while (ended.getCount() > 0) {
                try {
                    ended.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
