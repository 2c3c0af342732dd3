package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Dictionary;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * {@code FeesSettings} as an OSGi service: it follows changes while the portal is running, and keeps the last
 * configuration if a value is not valid.
 */
public class SettingsIT extends ShellTestBase {

    private static final String PID = "org.openadmin.fees";
    private static final Path FILE = Path.of(System.getProperty("karaf.etc", "etc"), PID + ".cfg");

    @Inject
    private ConfigurationAdmin configurations;

    private String original;

    @Before
    public void remember() throws IOException {
        original = Files.readString(FILE);
    }

    @After
    public void restore() {
        write(
                original,
                () -> settings.current().school().name().equals("Prairie View School")
                        && settings.current().taxNames().equals(List.of("GST", "PST"))
                        && refused().equals("nothing"));
    }

    @Test
    public void aChangedFileIsInForceWithoutARestart() {
        write(
                original + "\nschool.name = Renamed School\ntax3.name = EHF\ntax3.rate = 9.975\n",
                () -> settings.current().school().name().equals("Renamed School"));
        assertEquals(List.of("GST", "PST", "EHF"), settings.current().taxNames());
        assertEquals(
                "100.00 and half a cent up",
                money("114.98"),
                assessment
                        .price(fee("Taxed", "100.00", "GST", "EHF"), LocalDate.now())
                        .total());
    }

    @Test
    public void aChangeByTheContainersOwnServiceCountsToo() throws IOException {
        configure(values -> values.put("school.name", "Configured School"));
        assertTrue(eventually(() -> settings.current().school().name().equals("Configured School")));
    }

    @Test
    public void aWrongValueIsRefusedByItsKeyAndTheLastGoodConfigurationStays() throws IOException {
        var before = settings.current();
        configure(values -> {
            values.put("school.name", "Half Changed School");
            values.put("tax2.rate", "six");
        });
        assertTrue(eventually(() -> refused().contains("tax2.rate")));
        assertTrue(refused(), refused().contains("\"six\""));
        assertEquals(before, settings.current());
        assertThrows(UnknownTaxException.class, () -> assessment.price(fee("Taxed", "100.00", "EHF"), LocalDate.now()));
        assertFalse(refused().contains("\n"));
    }

    /**
     * Writes the file repeatedly until its configuration is in use. Karaf writes a changed configuration back to the
     * file some time after the change, which can overwrite a file written at the same moment; an administrator would
     * save it again.
     */
    private static void write(String text, BooleanSupplier inForce) {
        assertTrue(eventually(() -> {
            try {
                if (!Files.readString(FILE).equals(text)) {
                    Files.writeString(FILE, text);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return inForce.getAsBoolean();
        }));
    }

    private String refused() {
        return run("fees:status")
                .lines()
                .filter(line -> line.startsWith("Refused:"))
                .map(line -> line.substring("Refused:".length()).strip())
                .findFirst()
                .orElse("no such line");
    }

    private void configure(Consumer<Dictionary<String, Object>> change) throws IOException {
        Configuration configuration = configurations.getConfiguration(PID, null);
        Dictionary<String, Object> values = configuration.getProperties();
        change.accept(values);
        configuration.update(values);
    }
}
