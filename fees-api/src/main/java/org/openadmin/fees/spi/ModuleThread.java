package org.openadmin.fees.spi;

/**
 * The threads that this module starts. Felix 7.0.5 keeps a reference to a thread that was the second to load a class (its
 * {@code BundleClassLoader.m_classLocks} retains the entry), and a thread has a reference to its context class loader. So a
 * thread of this module gives that up when it ends; otherwise the module would stay in memory after its removal.
 */
public final class ModuleThread {

    private ModuleThread() {}

    /**
     * Returns a daemon thread that has not been started. It inherits no thread-local values from the current thread.
     *
     * @param name the name of the thread, for logs and thread dumps
     * @param classes the context class loader while the work runs
     */
    public static Thread daemon(String name, ClassLoader classes, Runnable work) {
        Runnable releasing = () -> {
            try {
                work.run();
            } finally {
                Thread.currentThread().setContextClassLoader(null);
            }
        };
        Thread thread = new Thread(null, releasing, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        return thread;
    }
}
