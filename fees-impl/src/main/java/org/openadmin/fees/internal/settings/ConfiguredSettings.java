package org.openadmin.fees.internal.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.internal.mail.MailConfiguration;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.RefusalMessages;
import org.openadmin.fees.spi.messages.ValueFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current configuration. A configuration that is not valid is ignored and the last valid one remains in use. If
 * there has been no valid one since the start, {@link #current()} throws the error, because working without the
 * school's taxes would charge families the wrong amounts.
 */
@Component(
        configurationPid = ConfiguredSettings.PID,
        // immediate: an invalid configuration is reported when the portal starts, not at the first use
        immediate = true,
        service = {
            ConfiguredSettings.class,
            MailConfiguration.class,
            ExportConfiguration.class,
            SchoolZone.class,
            SettingsReport.class
        })
@Designate(ocd = FeesConfig.class)
public final class ConfiguredSettings
        implements FeesSettings, MailConfiguration, ExportConfiguration, SchoolZone, SettingsReport {

    static final String PID = "org.openadmin.fees";

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredSettings.class);

    private static final RefusalMessages SENTENCES =
            new RefusalMessages(Locale.ENGLISH, Medium.CONSOLE, ValueFormat.PLAIN);

    /** The whole file: it is accepted or refused as one, its mail server included. */
    private record Configuration(
            Settings settings, Optional<MailSettings> mail, Optional<Path> exports, Optional<ZoneId> zone) {}

    /** Either may be null, never both: before there was a good one, and while nothing is refused. */
    private record State(Configuration good, InvalidSettingException refusal) {

        Configuration require() {
            if (good == null) {
                throw refusal;
            }
            return good;
        }
    }

    private volatile Map<String, Object> latest = Map.of();
    private volatile State state = new State(null, null);

    @Activate
    public ConfiguredSettings(Map<String, Object> properties) {
        read(properties);
    }

    @Override
    public Settings current() {
        return state.require().settings();
    }

    @Override
    public Optional<MailSettings> server() {
        return state.require().mail();
    }

    /** Not an error without a valid configuration: pages and logs that only show the time still work. */
    @Override
    public Optional<ZoneId> configured() {
        return Optional.ofNullable(state.good).flatMap(Configuration::zone);
    }

    @Override
    public Optional<Path> exportFolder() {
        return state.require().exports();
    }

    @Override
    public Optional<InvalidSettingException> rejectionReason() {
        return Optional.ofNullable(state.refusal);
    }

    /** Checked each time, because permissions can change without a change of the configuration. */
    @Override
    public Optional<Path> exposedFile() {
        return ExposedPassword.in(latest);
    }

    @Modified
    void read(Map<String, Object> properties) {
        latest = Map.copyOf(properties);
        exposedFile()
                .ifPresent(exposed -> LOG.warn(
                        "{} holds a password and other users of this machine can read it: chmod 600 {}",
                        exposed,
                        exposed));
        SettingsParser file = new SettingsParser(properties);
        try {
            Configuration configuration = new Configuration(file.settings(), file.mail(), file.exports(), file.zone());
            LOG.info("Configuration of Open Admin Fees in force: {}", summary(configuration));
            state = new State(configuration, null);
        } catch (InvalidSettingException e) {
            LOG.error(
                    "{} {}",
                    SENTENCES.of(e).orElseThrow(),
                    state.good == null
                            ? "Open Admin Fees is unavailable until it is corrected."
                            : "The last valid configuration remains in use.");
            state = new State(state.good, e);
        }
        file.unknownKeys()
                .forEach(key -> LOG.warn("etc/{}.cfg: the key {} is unknown and ignored", PID, VisibleText.of(key)));
    }

    private static String summary(Configuration configuration) {
        Settings settings = configuration.settings();
        String zone = configuration
                .zone()
                .map(ZoneId::getId)
                .orElseGet(() -> ZoneId.systemDefault().getId() + " (the server's)");
        return VisibleText.of(settings.currency().getCurrencyCode() + ", "
                + settings.locale().toLanguageTag() + ", time zone " + zone + ", taxes " + settings.taxNames()
                + ", profiles " + settings.profiles().keySet());
    }
}
