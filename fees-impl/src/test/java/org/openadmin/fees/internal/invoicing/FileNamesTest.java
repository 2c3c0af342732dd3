package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Łukasik, Lukasik",
        "Þórðarson, Thordarson",
        "Sørensen, Sorensen",
        "Ærø, Aero",
        "Œuvrard, Oeuvrard",
        "Strauß, Strauss",
        "Đặng, Dang",
        "Nguyễn, Nguyen",
        "Yıldız, Yildiz",
        "L’Écuyer-Müller, L-Ecuyer-Muller",
        "de la Croix, de-la-Croix",
        "../etc/passwd, etc-passwd",
        "王, ''",
    })
    void aNameIsWrittenInLettersThatEverySystemAccepts(String name, String ascii) {
        assertThat(FileNames.ascii(name)).isEqualTo(ascii);
    }
}
