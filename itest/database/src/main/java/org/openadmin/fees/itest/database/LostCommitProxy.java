package org.openadmin.fees.itest.database;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connects a program to its database, and can lose the answer to a commit: the database commits,
 * but the program never learns about it, and all its connections break. The database then remains out of reach until
 * {@link #restore()}.
 */
public final class LostCommitProxy implements AutoCloseable {

    private static final int HEADER = 4;
    private static final int BYTE = 0xff;
    /** The MariaDB protocol: the packet of a statement in text. */
    private static final int COM_QUERY = 3;

    private static final int BUFFER = 16 * 1024;

    private final Database target;
    private final ServerSocket entrance;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean armed = new AtomicBoolean();
    private volatile boolean down;

    private LostCommitProxy(Database target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
        run("proxy", this::accept, entrance);
    }

    /** Starts a proxy on a free port of 127.0.0.1. */
    public static LostCommitProxy before(Database target) {
        try {
            return new LostCommitProxy(target, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free for the proxy", e);
        }
    }

    /** Returns the database as reached through this proxy. */
    public Database database() {
        return through(target);
    }

    /** Returns a log-in to the same server as reached through this proxy. */
    public Database through(Database other) {
        String address = "//127.0.0.1:" + entrance.getLocalPort() + "/";
        return new Database(other.url().replaceFirst("//[^/]+/", address), other.user(), other.password());
    }

    /** Loses the answer to the next commit, and keeps the database out of reach from then on. */
    public void loseNextCommit() {
        armed.set(true);
    }

    /** Whether a commit's answer has been lost and the database has not been restored. */
    public boolean isDown() {
        return down;
    }

    /** Lets new connections reach the database again. */
    public void restore() {
        armed.set(false);
        down = false;
    }

    @Override
    public void close() {
        closeAll(entrance);
        breakConnections();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            try {
                connect(client);
            } catch (IOException e) {
                // the database itself is out of reach
                client.close();
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (down) {
            client.close();
            return;
        }
        URI address = URI.create(target.url().substring("jdbc:".length()));
        Link link = new Link(client, new Socket(address.getHost(), address.getPort()));
        links.add(link);
        run("proxy-requests", link::requests, link);
        run("proxy-answers", link::answers, link);
    }

    /** Runs until one of the sockets is closed, and closes the rest. */
    private static void run(String name, Pump pump, Closeable rest) {
        Thread thread = new Thread(
                () -> {
                    try (rest) {
                        pump.run();
                    } catch (IOException e) {
                        // the end of a connection; the program at the other side of it notices
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void breakConnections() {
        links.forEach(Link::close);
    }

    /** The work of one thread. */
    private interface Pump {
        void run() throws IOException;
    }

    /** One connection of the program, and its continuation to the database. */
    private final class Link implements Closeable {

        private final Socket client;
        private final Socket server;
        private volatile boolean losing;

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        /** Forwards the program's packets: three bytes of length, one of sequence, and the content. */
        void requests() throws IOException {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            while (true) {
                byte[] packet = new byte[HEADER];
                in.readFully(packet);
                int length = packet[0] & BYTE | (packet[1] & BYTE) << 8 | (packet[2] & BYTE) << 16;
                packet = Arrays.copyOf(packet, HEADER + length);
                in.readFully(packet, HEADER, length);
                if (isCommit(packet) && armed.getAndSet(false)) {
                    losing = true;
                }
                server.getOutputStream().write(packet);
            }
        }

        void answers() throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int length = read(buffer); length >= 0; length = read(buffer)) {
                if (losing) {
                    down = true;
                    breakConnections();
                    return;
                }
                client.getOutputStream().write(buffer, 0, length);
            }
        }

        private int read(byte[] buffer) throws IOException {
            return server.getInputStream().read(buffer);
        }

        @Override
        public void close() {
            links.remove(this);
            closeAll(client, server);
        }
    }

    private static boolean isCommit(byte[] packet) {
        return packet.length > HEADER
                && packet[HEADER] == COM_QUERY
                && new String(packet, HEADER + 1, packet.length - HEADER - 1, StandardCharsets.UTF_8).equals("COMMIT");
    }

    private static void closeAll(Closeable... sockets) {
        for (Closeable socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A connection of the proxy cannot be closed", e);
            }
        }
    }
}
