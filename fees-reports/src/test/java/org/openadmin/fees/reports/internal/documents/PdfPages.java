package org.openadmin.fees.reports.internal.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document as its reader sees it: the text of each page, in the order of the lines. */
public record PdfPages(List<String> texts, float width, float height, PDDocumentInformation about, boolean scripted) {

    /** Reads the document back and keeps it in the build folder for inspection. */
    public static PdfPages of(byte[] pdf, String file) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Path folder = Path.of("target", "documents");
            Path path = folder.resolve(file + ".pdf").normalize();
            Files.createDirectories(path.getParent());
            Files.write(path, pdf);
            List<String> texts = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document).replaceAll("[ \\u00a0\\u202f]+", " "));
            }
            return new PdfPages(
                    texts,
                    document.getPage(0).getMediaBox().getWidth(),
                    document.getPage(0).getMediaBox().getHeight(),
                    document.getDocumentInformation(),
                    document.getDocumentCatalog().getOpenAction() != null
                            || document.getDocumentCatalog().getNames() != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int count() {
        return texts.size();
    }

    public String page(int number) {
        return texts.get(number - 1);
    }

    /** All pages without line breaks and spaces, for texts that wrap. */
    public String run() {
        return String.join("", texts).replaceAll("\\s+", "");
    }
}
