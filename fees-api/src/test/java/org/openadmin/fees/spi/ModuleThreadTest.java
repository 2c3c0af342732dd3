package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ModuleThreadTest {

    private final AtomicReference<ClassLoader> seen = new AtomicReference<>();

    @Test
    void theContextClassLoaderIsThereForTheWorkAndReleasedAfterwards() throws Exception {
        try (URLClassLoader classes = new URLClassLoader(new URL[0])) {
            Thread thread = ModuleThread.daemon("fees-test", classes, this::look);
            thread.start();
            thread.join();
            assertThat(seen.get()).isSameAs(classes);
            assertThat(thread.getContextClassLoader()).isNull();
            assertThat(thread.isDaemon()).isTrue();
        }
    }

    @Test
    void theContextClassLoaderIsReleasedAfterAFailureToo() throws Exception {
        Thread thread = ModuleThread.daemon("fees-test", getClass().getClassLoader(), () -> {
            throw new IllegalStateException("expected");
        });
        thread.setUncaughtExceptionHandler((t, e) -> look());
        thread.start();
        assertThatCode(thread::join).doesNotThrowAnyException();
        assertThat(seen.get()).isNull();
        assertThat(thread.getContextClassLoader()).isNull();
    }

    private void look() {
        seen.set(Thread.currentThread().getContextClassLoader());
    }
}
