package org.openadmin.fees.itest.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/**
 * Karaf's shell over ssh, used like in a script: one command in, its output and its result out. Karaf closes the connection after each
 * command. After some hundred connections its ssh server sometimes accepts no more for good, although it has no load; then it is restarted.
 */
final class PortalConsole implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LOG_IN_TIMEOUT = Duration.ofSeconds(20);
    private static final String CONFIGURATION = "org.apache.karaf.shell";
    private static final String CONTROL_C = "\u0003";
    private static final String COLOURS = "\u001b\\[[0-9;?]*[a-zA-Z]";

    private final int port;
    private final KarafHome home;
    private final SshClient client = client();

    PortalConsole(int port, KarafHome home) {
        this.port = port;
        this.home = home;
        client.start();
    }

    /** @param result 0 if the command succeeded; -1 if the portal could not be reached */
    record CommandResult(int result, String output) {

        boolean done() {
            return result == 0;
        }
    }

    /** Returns the output of a command that must succeed. */
    String run(String command) {
        CommandResult answer = tryRun(command);
        if (!answer.done()) {
            throw new AssertionError(command + ": " + answer);
        }
        return answer.output();
    }

    CommandResult tryRun(String command) {
        return tryRun(PortalUser.OPERATOR, command);
    }

    CommandResult tryRun(PortalUser asking, String command) {
        try (ClientSession session = logIn(asking);
                ClientChannel channel = session.createExecChannel(command)) {
            var output = new ByteArrayOutputStream();
            open(channel, InputStream.nullInputStream(), output);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TIMEOUT);
            Integer result = channel.getExitStatus();
            return new CommandResult(
                    result == null ? -1 : result,
                    output.toString(StandardCharsets.UTF_8).replaceAll(COLOURS, ""));
        } catch (IOException notYet) {
            return new CommandResult(-1, notYet.toString());
        }
    }

    /**
     * Begins a command whose answer nobody waits for.
     *
     * @return cuts its connection
     */
    Runnable begin(String command) throws IOException {
        ClientSession session = logIn(PortalUser.OPERATOR);
        open(session.createExecChannel(command), InputStream.nullInputStream(), OutputStream.nullOutputStream());
        return () -> session.close(true);
    }

    /**
     * Types a command in a terminal.
     *
     * @return types Ctrl+C
     */
    Runnable type(String command) throws IOException {
        ClientSession session = logIn(PortalUser.OPERATOR);
        PipedOutputStream keys = new PipedOutputStream();
        open(session.createShellChannel(), new PipedInputStream(keys), OutputStream.nullOutputStream());
        press(keys, command + "\r");
        return () -> press(keys, CONTROL_C);
    }

    private static void press(OutputStream keys, String text) {
        try {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The session ends with the client. A portal that is not there refuses the connection at once. */
    private ClientSession logIn(PortalUser user) throws IOException {
        long begun = System.nanoTime();
        try {
            return tryLogIn(user);
        } catch (IOException refused) {
            if (System.nanoTime() - begun < LOG_IN_TIMEOUT.toNanos()) {
                throw refused;
            }
            restartServer();
            return tryLogIn(user);
        }
    }

    private ClientSession tryLogIn(PortalUser user) throws IOException {
        ClientSession session = client.connect(user.logIn(), "127.0.0.1", port)
                .verify(LOG_IN_TIMEOUT)
                .getSession();
        try {
            session.addPasswordIdentity(user.logIn());
            session.auth().verify(LOG_IN_TIMEOUT);
            return session;
        } catch (IOException refused) {
            session.close(true);
            throw refused;
        }
    }

    /** Karaf restarts its ssh server when the configuration changes, and reads a file that changes within a second. */
    private void restartServer() throws IOException {
        long idle = Duration.ofMinutes(30).toMillis() + System.nanoTime() % 1000;
        home.put(CONFIGURATION, Map.of("sshIdleTimeout", String.valueOf(idle)));
        try {
            Thread.sleep(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void open(ClientChannel channel, InputStream keys, OutputStream output) throws IOException {
        channel.setIn(keys);
        channel.setOut(output);
        channel.setErr(output);
        channel.open().verify(TIMEOUT);
    }

    @Override
    public void close() {
        client.stop();
    }

    /** Ignores the ssh settings and keys of the user who runs the tests, and accepts only the key of the portal. */
    private SshClient client() {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier((ClientSession session, SocketAddress address, PublicKey key) ->
                KeyUtils.compareKeys(key, home.shellKey()));
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        return ssh;
    }
}
