package org.openadmin.fees.internal.mail;

/**
 * Runs work with this bundle's class loader as the thread's context class loader. The mail library looks for its providers there,
 * and a portal's threads have the portal's class loader. The thread is left as it was.
 */
final class BundleClassLoading {

    /** Work that may throw one type of exception. */
    interface Work<T, E extends Exception> {
        T call() throws E;
    }

    private BundleClassLoading() {}

    static <T, E extends Exception> T call(Work<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(BundleClassLoading.class.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
