package org.openadmin.fees.reports.internal.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.documents.MailPlan.Family;
import org.openadmin.fees.reports.internal.mail.MailMessage;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.MailSettings;
import org.openadmin.fees.spi.Settings;

/** Writes the messages of a run: in the school's language, and then in the other ones, with the invoices as one PDF. */
final class InvoiceMessages {

    /** Those that the module has words in. */
    private static final List<String> OWN_LANGUAGES = List.of("en", "fr");

    private static final String BETWEEN = "\n\n----------\n\n";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST_NAME = 60;
    private static final int INVOICES_PER_PART = 100;

    private final InvoiceRequest request;
    private final Settings current;
    private final MailSettings mail;
    private final PdfPrinter printer;
    private final Clock clock;

    InvoiceMessages(InvoiceRequest request, Settings current, MailSettings mail, PdfPrinter printer, Clock clock) {
        this.request = request;
        this.current = current;
        this.mail = mail;
        this.printer = printer;
        this.clock = clock;
    }

    /** @throws org.openadmin.fees.api.documents.DocumentException when its invoices cannot be made */
    MailMessage of(Family family) {
        return new MailMessage(id(family), family.to(), subject(family), text(family), fileName(family), pdf(family));
    }

    /**
     * Lays all invoices out, so that one that cannot be made is found before the first message goes.
     *
     * @throws org.openadmin.fees.api.documents.DocumentException when one cannot be made
     */
    void tryAll(List<Invoice> invoices) {
        print(invoices).close();
    }

    private byte[] pdf(Family family) {
        try (PdfOutput pdf = print(family.invoices())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.writeTo(out);
            return out.toByteArray();
        }
    }

    private PdfOutput print(List<Invoice> invoices) {
        DocumentTexts words = words(current.locale());
        InvoiceRows sheets = new InvoiceRows(words, request.date(), current);
        String date = words.date(request.date());
        DocumentMetadata about = new DocumentMetadata(
                words.text("invoices", date), words.text("invoiceDate") + " " + date, ZonedDateTime.now(clock));
        Iterator<Integer> parts = IntStream.iterate(0, from -> from < invoices.size(), from -> from + INVOICES_PER_PART)
                .iterator();
        return printer.print("invoice", current, about, words, new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parts.hasNext();
            }

            @Override
            public Iterator<DocumentRow> next() {
                int from = parts.next();
                return invoices.subList(from, Math.min(from + INVOICES_PER_PART, invoices.size())).stream()
                        .flatMap(sheets::of)
                        .iterator();
            }
        });
    }

    /** The same if the message is made again, so that a mail program would know it for the same. */
    private String id(Family family) {
        String unique = request.key() + " " + family.to().key();
        return "invoices-" + UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8));
    }

    private String subject(Family family) {
        return languages().stream()
                .map(language -> filled(own(language, MailSettings.Letter::subject, "mailSubject"), language, family))
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private String text(Family family) {
        String below = languages().stream()
                .skip(1)
                .filter(OWN_LANGUAGES::contains)
                .map(language -> words(locale(language)).text("mailBelow"))
                .collect(Collectors.joining("\n"));
        String texts = languages().stream()
                .map(language -> filled(own(language, MailSettings.Letter::text, "mailText"), language, family))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(BETWEEN));
        return (below.isEmpty() ? "" : below + "\n\n") + texts + "\n";
    }

    /** The school's own words, or ours. */
    private String own(String language, Function<MailSettings.Letter, String> part, String key) {
        String own = part.apply(mail.letters().getOrDefault(language, new MailSettings.Letter("", "")));
        return own.isEmpty() && OWN_LANGUAGES.contains(language)
                ? words(locale(language)).text(key)
                : own;
    }

    /** In one go: what stands in a name is no place to fill. */
    private String filled(String text, String language, Family family) {
        DocumentTexts words = words(locale(language));
        LocalDate date = request.date();
        Map<String, String> places = Map.of(
                "school", current.school().name(),
                "students", names(family),
                "date", words.date(date),
                "due", words.amount(family.due()),
                "dueDate", words.date(date.plusDays(current.documents().invoiceDays())));
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())));
    }

    /** The school's language first. */
    private Set<String> languages() {
        Set<String> languages = new LinkedHashSet<>();
        String first = current.locale().getLanguage();
        if (OWN_LANGUAGES.contains(first) || mail.letters().containsKey(first)) {
            languages.add(first);
        }
        languages.addAll(OWN_LANGUAGES);
        mail.letters().keySet().stream().sorted().forEach(languages::add);
        return languages;
    }

    private Locale locale(String language) {
        return language.equals(current.locale().getLanguage())
                ? current.locale()
                : new Locale(language, current.locale().getCountry());
    }

    private DocumentTexts words(Locale locale) {
        return new DocumentTexts(current, locale, clock.getZone());
    }

    private static String names(Family family) {
        return family.invoices().stream()
                .map(invoice -> invoice.atHost().map(InvoiceMessages::name).orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String name(Student student) {
        String name = (student.firstname() + " " + student.lastname()).strip();
        return name.isEmpty() ? student.ofRecord().nameOrNumber() : name;
    }

    /** Such as {@code invoices-2026-09-08-Tremblay.pdf}; in letters that each system can keep. */
    private String fileName(Family family) {
        String names = family.invoices().stream()
                .map(invoice -> plain(invoice.atHost().map(Student::lastname).orElse("")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining("-"));
        String of =
                names.isEmpty() ? family.invoices().get(0).student().number().toString() : names;
        return words(current.locale()).text("mailFile") + "-" + request.date() + "-"
                + of.substring(0, Math.min(of.length(), LONGEST_NAME)) + ".pdf";
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
