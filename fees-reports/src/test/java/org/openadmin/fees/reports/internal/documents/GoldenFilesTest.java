package org.openadmin.fees.reports.internal.documents;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.spi.DocumentSettings.Paper;

/**
 * Each document looks as approved, on both paper sizes and in both languages, so that no accidental change of the layout is
 * missed.
 */
class GoldenFilesTest {

    private final DocumentSchool school = new DocumentSchool();

    static Stream<String> kinds() {
        return EveryDocument.KINDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEnglishDocumentOnLetterIsAsItWas(String kind) {
        check(kind, Locale.CANADA, Paper.LETTER);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFrenchDocumentOnA4IsAsItWas(String kind) {
        check(kind, Locale.CANADA_FRENCH, Paper.A4);
    }

    private void check(String kind, Locale locale, Paper paper) {
        school.locale = locale;
        school.paper = paper;
        EveryDocument.busyMonth(school, "Roy", "Nguyễn Thị Phượng", "王小明");
        byte[] pdf = EveryDocument.print(school, kind);
        PdfPages.of(pdf, "golden-" + kind + "-" + locale.getLanguage());
        GoldenFile.check(pdf, kind + "-" + locale.getLanguage());
    }
}
