package org.openadmin.fees.spi.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.MatchedBy.Kind;
import org.openadmin.fees.api.students.Student;

/**
 * The text that a user typed to find a student: words in any order, each the beginning of a word of the name; {@code lastname,
 * firstname}; initials; a number, with or without leading zeros; the guardian's name; the beginning of an e-mail address; or a pay code.
 */
public final class PersonQuery {

    /** A student's number, or the beginning of one; lists show a student without a name as #460. */
    private static final Pattern NUMBER = Pattern.compile("#?0*(\\d*)");

    private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[\\s,;<>/]+");

    private static final int MAX_DIGITS = 9;
    private static final Pattern PAYER = Pattern.compile("[Pp]0*[1-9][0-9]{0,8}");
    private static final int MAX_WORDS = 12;
    private static final int MIN_INITIALS = 2;
    private static final int MAX_INITIALS = 3;
    private static final int MIN_EMAIL = 3;
    private static final int MAX_REFERENCE = 64;
    private static final int MAX_CHEQUE_DIGITS = 12;

    /** The ranks of names: the beginning of the last name, or the whole name in some other way, or the first name alone. */
    private static final int LAST_NAME = 0;

    private static final int BOTH_NAMES = 1;
    private static final int FIRST_NAME = 2;

    private final String text;
    /** The digits of a number without leading zeros; absent if other characters were typed. */
    private final Optional<String> digits;

    private final List<String> words;
    private final List<String> beforeComma;
    private final List<String> afterComma;
    private final boolean comma;
    private final List<String> initials;

    private PersonQuery(String typed) {
        text = typed.strip();
        String plain = TextFolding.plain(text);
        Matcher number = NUMBER.matcher(plain);
        digits = !plain.isEmpty() && !plain.equals("#") && number.matches()
                ? Optional.of(number.group(1))
                : Optional.empty();
        words = words(plain);
        int at = plain.indexOf(',');
        comma = at >= 0;
        beforeComma = comma ? words(plain.substring(0, at)) : List.of();
        afterComma = comma ? words(plain.substring(at + 1)) : List.of();
        initials = initials(text);
    }

    /** @param typed as typed; empty for everybody */
    public static PersonQuery of(String typed) {
        String text = typed == null ? "" : typed;
        return new PersonQuery(PayCode.typed(text).map(Object::toString).orElse(text));
    }

    private static List<String> words(String plain) {
        String words = TextFolding.words(plain);
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    /** Two or three letters, which may be initials. */
    private static List<String> initials(String text) {
        int[] letters = text.codePoints().toArray();
        boolean few = letters.length >= MIN_INITIALS && letters.length <= MAX_INITIALS;
        return few && Arrays.stream(letters).allMatch(Character::isLetter)
                ? Arrays.stream(letters)
                        .mapToObj(letter -> TextFolding.words(Character.toString(letter)))
                        .filter(letter -> !letter.isEmpty())
                        .toList()
                : List.of();
    }

    /** The text as typed, trimmed. */
    public String text() {
        return text;
    }

    public boolean isEverybody() {
        return text.isEmpty();
    }

    /** The digits without leading zeros, if a number or the beginning of one was typed; empty for zeros alone. */
    public Optional<String> digits() {
        return digits;
    }

    /** The number of a student or a payer, if one was typed: {@code 460} and {@code 00460} are student 460, {@code P12} is a payer. */
    public Optional<AccountNumber> number() {
        Optional<AccountNumber> student = digits.filter(number -> !number.isEmpty() && number.length() <= MAX_DIGITS)
                .map(StudentNumber::parse);
        return student.isPresent() || !PAYER.matcher(text).matches() ? student : Optional.of(AccountNumber.parse(text));
    }

    /**
     * The references of payments that match, under any rule that ignores case: what was typed, and a number also with and without
     * leading zeros.
     */
    public List<String> references() {
        if (isEverybody() || text.length() > MAX_REFERENCE) {
            return List.of();
        }
        return digits.filter(number -> !number.isEmpty())
                .map(number -> IntStream.rangeClosed(0, Math.max(0, MAX_CHEQUE_DIGITS - number.length()))
                        .mapToObj(zeros -> "0".repeat(zeros) + number)
                        .toList())
                .orElse(List.of(text));
    }

    /**
     * How well a student matches.
     *
     * @param rank 0 for the best matches of this kind
     */
    public record Hit(MatchedBy by, int rank) {

        /** The place of what matched in the order of results. */
        public int group() {
            return by.isOwn() ? 0 : by.kind().ordinal();
        }
    }

    /** Compares number, name, guardian and e-mail address. */
    public Optional<Hit> match(Student student) {
        Optional<Hit> own = own(student.number(), student.lastname(), given(student));
        if (own.isPresent() || digits.isPresent()) {
            return own;
        }
        if (hasGuardian(student)) {
            return Optional.of(new Hit(new MatchedBy(Kind.GUARDIAN, student.guardian()), 0));
        }
        return email(student).map(address -> new Hit(new MatchedBy(Kind.EMAIL, address), 0));
    }

    /** Compares number and name. */
    public Optional<Hit> match(StudentSnapshot student) {
        String[] names = lastAndGiven(student);
        return own(student.number(), names[0], names[1]);
    }

    private Optional<Hit> own(AccountNumber number, String last, String given) {
        if (isEverybody()) {
            return Optional.of(new Hit(MatchedBy.name(), 0));
        }
        if (digits.isPresent()) {
            String beginning = digits.get();
            return !beginning.isEmpty() && number.toString().startsWith(beginning)
                    ? Optional.of(new Hit(MatchedBy.number(), 0))
                    : Optional.empty();
        }
        if (words.isEmpty() || words.size() > MAX_WORDS) {
            return Optional.empty();
        }
        OptionalInt rank = rank(FoldedName.of(last, given));
        return rank.isPresent() ? Optional.of(new Hit(MatchedBy.name(), rank.getAsInt())) : Optional.empty();
    }

    private OptionalInt rank(FoldedName name) {
        if (comma) {
            if (!name.lastHas(beforeComma) || !name.givenHas(afterComma)) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(name.lastBegins(String.join("", beforeComma)) ? LAST_NAME : BOTH_NAMES);
        }
        if (name.lastBegins(String.join("", words))) {
            return OptionalInt.of(LAST_NAME);
        }
        if (hasInitials(name) || name.lastHas(words)) {
            return OptionalInt.of(BOTH_NAMES);
        }
        if (name.givenHas(words)) {
            return OptionalInt.of(FIRST_NAME);
        }
        return name.has(words) ? OptionalInt.of(BOTH_NAMES) : OptionalInt.empty();
    }

    /** {@code TI} or {@code IT} for Inès Tremblay, {@code TIM} or {@code IMT} for Inès M Tremblay. */
    private boolean hasInitials(FoldedName name) {
        if (initials.size() == MIN_INITIALS) {
            String a = initials.get(0);
            String b = initials.get(1);
            return name.lastBegins(a) && name.givenBegins(b) || name.givenBegins(a) && name.lastBegins(b);
        }
        if (initials.size() == MAX_INITIALS) {
            String a = initials.get(0);
            String b = initials.get(1);
            String c = initials.get(2);
            return name.lastBegins(a) && name.givenBegins(b) && name.middleBegins(c)
                    || name.givenBegins(a) && name.middleBegins(b) && name.lastBegins(c);
        }
        return false;
    }

    private boolean hasGuardian(Student student) {
        return !words.isEmpty()
                && words.size() <= MAX_WORDS
                && text.indexOf('@') < 0
                && !student.guardian().isEmpty()
                && FoldedName.of(student.guardian()).has(words);
    }

    /** The first address that begins with what was typed; a field may have several. */
    private Optional<String> email(Student student) {
        if (words.isEmpty() || text.length() < MIN_EMAIL || student.email().isEmpty()) {
            return Optional.empty();
        }
        String beginning = text.toLowerCase(Locale.ROOT);
        if (!student.email().toLowerCase(Locale.ROOT).contains(beginning)) {
            return Optional.empty();
        }
        return BETWEEN_ADDRESSES
                .splitAsStream(student.email())
                .filter(address -> address.contains("@")
                        && address.toLowerCase(Locale.ROOT).startsWith(beginning))
                .findFirst();
    }

    static FoldedName name(Student student) {
        return FoldedName.of(student.lastname(), given(student));
    }

    static FoldedName name(StudentSnapshot student) {
        String[] names = lastAndGiven(student);
        return FoldedName.of(names[0], names[1]);
    }

    private static String given(Student student) {
        return student.initial().isEmpty() ? student.firstname() : student.firstname() + " " + student.initial();
    }

    private static String[] lastAndGiven(StudentSnapshot student) {
        String[] names = student.name().split(", ", 2);
        return names.length == 2 ? names : new String[] {student.name(), ""};
    }
}
