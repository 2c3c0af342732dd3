package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.util.JRSaver;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.documents.DocumentTemplates;
import org.openadmin.fees.api.documents.DocumentTemplates.Origin;
import org.openadmin.fees.api.documents.DocumentTemplates.Template;
import org.openadmin.fees.reports.internal.pdf.JasperTemplates;
import org.openadmin.fees.reports.internal.pdf.Templates;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;

class CustomTemplatesTest {

    private static final Actor ADMIN = new Actor("root", Set.of(Role.ADMIN));

    private final DocumentSchool school = new DocumentSchool();

    @TempDir
    private Path folder;

    @BeforeEach
    void twoFamiliesOwe() {
        school.charge(school.student(100, "Tremblay", "Inès"), "Lab fee", "", "24.95");
        school.charge(school.student(200, "Roy", "Max"), "Band trip", "", "240.00");
        school.templates = Optional.of(folder);
    }

    @Test
    void eachOfOursCanBeCompiledByTheSchoolAndPasses() throws IOException, JRException {
        for (String name : Templates.NAMES) {
            compile(name, source -> source);
        }

        assertThat(inUse()).hasSize(Templates.NAMES.size()).allSatisfy(template -> assertThat(template.origin())
                .isEqualTo(Origin.SCHOOL));
    }

    @Test
    void aTemplateOfTheSchoolsOwnReplacesOursOnItsPaperOnly() throws IOException, JRException {
        ours("Our own bill");

        PdfPages letter = school.invoices("own-template");
        school.paper = Paper.A4;
        PdfPages a4 = school.invoices("not-own-template");

        assertThat(letter.count()).isEqualTo(2);
        assertThat(letter.page(1))
                .contains("Our own bill", "Roy, Max", "$240.00")
                .doesNotContain("Invoice\n");
        assertThat(a4.page(1)).contains("Invoice", "$240.00").doesNotContain("Our own bill");
    }

    @Test
    void anInvoiceThatIsMadeAgainIsMarkedInATemplateWithoutAPlaceForIt() throws IOException, JRException {
        ours("Our own bill");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InvoiceDocument document = school.renderer()
                .beginAgain(DocumentSchool.DAY, school.settings().current())) {
            document.add(school.owing());
            document.complete();
            document.writeTo(out);
        }

        assertThat(PdfPages.of(out.toByteArray(), "own-template-again").texts())
                .hasSize(2)
                .allMatch(page -> page.startsWith("Made again on September 8, 2026.") && page.contains("Our own bill"));
    }

    @Test
    void aChangedOneIsSeenAndARemovedOneGivesOursBack() throws IOException, JRException {
        Path file = ours("First bill");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
        DocumentReader reader = new DocumentReader(school);

        assertThat(reader.invoice()).contains("First bill");
        ours("Other bill");
        assertThat(reader.invoice()).contains("Other bill");
        Files.delete(file);
        assertThat(reader.invoice()).contains("Invoice").doesNotContain("bill");
        Files.writeString(file, "half a copy");
        assertThatThrownBy(reader::invoice).isInstanceOf(DocumentException.class);
        ours("Third bill");
        assertThat(reader.invoice()).contains("Third bill");
    }

    @Test
    void aSourceIsNeverCompiled() throws IOException {
        Files.writeString(
                folder.resolve("invoice-LETTER.jrxml"),
                Templates.source("invoice-LETTER").replace("$R{invoice}", "\"Never shown\""));

        assertThat(school.invoices("source-ignored").page(1))
                .contains("Invoice")
                .doesNotContain("Never shown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<field name=\"stampNote\"|<field name=\"salary\" class=\"java.lang.String\"/><field name=\"stampNote\"|asks for the field salary; there are address",
                "<parameter name=\"schoolFooter\"|<parameter name=\"password\" class=\"java.lang.String\"/><parameter name=\"schoolFooter\"|asks for the parameter password; there are logo",
                "name=\"columns\" class=\"java.lang.Integer\"|name=\"columns\" class=\"java.lang.Long\"|takes the field columns for java.lang.Long, but it is java.lang.Integer",
                "pageHeight=\"792\"|pageHeight=\"700\"|is for pages of 612 × 700 points, but its name is that of 612 × 792",
                "key=\"page\"|key=\"side\"|has no text with the key \"page\" and the number of the page on page 1",
                "String.valueOf($V{PAGE_NUMBER})|\"one\"|has no text with the key \"page\" and the number of the page on page 1",
                "resetPageNumber=\"true\"|resetPageNumber=\"false\"|does not begin a page 1 for each document",
                "fontName=\"Fees Sans\"|fontName=\"SansSerif\"|uses the font SansSerif; only Fees Sans comes with the module",
                "$F{finalAmount}|\"soon\"|does not use the field finalAmount, which it needs",
                "$F{finalName}|String.valueOf(1 / ($F{finalName}.length() - 1))|fails in a trial print",
                "<parameter name=\"logo\"|<property name=\"net.sf.jasperreports.export.pdf.javascript\" value=\"app.alert(1)\"/><parameter name=\"logo\"|sets net.sf.jasperreports.export.pdf.javascript",
            })
    void oneThatIsNotAsItMustBeIsRefusedAndNoDocumentMade(String ours, String theirs, String why)
            throws IOException, JRException {
        assertThat(Templates.source("invoice-LETTER")).contains(ours);
        Path file = compile("invoice-LETTER", source -> source.replace(ours, theirs));

        assertRefused(file, why);
        assertThat(inUse().get(0)).satisfies(template -> {
            assertThat(template.name()).isEqualTo("invoice-LETTER");
            assertThat(template.origin()).isEqualTo(Origin.REFUSED);
            assertThat(template.detail()).startsWith(file + " " + why);
        });
    }

    @Test
    void aReceiptMustBeAbleToSayCopyAndVoided() throws IOException, JRException {
        for (String field : List.of("copy", "stamp")) {
            compile("receipt-A4", source -> source.replace("$F{" + field + "}", "\"\""));

            assertThat(inUse().get(3).detail()).contains("does not use the field " + field + ", which it needs");
        }
    }

    @Test
    void twoReceiptsOnOnePageAreRefused() throws IOException, JRException {
        compile("receipt-A4", source -> source.replace("startNewPage=\"true\"", "")
                .replace("resetPageNumber=\"true\"", ""));

        assertThat(inUse().get(3).detail()).contains("does not begin a page 1 for each document");
    }

    @Test
    void aFileThatIsNotAReportIsRefused() throws IOException, JRException {
        Path file = folder.resolve("invoice-LETTER.jasper");
        byte[] whole = Files.readAllBytes(compile("invoice-LETTER", source -> source));
        for (byte[] wrong : List.of(
                new byte[0],
                "no report".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2),
                serialized(new Path[0].getClass()))) {
            Files.write(file, wrong);
            assertRefused(file, "is no report that JasperReports 7 has compiled");
        }
        Files.write(file, serialized(new HashMap<>()));
        assertRefused(file, "is no compiled report");
        Files.write(file, new byte[5_000_001]);
        assertRefused(file, "is larger than 5 MB");
        Files.delete(file);
        Files.createDirectory(file);
        assertRefused(file, "is no file");
    }

    @Test
    void noOtherClassIsEverReadFromAFile() throws IOException {
        Path file = Files.write(folder.resolve("invoice-LETTER.jasper"), serialized(new Trap()));

        assertRefused(file, "is no report that JasperReports 7 has compiled");
        assertThat(Trap.sprung).isFalse();
    }

    /** A class of Jasper or Java itself is not harmless for that reason alone: reading an object can run code of its class. */
    @Test
    void noClassThatOursDoNotHaveIsReadFromAFile() throws IOException, JRException {
        Path file = folder.resolve("invoice-LETTER.jasper");
        for (Serializable other :
                List.of(new PriorityQueue<>(List.of("a")), new Locale[] {Locale.FRENCH}, DayOfWeek.MONDAY)) {
            Files.write(file, serialized(other));
            assertRefused(file, "is no report that JasperReports 7 has compiled");
        }
        compile(
                "invoice-LETTER",
                source -> source.replaceFirst(
                        "<element kind=",
                        "<element kind=\"ellipse\" x=\"0\" y=\"0\" width=\"9\" height=\"9\"/><element kind="));
        assertRefused(
                file,
                "is no report that JasperReports 7 has compiled from the elements of the module's templates: it contains"
                        + " net.sf.jasperreports.engine.base.JRBaseEllipse");
    }

    @Test
    void theListSaysWhatIsOursAndWhichFileNobodyUses() throws IOException, JRException {
        Path own = ours("Our own bill");
        Path unused = Files.copy(own, folder.resolve("invoice-letter.jasper"));

        List<Template> templates = inUse();

        assertThat(templates).hasSize(Templates.NAMES.size() + 1);
        assertThat(templates.get(0)).isEqualTo(new Template("invoice-LETTER", Origin.SCHOOL, own.toString()));
        assertThat(templates.subList(1, Templates.NAMES.size()))
                .allSatisfy(template -> assertThat(template.origin()).isEqualTo(Origin.MODULE));
        assertThat(templates.get(Templates.NAMES.size()))
                .isEqualTo(new Template("invoice-letter", Origin.UNUSED, unused.toString()));
    }

    @Test
    void onlyAnAdminAsks() {
        DocumentTemplates templates = new JasperTemplates(school.settings());

        assertThatThrownBy(() -> templates.inUse(DocumentSchool.CLERK)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> templates.sources(DocumentSchool.CLERK)).isInstanceOf(NotAllowedException.class);
        assertThat(templates.sources(ADMIN)).hasSize(Templates.NAMES.size()).containsKey("list-A4.jrxml");
    }

    /** One printer shared by several documents, as in a portal. */
    private record DocumentReader(InvoiceRenderer renderer, DocumentSchool school) {

        DocumentReader(DocumentSchool school) {
            this(school.renderer(), school);
        }

        String invoice() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            school.draw(renderer, List.of(school.owing()), out);
            return PdfPages.of(out.toByteArray(), "own-template-changed").page(1);
        }
    }

    private List<Template> inUse() {
        return new JasperTemplates(school.settings()).inUse(ADMIN);
    }

    private void assertRefused(Path file, String why) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> school.invoices(out))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TEMPLATE))
                .hasMessageContaining(file + " " + why);
        assertThat(out.size()).isZero();
    }

    private Path ours(String title) throws IOException, JRException {
        return compile("invoice-LETTER", source -> source.replace("$R{invoice}", '"' + title + '"'));
    }

    private Path compile(String name, UnaryOperator<String> change) throws IOException, JRException {
        String source = Templates.source(name);
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        Path file = folder.resolve(name + ".jasper");
        JRSaver.saveObject(
                JasperCompileManager.getInstance(context)
                        .compile(JRXmlLoader.load(
                                context,
                                new ByteArrayInputStream(change.apply(source).getBytes(StandardCharsets.UTF_8)))),
                file.toFile());
        return file;
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** An object that records its own deserialisation. */
    static final class Trap implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        static boolean sprung;

        @Serial
        private void readObject(ObjectInputStream in) {
            sprung = true;
        }
    }
}
