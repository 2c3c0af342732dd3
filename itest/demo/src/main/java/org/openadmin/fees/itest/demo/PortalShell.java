package org.openadmin.fees.itest.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/** Runs single commands in the shell of a running portal. Karaf's own client cannot do that without a terminal. */
record PortalShell(int port, String password) {
    static final String USER = "shell";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String COLOURS = "\u001b\\[[0-9;?]*[a-zA-Z]";
    private static final String KARAFS_PREFIX = "(?m)^Error executing command: ";

    /** @param status 0 if the command succeeded */
    record CommandResult(int status, String output, String errors) {}

    /** Returns the shell of the demo that is running with this data folder. */
    static PortalShell of(Path data) {
        var file = DataDirectory.shellFile(data);
        var properties = new Properties();
        try (var content = Files.newInputStream(file)) {
            properties.load(content);
        } catch (IOException e) {
            throw noDemo(data, e);
        }
        return new PortalShell(Integer.parseInt(properties.getProperty("port")), properties.getProperty("password"));
    }

    static DemoException noDemo(Path data, IOException cause) {
        return new DemoException("No demo is running on " + data + ": start it with ./fees demo.", cause);
    }

    void writeTo(Path file) throws IOException {
        DataDirectory.writePrivately(file, "port = " + port + "\npassword = " + password + "\n");
    }

    /** @throws IOException if the portal cannot be reached or rejects the log-in */
    CommandResult run(String command) throws IOException {
        try (var client = client()) {
            client.start();
            try (var session =
                    client.connect(USER, "127.0.0.1", port).verify(TIMEOUT).getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(TIMEOUT);
                try (var channel = session.createExecChannel(command)) {
                    var output = new ByteArrayOutputStream();
                    var errors = new ByteArrayOutputStream();
                    channel.setIn(InputStream.nullInputStream());
                    channel.setOut(output);
                    channel.setErr(errors);
                    channel.open().verify(TIMEOUT);
                    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ZERO);
                    var status = channel.getExitStatus();
                    return new CommandResult(status == null ? 1 : status, plain(output), plain(errors));
                }
            }
        }
    }

    /** Ignores the ssh settings and keys of the user who runs the demo. */
    private static SshClient client() {
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        return client;
    }

    private static String plain(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replaceAll(COLOURS, "").replaceAll(KARAFS_PREFIX, "");
    }
}
