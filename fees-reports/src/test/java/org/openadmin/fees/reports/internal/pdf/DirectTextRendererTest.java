package org.openadmin.fees.reports.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleExporterInputItem;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.reports.internal.texts.FontCoverage;

class DirectTextRendererTest {

    private static final String LONG = "A fee with a name that is much longer than its column has room for, ".repeat(4);

    @Test
    void eachCharacterIsWhereJasperItselfWouldPutIt() throws JRException, IOException {
        JasperPrint print = print(
                "Lab fee",
                LONG,
                "Éducation physique – l’équipement  d'hiver",
                "Поездка",
                "Εκδρομή",
                "Nguyễn Thị Phượng",
                "Adébáyọ̀",
                "王小明, Wang",
                "محمد العربي",
                "ends with a blank ",
                " begins with two",
                "two\nlines",
                "one line\n\nand another",
                "soft\u00ADhyphen",
                "tab\there");

        assertThat(characters(ours(print))).hasSizeGreaterThan(500).isEqualTo(characters(ofJasper(print)));
    }

    private static JasperPrint print(String... names) throws JRException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("schoolName", "École Prairie View School");
        parameters.put("schoolLines", "450 Athabasca Street East\nMoose Jaw SK  S6H 0K1");
        parameters.put("schoolFooter", "Registered charity 12345 6789 RR0001");
        parameters.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, DocumentTexts.texts(Locale.ENGLISH));
        Map<String, Object> document = new HashMap<>(Map.of(
                "document", 1, "columns", 3, "address", "Marie Tremblay\n12 Main Street", "figureName", "Amount due"));
        document.putAll(Map.of("figure", "$1,234.56", "headDate", "Date", "head0", "Total", "studentName", "Tremblay"));
        List<DocumentRow> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(new DocumentRow(
                    document,
                    Map.of("kind", "LINE", "name", name, "description", name, "cell0", "24.95", "cell1", "1.25")));
        }
        rows.add(new DocumentRow(document, Map.of("kind", "SUMS", "name", "Subtotal\nGST", "amount", "24.95\n1.25")));
        return JasperFillManager.getInstance(DefaultJasperReportsContext.getInstance())
                .fill(
                        new Templates().of("invoice-LETTER", Optional.empty()),
                        parameters,
                        new DocumentRowSource(rows.iterator(), new FontCoverage()));
    }

    private static byte[] ours(JasperPrint print) throws JRException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentMetadata about = new DocumentMetadata("Invoices", "", ZonedDateTime.now());
        PdfAExporter.export(List.of(new SimpleExporterInputItem(print)), about, "", Locale.ENGLISH, out);
        return out.toByteArray();
    }

    private static byte[] ofJasper(JasperPrint print) throws JRException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.exportReport();
        return out.toByteArray();
    }

    /** Returns each character drawn, with its font, size and position to a hundredth of a point. */
    private static List<String> characters(byte[] pdf) throws IOException {
        List<String> characters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    characters.add(String.format(
                            Locale.ROOT,
                            "%s %s %.1f at %.2f, %.2f on page %d",
                            position.getUnicode(),
                            position.getFont().getName().replaceFirst("^[A-Z]{6}\\+", ""),
                            position.getFontSizeInPt(),
                            position.getX(),
                            position.getY(),
                            getCurrentPageNo()));
                }
            }.getText(document);
        }
        return characters;
    }
}
