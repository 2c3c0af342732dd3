package org.openadmin.fees.internal.mail;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openadmin.fees.internal.mail.MailSettings.Security;

/** Sends two messages; can be loaded by any class loader. */
public final class Errand implements Callable<String> {

    private final int port;

    public Errand(int port) {
        this.port = port;
    }

    @Override
    public String call() {
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                port,
                Security.NONE,
                Optional.empty(),
                "office@school.example",
                Optional.empty(),
                6000,
                1,
                Map.of());
        Waiting waiting = new Waiting();
        try (MailServer server = new MailServer(settings, "École", waiting, waiting)) {
            return send(server, "a@home.example") + send(server, "b@home.example");
        }
    }

    private static String send(MailServer server, String to) {
        server.awaitTurn();
        return server.send(new MailMessage(
                        "7-" + to, Recipients.of(to), "Facturé", "Bonjour à tous", "f.pdf", new byte[9]))
                .status()
                .name();
    }
}
