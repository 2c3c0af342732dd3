package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

class TextRulesTest {

    private static final String CLEARS_THE_TERMINAL = "\u001b[2J";
    private static final String READS_BACKWARDS = "\u202e";

    /** Control, line and paragraph separators, directional marks, overrides and isolates, blanks without width, half a pair. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0007",
                "\t",
                "\n",
                "\r",
                "\u001b",
                "\u007f",
                "\u0085",
                "\u009b",
                "\u2028",
                "\u2029",
                "\u00ad",
                "\u061c",
                "\u200b",
                "\u200e",
                "\u200f",
                "\u202a",
                "\u202b",
                "\u202c",
                "\u202d",
                "\u202e",
                "\u2060",
                "\u2066",
                "\u2067",
                "\u2068",
                "\u2069",
                "\ufeff",
                "\ud83d",
                "\udb40\udc41"
            })
    void whatCannotBeSeenIsRefused(String invisible) {
        assertThatThrownBy(() -> TextRules.required(Field.NAME, "Lab" + invisible + "fee", 255))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.CONTROL_CHARACTER));
        assertThat(VisibleText.of("Lab" + invisible + "fee")).matches("Lab<U\\+[0-9A-F]{4,5}>fee");
    }

    /** Persian and Devanagari need the joiners, and so does an emoji of a family. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sortie à l’aréna n° 2",
                "می‌خواهم",
                "क्‍ष",
                "👩‍👧",
                "שלום עולם",
                "محمد",
                "王小明",
                "ᓄᓇᕗᑦ",
                "Lab  fee",
                "é"
            })
    void whatNamesAreWrittenWithIsAccepted(String text) {
        assertThat(TextRules.required(Field.NAME, text, 255)).isEqualTo(text);
        assertThat(VisibleText.of(text)).isEqualTo(text);
        assertThat(TextRules.cleaned(text)).isEqualTo(text);
    }

    @Test
    void anOldTextLosesWhatCannotBeSeen() {
        assertThat(TextRules.cleaned("Lab\tfee" + READS_BACKWARDS)).isEqualTo("Lab fee");
    }

    @Test
    void anErrorForTheLogIsOneLineThatReadsAsItIs() {
        InvalidInputException forged = new InvalidInputException(
                Field.GROUP,
                Problem.UNKNOWN,
                "x\n2026-09-08 | INFO | all is well" + CLEARS_THE_TERMINAL + READS_BACKWARDS);

        assertThat(forged.getMessage())
                .contains("x<U+000A>2026-09-08 | INFO | all is well<U+001B>[2J<U+202E>")
                .hasSize(forged.getMessage().strip().length());
    }

    @Test
    void aSentenceKeepsItsOwnIsolatesAndNoOthers() {
        assertThat(VisibleText.ofSentence("Due by \u2068שלום\u2069: 5.00")).isEqualTo("Due by \u2068שלום\u2069: 5.00");
        assertThat(VisibleText.ofSentence("\u2068\u2068שלום\u2069 9\u2069"))
                .isEqualTo("\u2068\u2068שלום\u2069 9\u2069");
        assertThat(VisibleText.ofSentence("a\u2069b")).isEqualTo("a<U+2069>b");
        assertThat(VisibleText.ofSentence("a\u2068b")).isEqualTo("a<U+2068>b");
        assertThat(VisibleText.ofSentence("\u2068a\u2069\u2069\u202eb")).isEqualTo("\u2068a\u2069<U+2069><U+202E>b");
        assertThat(VisibleText.of("\u2068a\u2069")).isEqualTo("<U+2068>a<U+2069>");
    }
}
