package org.openadmin.fees.reports.internal.documents;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.math.BigDecimal;
import org.openadmin.fees.api.Money;

/** The texts and amounts of a school: usual ones, the longest and largest that can be stored, or in many scripts. */
final class SpecimenTexts {

    private static final String[] FEES = {
        "Lab fee", "Band trip", "Locker", "Yearbook", "Art supplies", "Book deposit", "Gym clothes", "Lunch, September"
    };
    private static final String[] LASTNAMES = {
        "Tremblay", "Roy", "Côté", "Bouchard", "McGillivray", "O’Neill", "Van der Berg", "Blackbird", "Nguyen"
    };
    private static final String[] FIRSTNAMES = {"Inès", "Al", "Zoé", "Jean-Christophe", "Maëlle", "Wapan", "Sam"};
    private static final String[] SCRIPTS = {
        "Nguyễn Thị Phượng",
        "Παπαδόπουλος Γιώργος",
        "Щёголев Дмитрий",
        "王小明",
        "محمد العربي",
        "Łukasz Żółć",
        "Ann 😀 김",
        "עמית כהן",
        "Þórður Ægisson",
        "Adébáyọ̀ Ọlá",
        "山田 太郎",
        "अमित शर्मा",
        "ᐊᓂᔑᓈᐯ ᑭᔐ",
        "김민준 박",
        "አበበ በቀለ",
        "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
        "தமிழ் செல்வி",
        "สมชาย น้ำใจ"
    };
    private static final String[] TAXES = {"GST", "PST", "HST", "ECO"};
    private static final String[] LONG_TAXES = {
        "GoodsAndServices", "Provincial-Sales", "HarmonizedSalesT", "Eco-contribution"
    };
    private static final int LONGEST_FEE = 255;
    private static final int LONGEST_NAME = 300;

    private final Specimen.Texts texts;

    SpecimenTexts(Specimen.Texts texts) {
        this.texts = texts;
    }

    /** Ends a text of the line, and occurs nowhere else. */
    static String mark(int line) {
        return "(" + line + ")";
    }

    /** Ends the name of a student. */
    static String studentMark(int number) {
        return "[" + number + "]";
    }

    /** Ends the reference of a receipt. */
    static String referenceMark(int number) {
        return "<" + number + ">";
    }

    String fee(int line) {
        return switch (texts) {
            case USUAL -> FEES[line % FEES.length];
            case LONGEST -> filled("Outdoor education week with canoes, tents and a cook ", LONGEST_FEE, line);
            case SCRIPTS -> SCRIPTS[line % SCRIPTS.length];
        };
    }

    String description(int line) {
        return switch (texts) {
            case USUAL -> "Grade 9 " + mark(line);
            case LONGEST -> {
                String end = " " + mark(line);
                yield filled("Wohlfahrtsveranstaltungen und Sonstiges ", LONGEST_FEE - end.length(), line) + end;
            }
            case SCRIPTS -> SCRIPTS[line % SCRIPTS.length] + " " + mark(line);
        };
    }

    String lastname(int number) {
        return switch (texts) {
            case USUAL -> LASTNAMES[number % LASTNAMES.length];
            case LONGEST -> filled("Wolfeschlegelsteinhausenbergerdorff-", LONGEST_NAME / 2 - 1, number);
            case SCRIPTS -> SCRIPTS[number % SCRIPTS.length];
        };
    }

    String firstname(int number) {
        return switch (texts) {
            case USUAL -> FIRSTNAMES[number % FIRSTNAMES.length] + " " + studentMark(number);
            case LONGEST -> {
                String end = " " + studentMark(number);
                yield filled("Adolph Blaine Charles David ", LONGEST_NAME / 2 - 1 - end.length(), number) + end;
            }
            case SCRIPTS -> SCRIPTS[(number + 1) % SCRIPTS.length] + " " + studentMark(number);
        };
    }

    String guardian(int number) {
        return texts == Specimen.Texts.LONGEST ? filled("Guardian of many names ", 100, number) : firstGuardian(number);
    }

    private String firstGuardian(int number) {
        return texts == Specimen.Texts.SCRIPTS ? SCRIPTS[number % SCRIPTS.length] : "Marie " + lastname(number);
    }

    String[] address() {
        return switch (texts) {
            case LONGEST ->
                new String[] {
                    "Apartment 1204, 12 Old Hudson’s Bay Company Trail Northwest",
                    "P.O. Box 99999, Station Main",
                    "Saint-Louis-du-Ha! Ha!, County of Témiscouata",
                    "QC  G0L 3S0",
                    "Canada"
                };
            default -> new String[] {"12 Main Street", "Moose Jaw SK  S6H 0K1"};
        };
    }

    String reference(int number) {
        return switch (texts) {
            case LONGEST -> filled("Draft of the Caisse ", 64 - 6, number) + " " + referenceMark(number);
            default -> number % 3 == 0 ? referenceMark(number) : "000" + (120 + number) + " " + referenceMark(number);
        };
    }

    String cashier(int number) {
        return switch (texts) {
            case LONGEST -> filled("claire.beauchamp-charbonneau@prairieview.example", 64, number % 2);
            default -> number % 2 == 0 ? "claire" : "anna";
        };
    }

    int studentNumber(int number) {
        return texts == Specimen.Texts.LONGEST ? 999_999_900 + number : 100 + number;
    }

    int receiptNumber(int number) {
        return texts == Specimen.Texts.LONGEST ? Integer.MAX_VALUE - 100 + number : 4710 + number;
    }

    String taxName(int tax) {
        return (texts == Specimen.Texts.LONGEST ? LONG_TAXES : TAXES)[tax];
    }

    /** The amount of a line; each line has a different one. */
    Money amount(int line) {
        if (texts == Specimen.Texts.LONGEST) {
            return money(BigDecimal.valueOf(9_999_999_999L - line, 2).toPlainString());
        }
        BigDecimal spread = BigDecimal.valueOf(line % 4 == 3 ? 110_000 : line % 4 == 2 ? 24_000 : 2495, 2);
        return money(spread.add(BigDecimal.valueOf(line * 103L, 2)).toPlainString());
    }

    /** The amount of a tax on a line; some lines have none. */
    Money tax(int line, int tax) {
        if (texts == Specimen.Texts.LONGEST) {
            return money(line % 2 == 0 ? "22499999.99" : "10.00");
        }
        return money(
                (line + tax) % 3 == 0
                        ? "0"
                        : BigDecimal.valueOf(125 + 11L * line + tax, 2).toPlainString());
    }

    Money credit() {
        return money(texts == Specimen.Texts.LONGEST ? "12345678.90" : "20.00");
    }

    private static String filled(String words, int length, int number) {
        String start = number + " ";
        return (start + words.repeat(length / words.length() + 1)).substring(0, length - 1) + "!";
    }
}
