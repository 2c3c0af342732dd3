package org.openadmin.fees.internal.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server on this machine that does what a test says. It answers each verb with the next of its lines, and with the usual one
 * when there is none left.
 */
public final class ScriptedServer implements AutoCloseable {

    /** Instead of an answer: ends the connection, ends it the hard way, or says nothing more. */
    public static final String DROP = "!drop";

    static final String RESET = "!reset";
    static final String SILENCE = "!silence";

    /** The verb of the first answer, of the first line of a message, and of a message's end. */
    static final String GREETING = "greeting";

    static final String CONTENT = "content";
    public static final String END = ".";

    private static final Map<String, String> USUAL = Map.of(
            GREETING,
            "220 fake",
            "EHLO",
            "250 fake",
            "DATA",
            "354 go on",
            "QUIT",
            "221 bye",
            "AUTH",
            "235 welcome",
            "STARTTLS",
            "220 go on");

    /** A message that was taken. */
    public record Taken(List<String> recipients, String content) {}

    /** All commands, in their order. */
    public final List<String> commands = new CopyOnWriteArrayList<>();

    public final List<Taken> taken = new CopyOnWriteArrayList<>();
    volatile int connections;

    private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Socket placeholder = new Socket();
    private final Thread acceptor;
    private final SSLContext tls;

    public ScriptedServer() {
        this(null);
    }

    /** @param tls what it needs for STARTTLS */
    ScriptedServer(SSLContext tls) {
        this.tls = tls;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What the next commands with this verb are answered, one after the other. */
    public ScriptedServer answers(String verb, String... lines) {
        script.computeIfAbsent(verb, v -> new ArrayDeque<>()).addAll(List.of(lines));
        return this;
    }

    /** How often a command came. */
    long count(String verb) {
        return commands.stream().filter(command -> command.startsWith(verb)).count();
    }

    /** Ends all connections, as a server does that has waited long enough. */
    void hangUp() {
        sockets.forEach(ScriptedServer::close);
        sockets.clear();
    }

    /** Goes away. It still listens until the accepting thread ends; then the port stays taken, so that nobody else answers there. */
    public void leave() throws Exception {
        server.close();
        acceptor.join();
        hangUp();
        placeholder.setReuseAddress(true);
        placeholder.bind(server.getLocalSocketAddress());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections++;
                sockets.add(socket);
                start(() -> talk(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            if (say(socket, next(GREETING))) {
                commands(socket);
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private void commands(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        List<String> recipients = new CopyOnWriteArrayList<>();
        boolean goesOn = true;
        while (goesOn) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            commands.add(line);
            String verb = line.split(" ")[0];
            String answer = next(verb);
            goesOn = say(socket, answer);
            if (verb.equals("MAIL")) {
                recipients.clear();
            } else if (verb.equals("RCPT") && answer.startsWith("2")) {
                recipients.add(line.replaceAll(".*<(.*)>.*", "$1"));
            } else if (answer.startsWith("354")) {
                goesOn = content(socket, in, List.copyOf(recipients));
            } else if (verb.equals("STARTTLS") && answer.startsWith("2")) {
                goesOn = false;
                commands(encrypted(socket));
            }
        }
    }

    private Socket encrypted(Socket socket) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        commands.add("encrypted");
        return encrypted;
    }

    private boolean content(Socket socket, BufferedReader in, List<String> recipients) throws IOException {
        StringBuilder content = new StringBuilder(in.readLine()).append('\n');
        String interruption = script.containsKey(CONTENT) ? script.get(CONTENT).poll() : null;
        if (interruption != null) {
            return say(socket, interruption);
        }
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            content.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        commands.add(END);
        String answer = next(END);
        if (answer.startsWith("2")) {
            taken.add(new Taken(recipients, content.toString()));
        }
        return say(socket, answer);
    }

    private String next(String verb) {
        Deque<String> lines = script.getOrDefault(verb, new ArrayDeque<>());
        return lines.isEmpty() ? USUAL.getOrDefault(verb, "250 ok") : lines.poll();
    }

    /** @return whether the connection goes on; an answer may have something behind it, such as {@code 554 no!reset} */
    private static boolean say(Socket socket, String answer) throws IOException {
        String[] parts = answer.split("(?=!)");
        for (String part : parts) {
            switch (part) {
                case DROP -> {
                    return false;
                }
                case RESET -> {
                    socket.setSoLinger(true, 0);
                    return false;
                }
                case SILENCE -> {
                    return silent(socket);
                }
                default -> {
                    OutputStream out = socket.getOutputStream();
                    out.write((part.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
            }
        }
        return true;
    }

    /** Answers nothing, and hangs up when the other side has been as silent for a second, or has gone. */
    private static boolean silent(Socket socket) throws IOException {
        socket.setSoTimeout(1_000);
        while (socket.getInputStream().read() >= 0) {
            // what it says is not answered
        }
        return false;
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
        placeholder.close();
    }
}
