package org.openadmin.fees.spi.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Łukasik, lukasik",
        "Ørsted, orsted",
        "Ægir, aegir",
        "Þórdís, thordis",
        "Guðrún, gudrun",
        "Strauß, strauss",
        "STRAUẞ, strauss",
        "Cœur, coeur",
        "Đorđević, dordevic",
        "Işık, isik",
        "İnci, inci",
        "Nguyễn, nguyen",
        "Müller, muller",
        "ﬁona, fiona",
        "ＴＯＭ, tom",
        "Ёлкин, елкин",
    })
    void lettersAreFoldedToThoseThatPeopleType(String name, String folded) {
        assertThat(TextFolding.words(name)).isEqualTo(folded);
        assertThat(TextFolding.plain(name)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Reilly",
                "O’Reilly",
                "O‘Reilly",
                "OʼReilly",
                "O`Reilly",
                "O´Reilly",
                "O′Reilly",
                "Oʻreilly",
                "OɁReilly"
            })
    void apostrophesMakeNoDifference(String name) {
        assertThat(TextFolding.words(name)).isEqualTo("oreilly");
        assertThat(TextFolding.plain(name)).isEqualTo("o'reilly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jean-Baptiste",
                "Jean‐Baptiste",
                "Jean‑Baptiste",
                "Jean–Baptiste",
                "Jean\u00a0Baptiste",
                " jean  baptiste "
            })
    void anyHyphenIsABlank(String name) {
        assertThat(TextFolding.words(name)).isEqualTo("jean baptiste");
    }

    @Test
    void invisibleCharactersAreIgnored() {
        assertThat(TextFolding.words("\u200eTrem\u00adblay\u200b")).isEqualTo("tremblay");
        assertThat(TextFolding.plain("\ufeffTremblay")).isEqualTo("tremblay");
    }

    @Test
    void punctuationIsKeptWhereItMakesADifference() {
        assertThat(TextFolding.plain("3–05  B")).isEqualTo("3-05 b");
        assertThat(TextFolding.words("St. John (Jr.)")).isEqualTo("st john jr");
    }

    @Test
    void vowelSignsOfIndicScriptsStayAndVowelPointsOfHebrewGo() {
        assertThat(TextFolding.words("कि")).isNotEqualTo(TextFolding.words("का"));
        assertThat(TextFolding.words("שָׁלוֹם")).isEqualTo(TextFolding.words("שלום"));
    }

    @Test
    void anEmptyTextStaysEmpty() {
        assertThat(TextFolding.words("")).isEmpty();
        assertThat(TextFolding.words(" - ' ")).isEmpty();
        assertThat(TextFolding.contains("Lab fee", "")).isTrue();
        assertThat(TextFolding.contains("Après-midi", "apres midi")).isTrue();
        assertThat(TextFolding.contains("Lab fee", "bus")).isFalse();
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        assertThat(TextFolding.plain(TextFolding.plain(text))).isEqualTo(TextFolding.plain(text));
        assertThat(TextFolding.words(TextFolding.words(text))).isEqualTo(TextFolding.words(text));
    }
}
