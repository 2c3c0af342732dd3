package org.openadmin.fees.reports.internal.pdf;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import java.awt.font.TextAttribute;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontSetInfo;
import net.sf.jasperreports.engine.util.ExifOrientationEnum;
import net.sf.jasperreports.engine.util.Pair;
import net.sf.jasperreports.export.ExporterInputItem;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.PdfReportConfiguration;
import net.sf.jasperreports.pdf.PdfXmpCreator;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.classic.ClassicPdfWriter;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfImage;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import net.sf.jasperreports.repo.RepositoryService;

/** Writes PDF/A-2b, which is suitable for archiving: the file contains everything that is needed to display it. */
final class PdfAExporter extends JRPdfExporter {

    /** The scripts whose letters change, move or join with their neighbours; Java sets them, because OpenPDF cannot. */
    private static final String SHAPED_BY_JAVA = "DEVANAGARI,GURMUKHI,GUJARATI,TAMIL,THAI";

    private final DocumentMetadata about;
    private final Locale language;
    private final DirectTextRenderer directText = new DirectTextRenderer(this::firstFont);

    private Producer producer;

    private PdfAExporter(SimpleJasperReportsContext context, DocumentMetadata about, Locale language) {
        super(context);
        this.about = about;
        this.language = language;
    }

    /** @param prints the parts of the document, from first to last */
    static void export(
            List<ExporterInputItem> prints, DocumentMetadata about, String author, Locale language, OutputStream out)
            throws JRException {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        context.setProperty(PdfReportConfiguration.PROPERTY_PREFIX_GLYPH_RENDERER_BLOCKS + "fees", SHAPED_BY_JAVA);
        context.setExtensions(RepositoryService.class, List.of(new JavaColorProfile()));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2B);
        configuration.setIccProfilePath(JavaColorProfile.SRGB);
        configuration.setCompressed(true);
        configuration.setMetadataTitle(about.title());
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataAuthor(author);
        configuration.setMetadataSubject(about.subject());
        configuration.setMetadataCreator("Open Admin Fees");
        configuration.setTagLanguage(language.toLanguageTag());
        PdfAExporter exporter = new PdfAExporter(context, about, language);
        exporter.setExporterInput(new SimpleExporterInput(prints));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(configuration);
        exporter.exportReport();
    }

    /** Shares the images between parts, so that the logo is in the file only once. */
    @Override
    protected void initReport() {
        Map<String, Pair<PdfImage, ExifOrientationEnum>> pictures = loadedImagesMap;
        super.initReport();
        if (pictures != null) {
            loadedImagesMap = pictures;
        }
        directText.clearCache();
    }

    @Override
    public void exportText(JRPrintText text) {
        float left = text.getX() + getOffsetX();
        float top = getCurrentPageFormat().getPageHeight() - text.getY() - getOffsetY();
        if (!directText.write(text, left, top, producer.getPdfContentByte())) {
            super.exportText(text);
        }
    }

    /** Returns the first font of the text's font set. Jasper uses it for every text whose characters it contains. */
    private Optional<BaseFont> firstFont(JRPrintText text) {
        FontSetInfo set = fontUtil.getFontSetInfo(text.getFontName(), language, false);
        if (set == null) {
            return Optional.empty();
        }
        FontFamily first = set.getFamilies().get(0).getFontFamily();
        Map<Attribute, Object> attributes = new HashMap<>();
        attributes.put(TextAttribute.FAMILY, first.getName());
        attributes.put(TextAttribute.SIZE, text.getFontSize());
        if (text.isBold()) {
            attributes.put(TextAttribute.WEIGHT, TextAttribute.WEIGHT_BOLD);
        }
        return Optional.of(producer.getFont(attributes, language).getBaseFont());
    }

    @Override
    protected PdfProducer createPdfProducer() {
        producer = new Producer(createPdfProducerContext());
        return producer;
    }

    private final class Producer extends ClassicPdfProducer {

        Producer(PdfProducerContext context) {
            super(context);
        }

        @Override
        public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
            super.createWriter(out);
            PdfDictionary info = getPdfWriter().getInfo();
            PdfDate date = new PdfDate(GregorianCalendar.from(about.at()));
            info.put(PdfName.CREATIONDATE, date);
            info.put(PdfName.MODDATE, date);
            // the same document is the same file, to the byte
            byte[] id = about.id();
            info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
            FontTags.begin(ByteBuffer.wrap(id).getLong());
            return new Writer(this);
        }

        @Override
        public Font getFont(Map<Attribute, Object> attributes, Locale locale) {
            Font font = super.getFont(attributes, locale);
            font.getBaseFont().setSecureRandom(FontTags.SHARED);
            return font;
        }
    }

    private final class Writer extends ClassicPdfWriter {

        Writer(Producer producer) {
            super(producer, producer.getPdfWriter());
        }

        /**
         * Adds the language, which Jasper omits. It also fails without Adobe's library, because Jasper would then write
         * a file that is not valid PDF/A.
         */
        @Override
        public void createXmpMetadata(String title, String subject, String keywords, boolean accessible) {
            byte[] ofJasper = PdfXmpCreator.createXmpMetadata(getPdfWriter(), PdfaConformanceEnum.PDFA_2B, accessible);
            try {
                XMPMeta metadata = XMPMetaFactory.parseFromBuffer(ofJasper);
                metadata.appendArrayItem(
                        XMPConst.NS_DC,
                        "dc:language",
                        new PropertyOptions().setArray(true),
                        language.toLanguageTag(),
                        null);
                getPdfWriter()
                        .setXmpMetadata(XMPMetaFactory.serializeToBuffer(
                                metadata,
                                new SerializeOptions().setUseCompactFormat(true).setReadOnlyPacket(true)));
            } catch (XMPException e) {
                throw new JRRuntimeException(e);
            }
        }
    }
}
