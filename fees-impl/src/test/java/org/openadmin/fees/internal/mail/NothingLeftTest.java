package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.Session;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.mail.MailException;

/** Nothing is left in the portal after the bundle that sent e-mail has been removed. */
class NothingLeftTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void sendingLeavesNeitherAThreadNorAClassAndNeedsNothingOfTheThreadsOwnClasses() throws Exception {
        try (ScriptedServer smtp = new ScriptedServer()) {
            Set<Thread> before = threads();
            ClassLoader ofPortal = new ClassLoader(null) {};
            Thread.currentThread().setContextClassLoader(ofPortal);

            ReferenceQueue<ClassLoader> classes = new ReferenceQueue<>();
            WeakReference<ClassLoader> bundle = sendFromBundle(smtp.port(), classes);

            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ofPortal);
            assertThat(smtp.taken).hasSize(2);
            for (Thread thread : threads()) {
                if (!before.contains(thread) && !thread.getName().equals("scripted-server")) {
                    thread.join(PATIENCE.toMillis());
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
            assertThat(isCollected(classes)).as("classes go").isTrue();
            assertThat(bundle.get()).isNull();
        } finally {
            Thread.currentThread().setContextClassLoader(NothingLeftTest.class.getClassLoader());
        }
    }

    private static WeakReference<ClassLoader> sendFromBundle(int port, ReferenceQueue<ClassLoader> gone)
            throws Exception {
        URL[] urls = Stream.of(MailServer.class, Errand.class, MailException.class, Session.class, DataHandler.class)
                .map(NothingLeftTest::place)
                .toArray(URL[]::new);
        URL activation = place(Class.forName("org.eclipse.angus.activation.MailcapRegistryProviderImpl"));
        URLClassLoader bundle = new URLClassLoader(
                Stream.concat(Stream.of(urls), Stream.of(activation)).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        Object errand = bundle.loadClass(Errand.class.getName())
                .getConstructor(int.class)
                .newInstance(port);

        assertThat(((Callable<?>) errand).call()).isEqualTo("ACCEPTEDACCEPTED");
        bundle.close();
        return new WeakReference<>(bundle, gone);
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }

    private static boolean isCollected(ReferenceQueue<ClassLoader> queue) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            System.gc();
            if (queue.remove(1_000) != null) {
                return true;
            }
        }
        return false;
    }
}
