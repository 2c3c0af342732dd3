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
 * A local mail server scripted by a test. It answers each verb with the next scripted line, and with the default one when none is
 * left.
 */
public final class ScriptedServer implements AutoCloseable {

    /** Instead of an answer: closes the connection, resets it, or stops answering. */
    public static final String DROP = "!drop";

    static final String RESET = "!reset";
    static final String SILENCE = "!silence";

    /** Before an answer: waits a second. */
    static final String SLOW = "!slow!";

    /** Pseudo-verbs: the greeting, the content of a message, and the end of a message. */
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

    /** A message that was accepted. */
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

    /** @param tls the context for STARTTLS */
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

    /** Sets the answers to the next commands with this verb, one after the other. */
    public ScriptedServer answers(String verb, String... lines) {
        script.computeIfAbsent(verb, v -> new ArrayDeque<>()).addAll(List.of(lines));
        return this;
    }

    /** The number of times that a command was received. */
    long count(String verb) {
        return commands.stream().filter(command -> command.startsWith(verb)).count();
    }

    /** Closes all connections, as a server does after an idle timeout. */
    void hangUp() {
        sockets.forEach(ScriptedServer::close);
        sockets.clear();
    }

    /**
     * Stops the server. It still listens until the accepting thread ends; then the port stays bound, so that no other process
     * answers there.
     */
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
            // the client has disconnected
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

    /** @return whether the connection continues; an answer can be followed by an action, such as {@code 554 no!reset} */
    private static boolean say(Socket socket, String answer) throws IOException {
        String[] parts = answer.split("(?=!)");
        for (String each : parts) {
            // an answer after an action
            String part = each.replaceFirst("^!(?=\\d)", "");
            switch (part) {
                case DROP -> {
                    return false;
                }
                case RESET -> {
                    socket.setSoLinger(true, 0);
                    return false;
                }
                case "!slow" -> sleep();
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

    private static void sleep() throws IOException {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Answers nothing, and closes the connection when the client has sent nothing for a second or has disconnected. */
    private static boolean silent(Socket socket) throws IOException {
        socket.setSoTimeout(1_000);
        while (socket.getInputStream().read() >= 0) {
            // input is ignored
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
            // already closed
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
        placeholder.close();
    }
}
