package org.openadmin.fees.itest.bench;

import com.lowagie.text.Document;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openadmin.fees.reports.internal.documents.PdfFeeReports;

/**
 * Writes the same pages with the least possible work: one query, and OpenPDF to draw each text at a fixed position. It
 * does not wrap lines, check anything, write a log or join Arabic letters.
 */
final class BaselineInvoicePrinter {

    private static final String QUERY =
            "SELECT s.studnum, CONCAT(s.lastname, ', ', s.firstname), s.initial, s.grade, s.homeroom, s.guardian,"
                    + " s.address1, s.address2, j.trans_date, j.name, j.subtotal, j.tax1, j.tax2, j.total"
                    + " FROM fees_jrl j JOIN fees_student s ON s.studnum = j.studnum"
                    + " WHERE j.trans_type = 'chg' AND j.paid_id IS NULL ORDER BY s.lastname, s.firstname, s.studnum, j.id";
    private static final int LEFT = 54;
    private static final int TOP = 40;
    private static final int WIDTH = 504;
    private static final float SMALL = 8.5f;
    private static final int USUAL = 10;
    private static final int LARGE = 20;
    /** The distance from the top of a line to its baseline, at a font size of 1. */
    private static final float ASCENT = 1.069f;

    private static final float LINE = 1.362f;
    private static final float SUMS_LINE = 12.6f;
    private static final Color GREY = new Color(0x595959);
    private static final Color BLACK = new Color(0x1A1A1A);

    private final InvoiceSchool school;
    private final NumberFormat amounts = NumberFormat.getCurrencyInstance(Locale.CANADA);
    private final NumberFormat figures = NumberFormat.getNumberInstance(Locale.CANADA);
    private final DateTimeFormatter dates =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.CANADA);
    private final DateTimeFormatter shortDates =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.CANADA);

    private List<BaseFont> plain;
    private List<BaseFont> bold;
    private PdfContentByte page;

    private record Person(
            String number, String name, String grade, String homeroom, String guardian, String street, String city) {}

    private record Fee(
            LocalDate date, String name, BigDecimal subtotal, BigDecimal gst, BigDecimal pst, BigDecimal total) {}

    BaselineInvoicePrinter(InvoiceSchool school) {
        this.school = school;
        figures.setMinimumFractionDigits(2);
    }

    void write(OutputStream out) throws IOException, SQLException {
        plain = fonts("NotoSans-Regular", "NotoSansArabic-Regular", "DroidSansFallbackFull");
        bold = fonts("NotoSans-Bold", "NotoSansArabic-Bold", "DroidSansFallbackFull");
        Image logo =
                Image.getInstance(Files.readAllBytes(school.letterhead().logo().orElseThrow()));
        logo.scaleAbsolute(56, 56);
        logo.setAbsolutePosition(LEFT, PageSize.LETTER.getHeight() - TOP - 56);
        Document document = new Document(PageSize.LETTER);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setFullCompression();
        document.open();
        page = writer.getDirectContent();
        try (Connection connection = school.school().database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            List<Fee> fees = new ArrayList<>();
            while (rows.next()) {
                fees.add(fee(rows));
                if (fees.size() == InvoiceSchool.FEES) {
                    document.newPage();
                    page.addImage(logo);
                    page(person(rows), fees);
                    fees.clear();
                }
            }
        }
        document.close();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString(1),
                (row.getString(2) + " " + row.getString(3)).strip(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static Fee fee(ResultSet row) throws SQLException {
        return new Fee(
                LocalDate.parse(row.getString(9)),
                row.getString(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getBigDecimal(13),
                row.getBigDecimal(14));
    }

    private void page(Person person, List<Fee> fees) {
        String due = amounts.format(fees.stream().map(Fee::total).reduce(BigDecimal.ZERO, BigDecimal::add));
        head(person, due);
        left(bold, USUAL, BLACK, person.name(), 0, 242);
        left(
                plain,
                SMALL,
                GREY,
                "No. " + person.number() + "  ·  Grade " + person.grade() + "  ·  Homeroom " + person.homeroom(),
                0,
                258);
        table(fees, due);
        slip(person, due);
        String footer = school.letterhead().footer();
        float width = plain.get(0).getWidthPoint(footer, SMALL);
        left(plain, SMALL, GREY, footer, (WIDTH - width) / 2, 709);
    }

    private void head(Person person, String due) {
        left(bold, USUAL, BLACK, school.letterhead().name(), 68, 0);
        float y = 16;
        for (String line : school.letterhead().address()) {
            left(plain, SMALL, BLACK, line, 68, y);
            y += SMALL * LINE;
        }
        for (String line : school.letterhead().contact()) {
            left(plain, SMALL, BLACK, line, 68, y);
            y += SMALL * LINE;
        }
        right(bold, LARGE, BLACK, "Invoice", WIDTH, 0);
        y = 132;
        for (String line : List.of(person.guardian(), person.street(), person.city())) {
            left(plain, USUAL, BLACK, line, 14, y);
            y += USUAL * LINE;
        }
        right(plain, SMALL, GREY, "Amount due", WIDTH, 132);
        right(bold, LARGE, BLACK, due, WIDTH, 146);
        left(plain, SMALL, GREY, "Due date", 316, 183);
        right(plain, USUAL, BLACK, dates.format(InvoiceSchool.DAY.plusDays(30)), WIDTH, 182);
        left(plain, SMALL, GREY, "Invoice date", 316, 199);
        right(plain, USUAL, BLACK, dates.format(InvoiceSchool.DAY), WIDTH, 198);
        left(plain, SMALL, GREY, "Student number", 316, 215);
        right(plain, USUAL, BLACK, person.number(), WIDTH, 214);
    }

    private void table(List<Fee> fees, String due) {
        left(bold, SMALL, BLACK, "Date", 0, 283);
        left(bold, SMALL, BLACK, "Fee", 62, 283);
        right(bold, SMALL, BLACK, "Subtotal", 330, 283);
        right(bold, SMALL, BLACK, "GST", 388, 283);
        right(bold, SMALL, BLACK, "PST", 446, 283);
        right(bold, SMALL, BLACK, "Total", WIDTH, 283);
        rule(0, 297.5f, BLACK);
        float y = 303;
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        for (Fee fee : fees) {
            left(plain, SMALL, BLACK, shortDates.format(fee.date()), 0, y);
            left(plain, SMALL, BLACK, fee.name(), 62, y);
            right(plain, SMALL, BLACK, figures.format(fee.subtotal()), 330, y);
            right(plain, SMALL, BLACK, figures.format(fee.gst()), 388, y);
            right(plain, SMALL, BLACK, figures.format(fee.pst()), 446, y);
            right(plain, SMALL, BLACK, figures.format(fee.total()), WIDTH, y);
            sums[0] = sums[0].add(fee.subtotal());
            sums[1] = sums[1].add(fee.gst());
            sums[2] = sums[2].add(fee.pst());
            y += 15;
        }
        y += 7;
        for (int i = 0; i < sums.length; i++) {
            left(plain, SMALL, BLACK, List.of("Subtotal", "GST", "PST").get(i), 264, y);
            right(plain, SMALL, BLACK, figures.format(sums[i]), WIDTH, y);
            y += SUMS_LINE;
        }
        rule(264, y + 1.5f, BLACK);
        left(bold, USUAL, BLACK, "Amount due", 264, y + 4);
        right(bold, USUAL, BLACK, due, WIDTH, y + 4);
    }

    private void slip(Person person, String due) {
        page.setLineDash(5, 3, 0);
        rule(0, 578, GREY);
        page.setLineDash(0);
        left(plain, SMALL, GREY, "Cut here and return this part with the payment to Bench School.", 0, 582);
        left(plain, SMALL, GREY, "Student", 0, 606);
        left(bold, USUAL, BLACK, person.name(), 0, 619);
        left(plain, SMALL, GREY, "Student number", 0, 644);
        left(plain, USUAL, BLACK, person.number(), 0, 657);
        left(plain, SMALL, GREY, "Invoice date", 112, 644);
        left(plain, USUAL, BLACK, dates.format(InvoiceSchool.DAY), 112, 657);
        left(plain, SMALL, GREY, "Due date", 224, 644);
        left(plain, USUAL, BLACK, dates.format(InvoiceSchool.DAY.plusDays(30)), 224, 657);
        right(plain, SMALL, GREY, "Amount due", WIDTH, 606);
        right(bold, LARGE, BLACK, due, WIDTH, 619);
    }

    private void left(List<BaseFont> fonts, float size, Color colour, String text, float x, float y) {
        text(font(fonts, text), size, colour, PdfContentByte.ALIGN_LEFT, text, x, y);
    }

    private void right(List<BaseFont> fonts, float size, Color colour, String text, float x, float y) {
        text(font(fonts, text), size, colour, PdfContentByte.ALIGN_RIGHT, text, x, y);
    }

    private void text(BaseFont font, float size, Color colour, int alignment, String text, float x, float y) {
        page.beginText();
        page.setFontAndSize(font, size);
        page.setColorFill(colour);
        page.showTextAligned(alignment, text, LEFT + x, PageSize.LETTER.getHeight() - TOP - y - ASCENT * size, 0);
        page.endText();
    }

    private void rule(float x, float y, Color colour) {
        page.setLineWidth(0.75f);
        page.setColorStroke(colour);
        page.moveTo(LEFT + x, PageSize.LETTER.getHeight() - TOP - y);
        page.lineTo((float) LEFT + WIDTH, PageSize.LETTER.getHeight() - TOP - y);
        page.stroke();
    }

    /**
     * Returns the first font that contains all characters, or otherwise the first one that contains the first
     * character.
     */
    private static BaseFont font(List<BaseFont> fonts, String text) {
        return fonts.stream()
                .filter(font -> text.chars().allMatch(font::charExists))
                .findFirst()
                .orElseGet(() -> fonts.stream()
                        .filter(font -> font.charExists(text.charAt(0)))
                        .findFirst()
                        .orElse(fonts.get(0)));
    }

    private static List<BaseFont> fonts(String... names) {
        return Stream.of(names).map(BaselineInvoicePrinter::font).toList();
    }

    private static BaseFont font(String name) {
        String file = "/org/openadmin/fees/reports/fonts/" + name + ".ttf";
        try (InputStream in = PdfFeeReports.class.getResourceAsStream(file)) {
            BaseFont font = BaseFont.createFont(
                    name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, in.readAllBytes(), null);
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new IllegalStateException("The font " + name + " cannot be read", e);
        }
    }
}
