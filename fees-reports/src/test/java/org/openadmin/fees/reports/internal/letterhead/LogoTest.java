package org.openadmin.fees.reports.internal.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.renderers.DataRenderable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.reports.internal.documents.DocumentSchool;
import org.openadmin.fees.reports.internal.documents.PdfPages;

class LogoTest {

    private static final int GREEN = 0xFF206040;
    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                    + " viewBox='0 0 200 100'>%s</svg>";
    private static final String SHIELD = "<path d='M10 10h180v80h-180z' fill='#206040'/>";

    @TempDir
    private Path folder;

    private final Logo logo = new Logo();

    @ParameterizedTest
    @CsvSource({
        "png,6000,4000,467,311",
        "jpg,4000,6000,311,467",
        "png,100,50,100,50",
        "jpg,3000,1,467,1",
        "png,468,2,467,2"
    })
    void aPictureIsNeverLargerThanThePrinterCanShow(
            String format, int width, int height, int readyWidth, int readyHeight) throws IOException, JRException {
        BufferedImage ready = ready(picture(format, width, height));

        assertThat(List.of(ready.getWidth(), ready.getHeight())).containsExactly(readyWidth, readyHeight);
        assertThat(distance(ready.getRGB(readyWidth / 2, readyHeight / 2), GREEN))
                .isLessThan(12);
    }

    @Test
    void whatIsSeeThroughStaysSo() throws IOException, JRException {
        BufferedImage disc = new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_ARGB);
        disc.createGraphics().fillOval(500, 500, 1000, 1000);

        BufferedImage ready = ready(written(disc, "png"));

        assertThat(ready.getRGB(0, 0) >>> 24).isZero();
        assertThat(ready.getRGB(233, 233)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void aDrawingIsAsFineAsThePrinterWhateverItsOwnSize() throws IOException, JRException {
        BufferedImage ready = ready(file("logo.svg", SVG.formatted(SHIELD)));

        assertThat(List.of(ready.getWidth(), ready.getHeight())).containsExactly(467, 234);
        assertThat(ready.getRGB(233, 117)).isEqualTo(GREEN);
        assertThat(ready.getRGB(2, 2) >>> 24).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:1/svg11.dtd'>",
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><!-- note -->"
            })
    void aDocumentTypeBeforeADrawingIsNotLoaded(String before) throws IOException, JRException {
        assertThat(ready(file("logo.svg", before + SVG.formatted(SHIELD))).getRGB(233, 117))
                .isEqualTo(GREEN);
    }

    @Test
    void aDrawingFetchesNothingButMayHoldAPictureItself() throws IOException, JRException {
        Path outside = picture("png", 40, 40);
        String image = "<image x='0' y='0' width='200' height='100' preserveAspectRatio='none' xlink:href='%s'/>";
        String held = "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(outside));

        BufferedImage holds = ready(file("holds.svg", SVG.formatted(image.formatted(held))));
        assertThat(distance(holds.getRGB(233, 117), GREEN)).isLessThan(5);
        for (String address :
                new String[] {outside.toUri().toString(), outside.getFileName().toString()}) {
            assertRefused(file("fetches.svg", SVG.formatted(image.formatted(address))), "shows nothing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<html><body>Not found</body></html>,is no SVG that can be read",
        "<svg xmlns='http://www.w3.org/2000/svg'><path,is no SVG that can be read",
        "no drawing at all,is no SVG that can be read",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'/>,says no size",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>,shows nothing"
    })
    void aFileThatDrawsNothingIsRefused(String content, String why) throws IOException {
        assertRefused(file("logo.svg", content), why);
    }

    @Test
    void aDrawingThatNeverEndsIsRefused() throws IOException {
        StringBuilder doubled = new StringBuilder("<g id='a0'>" + SHIELD + "</g>");
        for (int i = 1; i < 40; i++) {
            String use = "<use xlink:href='#a" + (i - 1) + "'/>";
            doubled.append("<g id='a")
                    .append(i)
                    .append("'>")
                    .append(use)
                    .append(use)
                    .append("</g>");
        }

        assertRefused(file("logo.svg", SVG.formatted(doubled)), "is no SVG that can be read");
    }

    @Test
    void aPictureThatFailsIsTriedAgainOnlyWhenItsFileChanges() throws IOException, JRException {
        Path file = picture("png", 100, 50);
        byte[] good = Files.readAllBytes(file);
        FileTime day = FileTime.fromMillis(1_000_000);
        Files.write(file, Arrays.copyOf(Arrays.copyOf(good, good.length / 2), good.length));
        Files.setLastModifiedTime(file, day);
        assertRefused(file, "cannot be read");

        // the same size and time: had it been parsed again for the next page, it would be accepted
        Files.write(file, good);
        Files.setLastModifiedTime(file, day);
        assertRefused(file, "cannot be read");

        Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
        assertThat(ready(file).getWidth()).isEqualTo(100);
    }

    @Test
    void aPictureThatIsCutOffIsRefused() throws IOException {
        for (String format : List.of("png", "jpg")) {
            Path whole = picture(format, 800, 800);
            byte[] content = Files.readAllBytes(whole);
            Files.write(whole, Arrays.copyOf(content, content.length * 2 / 3));

            assertRefused(whole, format.equals("png") ? "cannot be read" : "is cut off");
        }
    }

    @Test
    void aPictureOfBillionsOfPixelsIsRefusedBeforeItIsRead() throws IOException {
        assertRefused(bomb(60_000, 60_000), "is 60000 × 60000 pixels, more than 50 million");
        assertRefused(bomb(Integer.MAX_VALUE, 1), "is 2147483647 × 1 pixels, more than 50 million");
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefused() throws IOException {
        byte[] png = Files.readAllBytes(picture("png", 10, 10));
        byte[] jpeg = Files.readAllBytes(picture("jpg", 10, 10));

        assertRefused(Files.write(folder.resolve("a.jpg"), png), "is named as JPEG but is PNG");
        assertRefused(Files.write(folder.resolve("b.PNG"), jpeg), "is named as PNG but is JPEG");
        assertRefused(Files.write(folder.resolve("c.svg"), jpeg), "is named as SVG but is JPEG");
        assertRefused(Files.writeString(folder.resolve("d.jpeg"), "GIF89a"), "is no JPEG picture");
        assertRefused(Files.write(folder.resolve("e.png"), new byte[0]), "is empty");
        assertRefused(Files.write(folder.resolve("f.gif"), png), "ends in neither .png, .jpg, .jpeg nor .svg");
        assertRefused(Files.createDirectory(folder.resolve("g.png")), "is no file");
        assertRefused(folder.resolve("none.png"), "cannot be read");
    }

    @Test
    void aChangedFileIsAnotherLogoAtOnce() throws IOException, JRException {
        Path file = picture("png", 20, 20);
        byte[] first = bytes(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        assertThat(bytes(file)).isEqualTo(first);
        Files.write(file, Files.readAllBytes(picture("png", 30, 30)));
        assertThat(ready(file).getWidth()).isEqualTo(30);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "svg"})
    void threeHundredInvoicesShareOnePicture(String format) throws IOException {
        DocumentSchool school = new DocumentSchool();
        for (int number = 1; number <= 300; number++) {
            school.charge(school.student(number, "Student", "S" + number), "Fee", "", "1.00");
        }
        school.logo = Optional.of(
                format.equals("svg") ? file("logo.svg", SVG.formatted(SHIELD)) : picture(format, 4000, 3000));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        school.invoices(out);

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(300);
            Set<COSBase> pictures = new HashSet<>();
            Set<COSBase> masks = new HashSet<>();
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getXObjectNames()) {
                    COSDictionary picture = resources.getXObject(name).getCOSObject();
                    pictures.add(picture);
                    masks.add(picture.getDictionaryObject(COSName.SMASK));
                }
            }
            pictures.removeAll(masks);
            assertThat(pictures).hasSize(1);
        }
        assertThat(out.size()).isLessThan(1_200_000);
        PdfPages.of(out.toByteArray(), "logo-300-" + format);
    }

    private BufferedImage ready(Path file) throws IOException, JRException {
        return ImageIO.read(new ByteArrayInputStream(bytes(file)));
    }

    private byte[] bytes(Path file) throws JRException {
        return ((DataRenderable) logo.of(file)).getData(DefaultJasperReportsContext.getInstance());
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> logo.of(file))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.LOGO))
                .hasMessageContaining(file + " " + why);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path picture(String format, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setPaint(new GradientPaint(0, 0, new Color(GREEN), 9, 9, new Color(GREEN + 3), true));
        drawing.fillRect(0, 0, width, height);
        drawing.dispose();
        return written(picture, format);
    }

    private Path written(BufferedImage picture, String format) throws IOException {
        Path file = folder.resolve("logo-" + picture.getWidth() + "." + format);
        assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
        return file;
    }

    /** Writes a few bytes whose header claims a large image. */
    private Path bomb(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(header.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(file);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13});
        png.write(header.toByteArray());
        png.writeInt((int) check.getValue());
        return Files.write(folder.resolve("bomb.png"), file.toByteArray());
    }

    private static int distance(int one, int other) {
        Color a = new Color(one);
        Color b = new Color(other);
        return Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }
}
