package org.openadmin.fees.internal.mail;

/**
 * Works with this bundle's class loader as the thread's: there the library looks for its parts, and a portal's threads have the
 * portal's. It leaves nothing in the thread.
 */
final class BundleClassLoading {

    /** Work that may end with one kind of exception. */
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
