package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The auditor's binder is saved on the page of the accountant, and is the one that the console writes. */
@ExtendWith(SharedPortal.class)
class BinderIT {

    /** In a year of its own. */
    private static final String MAY = "2000-05";

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    BinderIT(RunningPortal portal) {
        this.portal = portal;
    }

    @Test
    void itIsSavedAndItsChecksumsAreRight() throws IOException, GeneralSecurityException {
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --yes --name Jamboree --amount 12.00 --date 2000-05-10 --group student --values 476");
        shell.run("fees:pay 476 --method card --yes --again --date 2000-05-11 --amount 12.00 --charges all");
        Screen viewer = screen(PortalUser.VIEWER);
        viewer.open("fees/export/" + MAY);
        viewer.press("binder-open");
        viewer.awaitVisible("binder-confidential");
        assertThat(viewer.part("binder-confidential")).containsText("will be hidden");
        viewer.awaitAnimations();
        viewer.picture("binder-1-dialog");

        Download download =
                viewer.page().waitForDownload(() -> viewer.part("binder-save").click());

        assertThat(download.suggestedFilename()).isEqualTo("binder-1999-09-01-2000-05-31.zip");
        viewer.awaitText("binder-notice", "The binder of Sep. 1, 1999 to May 31, 2000 is complete.");
        viewer.awaitAnimations();
        viewer.picture("binder-2-made");
        Map<String, byte[]> files = unzipped(Files.readAllBytes(download.path()));
        String sums = text(files.remove("SHA256SUMS"));
        StringBuilder expected = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(file.getValue());
            expected.append(HexFormat.of().formatHex(sum))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        assertThat(sums).isEqualTo(expected.toString());
        assertThat(text(files.get("14-recorded-later.csv"))).contains(",charge,2000-05-10,476,", ",12.00\r\n");
        assertThat(files.get("binder.pdf")).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

        shell.run("fees:binder --from 1999-09-01 --to 2000-05-31 --replace --out browser-binder.zip");
        Path exported = portal.exported("browser-binder.zip");
        Map<String, byte[]> ofShell = unzipped(Files.readAllBytes(exported));
        for (String name : new String[] {"01-tie-out.csv", "02-receipts.csv", "10-receivables.csv"}) {
            assertThat(text(ofShell.get(name))).as(name).isEqualTo(text(files.get(name)));
        }
    }

    @Test
    void anImpossiblePeriodIsExplainedAtTheField() {
        Screen viewer = screen(PortalUser.VIEWER);
        viewer.open("fees/export/" + MAY);
        viewer.press("binder-open");
        viewer.type("binder-to", "1999-08-31");
        viewer.page().keyboard().press("Tab");

        assertThat(viewer.part("binder-to")).hasAttribute("invalid", "");
        assertThat(viewer.part("binder-save")).not().hasAttribute("href", Pattern.compile(".+"));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream bytes = new ByteArrayInputStream(zip);
                ZipInputStream in = new ZipInputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }
}
