package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.UUID;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.internal.mail.DeliveryResult;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;
import org.openadmin.fees.internal.mail.MailConfiguration;
import org.openadmin.fees.internal.mail.MailMessage;
import org.openadmin.fees.internal.mail.MailServer;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the configured mail server, in the same way as a run uses it. */
@Component
public final class ConfiguredMail implements OutgoingMail {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredMail.class);
    private static final String TEXTS = "org.openadmin.fees.internal.invoicing.email-test";

    private final FeesSettings settings;
    private final MailConfiguration mail;
    private final Clock clock;

    @Activate
    public ConfiguredMail(
            @Reference FeesSettings settings,
            @Reference MailConfiguration mail,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public Optional<Setup> setup(Actor reader) {
        reader.require(Role.VIEW);
        String school = settings.current().school().name();
        return mail.server()
                .map(server -> new Setup(
                        server.host(),
                        server.port(),
                        Security.valueOf(server.security().name()),
                        school,
                        server.from()));
    }

    @Override
    public void sendTest(Actor actor, String address) {
        actor.require(Role.BILL);
        Recipients to = recipient(address.strip());
        MailSettings server = mail.server().orElseThrow(() -> new MailException(Problem.NOT_CONFIGURED, "", null));
        Settings current = settings.current();
        DeliveryResult result;
        try (MailServer once = MailServer.once(server, current.school().name(), clock)) {
            once.awaitTurn();
            result = once.send(message(to, server, current));
        }
        if (result.status() != Status.ACCEPTED) {
            throw new MailException(
                    Problem.NOT_ACCEPTED, server.host() + ":" + server.port() + ": " + result.detail(), null);
        }
        LOG.info("{} sent a test message through {}:{}", actor.name(), server.host(), server.port());
    }

    /** @throws InvalidInputException unless it is a single address */
    private static Recipients recipient(String address) {
        if (address.isEmpty()) {
            throw new InvalidInputException(Field.EMAIL, InvalidInputException.Problem.MISSING, "");
        }
        Recipients to = Recipients.of(address);
        if (to.addresses().size() != 1) {
            throw new InvalidInputException(Field.EMAIL, InvalidInputException.Problem.UNKNOWN, address);
        }
        return to;
    }

    private static MailMessage message(Recipients to, MailSettings server, Settings current) {
        ResourceBundle texts = ResourceBundle.getBundle(
                TEXTS,
                current.documentLanguage(),
                ConfiguredMail.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        String text = texts.getString("text")
                .replace("{school}", current.school().name())
                .replace("{server}", server.host() + ":" + server.port())
                .replace("{security}", server.security().name().toLowerCase(Locale.ROOT))
                .replace("{from}", server.from());
        return new MailMessage("test-" + UUID.randomUUID(), to, texts.getString("subject"), text, "", new byte[0]);
    }
}
