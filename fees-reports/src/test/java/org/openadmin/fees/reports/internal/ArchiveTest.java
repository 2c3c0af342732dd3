package org.openadmin.fees.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.SampleSchool.CLERK;
import static org.openadmin.fees.reports.internal.SampleSchool.DAY;
import static org.openadmin.fees.reports.internal.SampleSchool.money;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.Charge;
import org.openadmin.fees.api.DocumentSettings.Paper;
import org.openadmin.fees.api.EntryKind;
import org.openadmin.fees.api.FeeReports;
import org.openadmin.fees.api.FeeReports.Print;
import org.openadmin.fees.api.FeesOverview.Age;
import org.openadmin.fees.api.FeesOverview.Receivable;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.MonthSummary;
import org.openadmin.fees.api.PaymentMethod;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Receipt;
import org.openadmin.fees.api.ReceiptNumber;
import org.openadmin.fees.api.ReceiptQuery;
import org.openadmin.fees.api.StatementRequest;
import org.openadmin.fees.api.StudentNumber;

/** Each kind of document can be kept for ever: PDF/A-2b, as an independent validator reads it. */
class ArchiveTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final StudentNumber FIRST = new StudentNumber(1);
    private static final Map<String, BiConsumer<FeeReports, ByteArrayOutputStream>> KINDS = kinds();
    private static final String[] NAMES = {
        "Łukasz Żółć", "Nguyễn Thị Phượng", "Щёголев Дмитрий", "Παπαδόπουλος Γιώργος", "王小明", "محمد العربي"
    };

    private final SampleSchool school = new SampleSchool();

    private static Map<String, BiConsumer<FeeReports, ByteArrayOutputStream>> kinds() {
        Map<String, BiConsumer<FeeReports, ByteArrayOutputStream>> kinds = new LinkedHashMap<>();
        kinds.put("receipt", (reports, out) -> reports.receipt(CLERK, new ReceiptNumber(1), Print.ORIGINAL, out));
        kinds.put("copy", (reports, out) -> reports.receipt(CLERK, new ReceiptNumber(1), Print.COPY, out));
        kinds.put("voided", (reports, out) -> reports.receipt(CLERK, new ReceiptNumber(2), Print.COPY, out));
        kinds.put("receipts", (reports, out) -> reports.receipts(CLERK, ReceiptQuery.everything(), out));
        kinds.put(
                "statement",
                (reports, out) -> reports.statement(new StatementRequest(CLERK, FIRST, DAY.minusDays(30), DAY), out));
        kinds.put("history", (reports, out) -> reports.history(CLERK, FIRST, out));
        kinds.put("invoices", (reports, out) -> reports.invoices(SampleSchool.everybody(), Progress.UNWATCHED, out));
        kinds.put("day-sheet", (reports, out) -> reports.daySheet(CLERK, DAY, out));
        kinds.put("receivables", (reports, out) -> reports.receivables(CLERK, DAY, out));
        kinds.put("summary", (reports, out) -> reports.summary(CLERK, SEPTEMBER, out));
        return kinds;
    }

    /** Something in each document, with a name of each script. */
    private void busyMonth(String... names) {
        for (int i = 0; i < names.length; i++) {
            StudentNumber student = school.student(i + 1, names[i], names[i], names[i], names[i]);
            Charge charge = school.charge(student, names[i], names[i], "24.95", "GST 1.25", "PST 1.50");
            Receipt receipt = school.receiptOf(i + 1, student, "30.00", charge);
            school.receipts.put(receipt.number(), i == 1 ? voided(receipt) : receipt);
            long fee = school.journal.charge(student, DAY.minusDays(3), names[i], names[i], "24.95", "GST 1.25");
            school.journal.pay(student, DAY.minusDays(1), i + 1, "26.20", fee);
            AccountBalance balance = new AccountBalance(student, money("1.00"), money("1.00"));
            Map<Age, Money> ages = Map.of(
                    Age.TO_30, money("1.00"), Age.TO_60, money("0"), Age.TO_90, money("0"), Age.OVER_90, money("0"));
            school.receivables.add(new Receivable(school.record(student), ages, balance));
        }
        List<MonthSummary.Line> lines = List.of(
                new MonthSummary.Line(
                        EntryKind.CHARGE,
                        names[0],
                        Optional.empty(),
                        "4010",
                        1,
                        money("1.00"),
                        Map.of(),
                        money("1.00")),
                new MonthSummary.Line(
                        EntryKind.PAYMENT,
                        "Payment",
                        Optional.of(PaymentMethod.CASH),
                        "1000",
                        1,
                        money("-1.00"),
                        Map.of(),
                        money("-1.00")));
        school.summaries.put(SEPTEMBER, new MonthSummary(SEPTEMBER, List.of(), lines, 2, money("0.00")));
    }

    @ParameterizedTest
    @CsvSource({"en-CA,LETTER,png", "en-CA,A4,jpg", "fr-CA,LETTER,jpg", "fr-CA,A4,svg"})
    void every_document_can_be_archived(Locale locale, Paper paper, String logo, @TempDir Path folder)
            throws IOException {
        school.locale = locale;
        school.paper = paper;
        school.logo = Optional.of(logo(folder, logo));
        busyMonth(NAMES);

        for (String kind : KINDS.keySet()) {
            byte[] pdf = print(kind);

            assertThat(Archive.objections(pdf)).as(kind).isEmpty();
            assertThat(pdf.length).as(kind).isLessThan(150_000);
        }
    }

    @Test
    void without_a_logo_and_with_letters_that_cannot_be_drawn_too() {
        school.footer = "";
        busyMonth("Zoé\u0001\u0007", "Ann\u200B\u200E\u200F\u00AD\uFEFF", "A\tB\u00A0C\u202FD", "Ann \uD83D\uDE00 김");

        for (String kind : KINDS.keySet()) {
            assertThat(Archive.objections(print(kind))).as(kind).isEmpty();
        }
    }

    @Test
    void a_grey_logo_is_archived_as_well(@TempDir Path folder) throws IOException {
        school.logo = Optional.of(logo(folder, "grey.png"));
        busyMonth("Roy", "Côté");

        assertThat(Archive.objections(print("invoices"))).isEmpty();
    }

    @Test
    void the_archive_is_no_formality(@TempDir Path folder) throws IOException {
        school.logo = Optional.of(logo(folder, "png"));
        busyMonth(NAMES);
        byte[] pdf = print("receipt");

        assertThat(Archive.objections(without(COSName.OUTPUT_INTENTS, pdf))).isNotEmpty();
        assertThat(Archive.objections(without(COSName.METADATA, pdf))).isNotEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources resources = document.getPage(0).getResources();
            // the logo is see-through, and its transparency was not flattened away
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
                "invoices    | en-CA | Invoices of September 8, 2026 | Invoice date September 8, 2026",
                "day-sheet   | en-CA | Day sheet – September 8, 2026 | Prepared by anna, Sep. 8, 2026, 2:05 p.m.",
                "receipt     | fr-CA | Reçu 1 | Numéro du reçu 1",
                "receivables | fr-CA | Comptes à recevoir par ancienneté – 8 septembre 2026 | Préparé par anna, 8 sept. 2026 14 h 05"
            })
    void the_file_and_its_metadata_say_the_same(String kind, String language, String title, String subject)
            throws IOException {
        school.locale = Locale.forLanguageTag(language);
        busyMonth("Roy", "Côté");

        try (PDDocument document = Loader.loadPDF(print(kind))) {
            PDDocumentInformation info = document.getDocumentInformation();
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);

            assertThat(info.getTitle()).isEqualTo(title);
            assertThat(info.getSubject()).isEqualTo(subject);
            assertThat(info.getAuthor()).isEqualTo("École Prairie View School");
            assertThat(info.getCreator()).isEqualTo("Open Admin Fees");
            assertThat(info.getProducer()).startsWith("OpenPDF");
            assertThat(info.getCreationDate().toInstant()).isEqualTo(SampleSchool.NOW.truncatedTo(ChronoUnit.SECONDS));
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KINDS.get(kind).accept(school.reports(), out);
        return out.toByteArray();
    }

    private static Receipt voided(Receipt r) {
        return new Receipt(
                r.number(),
                r.student(),
                r.date(),
                r.received(),
                r.settled(),
                r.method(),
                r.reference(),
                r.cashier(),
                r.recordedAt(),
                Optional.of(DAY));
    }

    /** A disc; on nothing where the format knows what nothing is. */
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
