package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

class DocumentsTest {

    private final DocumentSchool school = new DocumentSchool();

    @BeforeEach
    void somebodyOwes() {
        school.charge(school.student(100, "Tremblay", "Inès"), "Lab fee", "", "24.95");
    }

    @Test
    void aTextThatDoesNotFitItsPlaceMakesNoDocument() {
        school.footer = "A footer of many words ".repeat(30);

        assertRefused(Problem.TEXT_CUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void theLogoIsOnTheLetterhead(String format, @TempDir Path folder) throws IOException {
        school.logo = Optional.of(logo(folder, format));

        assertThat(school.invoices("logo-" + format).page(1)).contains("École Prairie View School", "$24.95");
    }

    @Test
    void aLogoThatIsMissingBrokenOrNoPictureIsNamed(@TempDir Path folder) throws IOException {
        byte[] whole = Files.readAllBytes(logo(folder, "png"));
        Path broken = Files.write(folder.resolve("broken.png"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("logo.txt"), "no picture at all");
        for (Path logo : new Path[] {folder.resolve("missing.png"), broken, text}) {
            school.logo = Optional.of(logo);

            assertThat(assertRefused(Problem.LOGO)).hasMessageContaining(logo.toString());
        }
    }

    @Test
    void aStreamThatFailsIsReported() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> school.invoices(full))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OUTPUT))
                .hasMessageContaining("No space left on device");
    }

    @Test
    void theFileSaysWhatItIsAndRunsNothing() {
        PdfPages pages = school.invoices("metadata");

        assertThat(pages.about().getTitle()).isEqualTo("Invoices dated September 8, 2026");
        assertThat(pages.about().getAuthor()).isEqualTo("École Prairie View School");
        assertThat(pages.about().getCreator()).isEqualTo("Open Admin Fees");
        assertThat(pages.scripted()).isFalse();
    }

    @Test
    void theThreadKeepsItsOwnClassLoader() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader portal = new ClassLoader(null) {};
        Thread.currentThread().setContextClassLoader(portal);
        try {
            school.invoices(new ByteArrayOutputStream());

            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(portal);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private DocumentException assertRefused(Problem problem) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentException[] refused = new DocumentException[1];
        assertThatThrownBy(() -> school.invoices(out))
                .isInstanceOfSatisfying(DocumentException.class, e -> refused[0] = e);
        assertThat(refused[0].problem()).isEqualTo(problem);
        assertThat(out.size()).isZero();
        return refused[0];
    }

    private static Path logo(Path folder, String format) throws IOException {
        BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 200; y++) {
                picture.setRGB(x, y, (x * y) % 0xFF << 8 | 0x8040);
            }
        }
        Path file = folder.resolve("logo." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }
}
