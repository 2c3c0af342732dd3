package org.openadmin.fees.reports.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontCoverageTest {

    private static final long MEGABYTE = 1 << 20;

    private final FontCoverage fonts = new FontCoverage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasz Żółć, Nguyễn Thị Phượng",
                "Παπαδόπουλος Γιώργος",
                "Щёголев Дмитрий",
                "Հակոբ Գրիգորյան",
                "გიორგი ქავთარაძე",
                "עמית כהן",
                "محمد العربي",
                "ᐊᓂᔑᓈᐯ ᑭᔐ ᒪᓂᑐ",
                "王小明, 山田 太郎",
                "김민준 박",
                "अमित शर्मा",
                "ગુરપ્રીત શ્રી",
                "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
                "தமிழ் செல்வி",
                "สมชาย น้ำใจ",
                "አበበ በቀለ"
            })
    void namesOfTheseScriptsAreDrawn(String name) {
        assertThat(fonts.drawable(name)).isEqualTo(name);
    }

    @Test
    void lettersWithoutAFontAreMarked() {
        assertThat(fonts.drawable("Ann \uD83D\uDE00 ᏣᎳᎩ")).isEqualTo("Ann \uFFFD \uFFFD\uFFFD\uFFFD");
    }

    @Test
    void theLettersWithoutAFontAreListedOnce() {
        assertThat(fonts.missing(Stream.of("ᏣᎳᎩ Ann", "Ꮳ \uD83D\uDE00", "김민준"))).isEqualTo("ᏣᎳᎩ\uD83D\uDE00");
        assertThat(fonts.missing(Stream.of("Łukasz Żółć", "ᐊᓂᔑᓈᐯ"))).isEmpty();
    }

    @Test
    void theFontsStaySmallEnoughToBeDroppedIntoAPortal() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/openadmin/fees/reports/fonts"))) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(12 * MEGABYTE);
        }
    }
}
