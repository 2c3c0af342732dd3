package org.openadmin.fees.reports.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.util.JRSaver;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.documents.DocumentException;

class TemplatesTest {

    private static final String NAME = "invoice-LETTER";
    private static final String WAITS =
            "String.valueOf(new java.util.concurrent.CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.HOURS))";

    @TempDir
    private Path folder;

    @Test
    void aTemplateThatNeverEndsIsGivenUpAndNotTriedForTheNextDocument() throws IOException, JRException {
        Path file = compile("$F{finalName}", WAITS);
        Templates templates = new Templates(Duration.ofSeconds(5));
        String slow = file + " took longer than 5 seconds to check";

        assertThatThrownBy(() -> templates.of(NAME, Optional.of(folder)))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(slow);

        long before = System.nanoTime();
        assertThatThrownBy(() -> templates.of(NAME, Optional.of(folder))).hasMessageContaining(slow);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aTemplateThatIsRefusedIsReadAgainOnlyWhenItsFileChanges() throws IOException, JRException {
        Path file = compile("$F{finalName}", "$F{finalName}");
        byte[] good = Files.readAllBytes(file);
        FileTime day = FileTime.fromMillis(1_000_000);
        Files.write(file, new byte[good.length]);
        Files.setLastModifiedTime(file, day);
        Templates templates = new Templates();
        assertThatThrownBy(() -> templates.of(NAME, Optional.of(folder))).isInstanceOf(DocumentException.class);

        Files.write(file, good);
        Files.setLastModifiedTime(file, day);
        assertThatThrownBy(() -> templates.of(NAME, Optional.of(folder))).isInstanceOf(DocumentException.class);

        Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
        assertThat(templates.of(NAME, Optional.of(folder)).getName())
                .isEqualTo(new Templates().of(NAME, Optional.empty()).getName());
    }

    private Path compile(String ours, String theirs) throws IOException, JRException {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        Path file = folder.resolve(NAME + ".jasper");
        byte[] source = Templates.source(NAME).replace(ours, theirs).getBytes(StandardCharsets.UTF_8);
        JRSaver.saveObject(
                JasperCompileManager.getInstance(context)
                        .compile(JRXmlLoader.load(context, new ByteArrayInputStream(source))),
                file.toFile());
        return file;
    }
}
