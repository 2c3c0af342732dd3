package org.openadmin.fees.reports.internal.documents;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** An archive that accepts only PDF/A-2b. */
public final class PdfArchive {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfArchive() {}

    /** The violations found; empty when the document is accepted. */
    public static List<String> objections(byte[] pdf) {
        PDFAFlavour flavour = PDFAFlavour.PDFA_2_B;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf));
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            if (!parser.getFlavours().contains(flavour)) {
                return List.of("says that it is " + parser.getFlavours());
            }
            ValidationResult result = validator.validate(parser);
            List<String> failed = result.getTestAssertions().stream()
                    .map(each -> each.getRuleId().getClause() + " " + each.getMessage() + " " + each.getErrorMessage()
                            + " at " + each.getLocation())
                    .distinct()
                    .toList();
            return result.isCompliant() || !failed.isEmpty() ? failed : List.of("refused without a reason");
        } catch (Exception e) {
            throw new AssertionError("The validator failed", e);
        }
    }
}
