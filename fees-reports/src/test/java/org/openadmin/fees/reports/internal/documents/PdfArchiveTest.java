package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.spi.DocumentSettings.Paper;

/** Each kind of document is suitable for archiving: valid PDF/A-2b according to an independent validator. */
@Tag("slow")
class PdfArchiveTest {

    private static final String[] NAMES = {
        "Łukasz Żółć",
        "Nguyễn Thị Phượng",
        "Щёголев Дмитрий",
        "Παπαδόπουλος Γιώργος",
        "王小明",
        "محمد العربي",
        "ᐊᓂᔑᓈᐯ ᑭᔐ",
        "עמית כהן",
        "김민준 박",
        "አበበ በቀለ",
        "अमित शर्मा",
        "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
        "தமிழ் செல்வி",
        "สมชาย น้ำใจ"
    };

    private final DocumentSchool school = new DocumentSchool();

    @ParameterizedTest
    @CsvSource({"en-CA,LETTER,png", "en-CA,A4,jpg", "fr-CA,LETTER,jpg", "fr-CA,A4,svg"})
    void everyDocumentCanBeArchived(Locale locale, Paper paper, String logo, @TempDir Path folder) throws IOException {
        school.locale = locale;
        school.paper = paper;
        school.logo = Optional.of(logo(folder, logo));
        EveryDocument.busyMonth(school, NAMES);

        for (String kind : EveryDocument.KINDS.keySet()) {
            byte[] pdf = print(kind);

            assertThat(PdfArchive.objections(pdf)).as(kind).isEmpty();
            assertThat(pdf.length).as(kind).isLessThan(200_000);
        }
    }

    @Test
    void withoutALogoAndWithLettersThatCannotBeDrawnToo() {
        school.footer = "";
        EveryDocument.busyMonth(
                school,
                "Zoé\u0001\u0007",
                "Ann\u200B\u200E\u200F\u00AD\uFEFF",
                "A\tB\u00A0C\u202FD",
                "Ann \uD83D\uDE00 김");

        for (String kind : EveryDocument.KINDS.keySet()) {
            assertThat(PdfArchive.objections(print(kind))).as(kind).isEmpty();
        }
    }

    @Test
    void aGreyLogoIsArchivedAsWell(@TempDir Path folder) throws IOException {
        school.logo = Optional.of(logo(folder, "grey.png"));
        EveryDocument.busyMonth(school, "Roy", "Côté");

        assertThat(PdfArchive.objections(print("invoices"))).isEmpty();
    }

    @Test
    void theCheckOfAnArchiveFindsWhatIsMissing(@TempDir Path folder) throws IOException {
        school.logo = Optional.of(logo(folder, "png"));
        EveryDocument.busyMonth(school, NAMES);
        byte[] pdf = print("receipt");

        assertThat(PdfArchive.objections(without(COSName.OUTPUT_INTENTS, pdf))).isNotEmpty();
        assertThat(PdfArchive.objections(without(COSName.METADATA, pdf))).isNotEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources resources = document.getPage(0).getResources();
            // the logo is transparent, and its transparency was not flattened
            assertThat(resources.getXObjectNames())
                    .anySatisfy(name -> assertThat(((PDImageXObject) resources.getXObject(name)).getSoftMask())
                            .isNotNull());
        }
    }

    private static byte[] without(COSName part, byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getCOSObject().removeItem(part);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receipt     | en-CA | Receipt 1 | Receipt number 1",
                "receipts    | en-CA | Receipts 1 to 2 | Receipt number 1–2",
                "statement   | en-CA | Account statement – Roy, Roy | Student number 1, August 9, 2026 – September 8, 2026",
                "history     | en-CA | Historical bill of transactions – Roy, Roy | Student number 1",
                "invoices    | en-CA | Invoices dated September 8, 2026 | Invoice date September 8, 2026",
                "day-sheet   | en-CA | Day sheet – September 8, 2026 | Prepared by anna, Sep. 8, 2026, 2:05 p.m.",
                "receipt     | fr-CA | Reçu 1 | Numéro du reçu 1",
                "receivables | fr-CA | Comptes à recevoir par ancienneté – 8 septembre 2026 | Préparé par anna, 8 sept. 2026 14 h 05"
            })
    void theFileAndItsMetadataSayTheSame(String kind, String language, String title, String subject)
            throws IOException {
        school.locale = Locale.forLanguageTag(language);
        EveryDocument.busyMonth(school, "Roy", "Côté");

        try (PDDocument document = Loader.loadPDF(print(kind))) {
            PDDocumentInformation info = document.getDocumentInformation();
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);

            assertThat(info.getTitle()).isEqualTo(title);
            assertThat(info.getSubject()).isEqualTo(subject);
            assertThat(info.getAuthor()).isEqualTo("École Prairie View School");
            assertThat(info.getCreator()).isEqualTo("Open Admin Fees");
            assertThat(info.getProducer()).startsWith("OpenPDF");
            assertThat(info.getCreationDate().toInstant())
                    .isEqualTo(DocumentSchool.NOW.truncatedTo(ChronoUnit.SECONDS));
            assertThat(info.getModificationDate()).isEqualTo(info.getCreationDate());
            assertThat(catalog.getLanguage()).isEqualTo(language);
            assertThat(xmp)
                    .contains(title, subject, info.getAuthor(), info.getCreator(), info.getProducer())
                    .contains(">" + language + "<", "2026-09-08T14:05:00Z");
            assertThat(catalog.getCOSObject().containsKey(COSName.OPEN_ACTION)).isFalse();
            assertThat(catalog.getCOSObject().containsKey(COSName.NAMES)).isFalse();
            assertThat(catalog.getCOSObject().containsKey(COSName.AA)).isFalse();
        }
    }

    private byte[] print(String kind) {
        return EveryDocument.print(school, kind);
    }

    /** A disc, on a transparent background if the format supports one. */
    static Path logo(Path folder, String format) throws IOException {
        if (format.equals("svg")) {
            String disc = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'>"
                    + "<circle cx='100' cy='100' r='80' fill='#206040' opacity='0.6'/></svg>";
            return Files.writeString(folder.resolve("logo.svg"), disc);
        }
        BufferedImage picture = new BufferedImage(
                300,
                200,
                switch (format) {
                    case "png" -> BufferedImage.TYPE_INT_ARGB;
                    case "jpg" -> BufferedImage.TYPE_INT_RGB;
                    default -> BufferedImage.TYPE_BYTE_GRAY;
                });
        Graphics2D drawing = picture.createGraphics();
        drawing.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.6f));
        drawing.setColor(new Color(0x20, 0x60, 0x40));
        drawing.fillOval(20, 20, 160, 160);
        drawing.dispose();
        Path file = folder.resolve("logo." + format);
        assertThat(ImageIO.write(picture, format.substring(format.lastIndexOf('.') + 1), file.toFile()))
                .isTrue();
        return file;
    }
}
