package org.openadmin.fees.reports.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.Session;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.spi.MailSettings;

/** What is in a portal when the bundle that sent is gone. */
class NothingLeftTest {

    @Test
    void sending_leaves_neither_a_thread_nor_a_class_and_needs_nothing_of_the_threads_own_classes() throws Exception {
        try (ScriptedServer smtp = new ScriptedServer()) {
            Set<Thread> before = threads();
            ClassLoader ofPortal = new ClassLoader(null) {};
            Thread.currentThread().setContextClassLoader(ofPortal);

            WeakReference<ClassLoader> bundle = sendFromBundle(smtp.port());

            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ofPortal);
            assertThat(smtp.taken).hasSize(2);
            assertThat(eventually(() -> threads().stream()
                            .filter(thread -> !before.contains(thread)
                                    && !thread.getName().equals("scripted-server"))
                            .toList()
                            .isEmpty()))
                    .as("threads end")
                    .isTrue();
            assertThat(eventually(() -> {
                        System.gc();
                        return bundle.get() == null;
                    }))
                    .as("classes go")
                    .isTrue();
        } finally {
            Thread.currentThread().setContextClassLoader(NothingLeftTest.class.getClassLoader());
        }
    }

    private static WeakReference<ClassLoader> sendFromBundle(int port) throws Exception {
        URL[] urls = Stream.of(MailServer.class, Errand.class, MailSettings.class, Session.class, DataHandler.class)
                .map(NothingLeftTest::place)
                .toArray(URL[]::new);
        URL activation = place(Class.forName("org.eclipse.angus.activation.MailcapRegistryProviderImpl"));
        URLClassLoader bundle = new URLClassLoader(
                Stream.concat(Stream.of(urls), Stream.of(activation)).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        Object errand = bundle.loadClass(Errand.class.getName())
                .getConstructor(int.class)
                .newInstance(port);

        assertThat(((Callable<?>) errand).call()).isEqualTo("TAKENTAKEN");
        bundle.close();
        return new WeakReference<>(bundle);
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }

    private static boolean eventually(Callable<Boolean> what) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (what.call()) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }
}
