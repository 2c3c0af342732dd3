package org.openadmin.fees.spi.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportProblem.Reason;

/**
 * The transactions of an OFX file, of version 1, in which elements need no end, as of version 2, which is XML. No declaration of a
 * document type is read and no entity but the five of XML, so that nothing outside the file is ever reached.
 */
final class OfxFile implements FileFormat {

    private static final int BEGINNING = 2000;
    private static final Pattern HEADER =
            Pattern.compile("(?:CHARSET:|encoding=\"?)\\s*([A-Za-z0-9_-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z0-9.]+)\\s*>([^<\\r\\n]*)");
    private static final String TRANSACTION = "STMTTRN";
    private static final int DAY_LENGTH = 8;

    private final Charset charset;
    private final ImportAmount amounts;
    private final List<ImportedLine> lines = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();

    /** @param charset the one that the header names */
    OfxFile(Charset charset, Currency currency) {
        this.charset = charset;
        amounts = new ImportAmount('.', currency);
    }

    static boolean isOfx(byte[] content) {
        String beginning = beginning(content);
        return beginning.startsWith("OFXHEADER") || beginning.contains("<OFX>") || beginning.contains("<?OFX");
    }

    /** The encoding that the header names; UTF-8 where it is in no other, Windows-1252 for the code page of that number. */
    static Charset charset(byte[] content) {
        Matcher header = HEADER.matcher(beginning(content));
        if (!header.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = header.group(1);
        try {
            return name.matches("125\\d")
                    ? Charset.forName("windows-" + name)
                    : name.equalsIgnoreCase("NONE") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String beginning(byte[] content) {
        return new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\\u00EF\\u00BB\\u00BF", "")
                .stripLeading();
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public ImportedFile read(String text) {
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            problem(1, "", Reason.BROKEN, "");
            return new ImportedFile(lines, problems);
        }
        String account = "";
        Map<String, Value> transaction = null;
        int begun = 1;
        Lines at = new Lines(text);
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = tag.group(1).toUpperCase(Locale.ROOT);
            int line = at.of(tag.start());
            if (name.equals(TRANSACTION)) {
                transaction = requireEnded(transaction, begun);
                begun = line;
            } else if (name.equals("/" + TRANSACTION) && transaction != null) {
                add(account, transaction, begun);
                transaction = null;
            } else if (transaction != null) {
                transaction.putIfAbsent(name, new Value(line, plain(tag.group(2))));
            } else if (name.equals("ACCTID")) {
                account = plain(tag.group(2));
            }
        }
        if (transaction != null || !text.toUpperCase(Locale.ROOT).contains("</OFX>")) {
            problem(transaction == null ? at.of(text.length()) : begun, "", Reason.BROKEN, "");
        }
        return new ImportedFile(lines, problems);
    }

    private record Value(int line, String text) {}

    private Map<String, Value> requireEnded(Map<String, Value> before, int begun) {
        if (before != null) {
            problem(begun, TRANSACTION, Reason.BROKEN, "");
        }
        return new HashMap<>();
    }

    private void add(String account, Map<String, Value> transaction, int begun) {
        Value none = new Value(begun, "");
        Value day = transaction.getOrDefault("DTPOSTED", none);
        Value amount = transaction.getOrDefault("TRNAMT", none);
        Value id = transaction.getOrDefault("FITID", none);
        if (id.text().isEmpty()) {
            problem(begun, "FITID", Reason.NO_COLUMN, "");
            return;
        }
        Optional<LocalDate> posted = day(day);
        Optional<Money> money =
                amounts.read(amount.text(), (reason, value) -> problem(amount.line(), "TRNAMT", reason, value));
        if (posted.isPresent() && money.isPresent()) {
            String text = Stream.of("NAME", "PAYEE", "MEMO")
                    .map(name -> transaction.getOrDefault(name, none).text())
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" "));
            lines.add(new ImportedLine(
                    begun,
                    "DTPOSTED",
                    posted.get(),
                    money.get(),
                    BankCsv.cut(text),
                    Fingerprints.of(account, id.text()),
                    Optional.empty()));
        }
    }

    private Optional<LocalDate> day(Value given) {
        try {
            String text = given.text().length() > DAY_LENGTH ? given.text().substring(0, DAY_LENGTH) : given.text();
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            problem(given.line(), "DTPOSTED", Reason.NOT_A_DATE, given.text());
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private void problem(int line, String column, Reason reason, String value) {
        problems.add(new ImportProblem(line, column, reason, value));
    }

    /** The lines of places that follow each other. */
    private static final class Lines {

        private final String text;
        private int place;
        private int line = 1;

        Lines(String text) {
            this.text = text;
        }

        int of(int next) {
            for (; place < next; place++) {
                if (text.charAt(place) == '\n') {
                    line++;
                }
            }
            return line;
        }
    }
}
