package org.openadmin.fees.api.students;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openadmin.fees.api.students.ValueList.Word;

/** The words for a kind of group, in English and French, which may come before its values: {@code grade 9}, {@code niveau 9}. */
final class GroupWords {

    private static final Map<GroupKind, List<String>> WORDS = Map.of(
            GroupKind.GRADE, List.of("grade", "grades", "niveau", "niveaux", "annee", "annees"),
            GroupKind.HOMEROOM, List.of("homeroom", "homerooms", "classe", "classes", "foyer", "foyers"),
            GroupKind.SUBJECT_SECTION,
                    List.of(
                            "subject-section",
                            "subject-sections",
                            "course section",
                            "course sections",
                            "section",
                            "sections",
                            "cours",
                            "groupe",
                            "groupes"),
            GroupKind.STUDENT,
                    List.of(
                            "student number",
                            "student numbers",
                            "student",
                            "students",
                            "numero",
                            "numeros",
                            "eleve",
                            "eleves"));

    private GroupWords() {}

    /** The words for this kind, as {@link ValueList#key} spells them. */
    static List<String> of(GroupKind kind) {
        return WORDS.get(kind);
    }

    /** Whether a list of values that begins with this one would be read as if it began with the word for its kind. */
    static boolean isOne(GroupKind kind, String value) {
        return of(kind).contains(withoutColon(ValueList.key(value)));
    }

    /** The values without the word for their kind in front of them. A quoted value, or one alone, is never that word. */
    static List<Word> without(GroupKind kind, List<Word> words) {
        return IntStream.of(2, 1)
                .filter(length -> words.size() > length)
                .filter(length -> words.stream().limit(length).noneMatch(Word::isQuoted))
                .filter(length -> isOne(kind, joined(words.stream().limit(length))))
                .mapToObj(length -> words.subList(length, words.size()))
                .findFirst()
                .orElse(words);
    }

    private static String joined(Stream<Word> words) {
        return words.map(Word::text).reduce((one, other) -> one + " " + other).orElse("");
    }

    private static String withoutColon(String word) {
        return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
    }
}
