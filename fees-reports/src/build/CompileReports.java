import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRElementGroup;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JRDesignDataset;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.util.JRElementsVisitor;
import net.sf.jasperreports.engine.util.JRSaver;
import net.sf.jasperreports.engine.util.UniformElementVisitor;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.engine.xml.JRXmlWriter;

/**
 * Compiles the templates when the module is built. Shared parts are inserted at {@code <!-- shared: name -->}, and each template
 * is compiled for each paper size, one for half a page for half of each, and one for a roll for its own width. Each element gets an identity derived from its position, so that the same templates give the
 * same bytes. The complete source is kept beside each compiled template, for schools that write their own.
 */
public final class CompileReports {

    private static final Pattern SHARED = Pattern.compile("<!-- shared: (\\w+) -->");

    private static final String HALF = "-half";
    private static final String ROLL = "-roll";

    /** The sizes of the pages in points; all have the same width between the margins. */
    private enum Paper {
        LETTER(612, 792),
        A4(595, 842);

        private final int width;
        private final int height;

        Paper(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private CompileReports() {}

    public static void main(String[] args) throws Exception {
        Path templates = Path.of(args[0]);
        Path target = Files.createDirectories(Path.of(args[1]));
        JasperReportsContext context = new SimpleJasperReportsContext();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(templates, "*.jrxml")) {
            for (Path template : found) {
                JasperDesign design = load(context, template);
                if (design.getName().endsWith(ROLL)) {
                    compile(context, design, target);
                    continue;
                }
                for (Paper paper : Paper.values()) {
                    compile(context, onPaper(load(context, template), paper), target);
                }
            }
        }
    }

    private static JasperDesign load(JasperReportsContext context, Path template) throws Exception {
        return JRXmlLoader.load(context, new ByteArrayInputStream(withShared(template).getBytes(StandardCharsets.UTF_8)));
    }

    private static JasperDesign onPaper(JasperDesign design, Paper paper) {
        boolean half = design.getName().endsWith(HALF);
        design.setName(design.getName() + "-" + paper);
        design.setPageWidth(paper.width);
        design.setPageHeight(half ? paper.height / 2 : paper.height);
        design.setLeftMargin((paper.width - design.getColumnWidth()) / 2);
        design.setRightMargin(paper.width - design.getColumnWidth() - design.getLeftMargin());
        return design;
    }

    private static void compile(JasperReportsContext context, JasperDesign design, Path target) throws Exception {
        String name = design.getName();
        identify(design);
        new JRXmlWriter(context).write(design, target.resolve(name + ".jrxml").toString(), "UTF-8");
        JRSaver.saveObject(
                JasperCompileManager.getInstance(context).compile(design),
                target.resolve(name + ".jasper").toFile());
    }

    private static void identify(JasperDesign design) {
        ((JRDesignDataset) design.getMainDataset()).setUUID(identity(design.getName()));
        JRElementsVisitor.visitReport(design, new UniformElementVisitor() {
            private int seen;

            @Override
            public void visitElementGroup(JRElementGroup group) {
                // only elements have a UUID
            }

            @Override
            protected void visitElement(JRElement element) {
                ((JRDesignElement) element).setUUID(identity(design.getName() + "/" + ++seen));
                if (element instanceof JRDesignTextField text) {
                    // Jasper reads these many times for each text, and would otherwise search all styles each time
                    text.setRotation(text.getRotation());
                    text.setMarkup(text.getMarkup());
                }
            }
        });
    }

    private static UUID identity(String place) {
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String withShared(Path template) throws IOException {
        Path shared = template.resolveSibling("shared");
        return SHARED.matcher(Files.readString(template)).replaceAll(match -> Matcher.quoteReplacement(read(shared, match)));
    }

    private static String read(Path shared, MatchResult match) {
        try {
            return Files.readString(shared.resolve(match.group(1) + ".xml"));
        } catch (IOException e) {
            throw new IllegalStateException("There is no shared part " + match.group(1), e);
        }
    }
}
