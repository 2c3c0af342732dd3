package org.openadmin.fees.internal.invoicing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.invoicing.MailPlan.Family;
import org.openadmin.fees.internal.mail.MailMessage;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.LocalFormat;
import org.openadmin.fees.spi.Settings;

/** Writes the messages of a run: in the school's language, then in the others, with the invoices as one PDF. */
final class InvoiceMessages {

    /** The languages that the module has texts in. */
    private static final List<String> OWN_LANGUAGES = List.of("en", "fr");

    private static final String TEXTS = "org.openadmin.fees.internal.invoicing.email";
    private static final String BETWEEN = "\n\n----------\n\n";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int MAX_NAME_LENGTH = 60;
    private static final int INVOICES_PER_PART = 100;

    private final InvoiceRequest request;
    private final Settings current;
    private final Map<String, MessageTemplate> templates;
    private final InvoiceRenderer renderer;

    /** @param templates the school's own texts, by language */
    InvoiceMessages(
            InvoiceRequest request,
            Settings current,
            Map<String, MessageTemplate> templates,
            InvoiceRenderer renderer) {
        this.request = request;
        this.current = current;
        this.templates = templates;
        this.renderer = renderer;
    }

    /** @throws org.openadmin.fees.api.documents.DocumentException when its invoices cannot be drawn */
    MailMessage of(Family family) {
        return new MailMessage(id(family), family.to(), subject(family), text(family), fileName(family), pdf(family));
    }

    /**
     * Draws all invoices, so that one that cannot be drawn is found before the first message is sent.
     *
     * @throws org.openadmin.fees.api.documents.DocumentException when one cannot be drawn
     */
    void requireDrawable(List<Invoice> invoices) {
        draw(invoices, OutputStream.nullOutputStream());
    }

    private byte[] pdf(Family family) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        draw(family.invoices(), out);
        return out.toByteArray();
    }

    private void draw(List<Invoice> invoices, OutputStream out) {
        try (InvoiceDocument document = renderer.begin(request.date(), current)) {
            Parts.of(invoices, INVOICES_PER_PART).forEach(document::add);
            document.complete();
            document.writeTo(out);
        }
    }

    /** The same id if the message is created again, so that a mail program recognises it. */
    private String id(Family family) {
        String unique = request.key() + " " + family.to().key();
        return "invoices-" + UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8));
    }

    private String subject(Family family) {
        return languages().stream()
                .map(language -> filled(own(language, MessageTemplate::subject, "subject"), language, family))
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private String text(Family family) {
        String below = languages().stream()
                .skip(1)
                .filter(OWN_LANGUAGES::contains)
                .map(language -> texts(language).getString("below"))
                .collect(Collectors.joining("\n"));
        String texts = languages().stream()
                .map(language -> filled(own(language, MessageTemplate::text, "text"), language, family))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(BETWEEN));
        return (below.isEmpty() ? "" : below + "\n\n") + texts + "\n";
    }

    /** The school's own text, or else the module's. */
    private String own(String language, Function<MessageTemplate, String> part, String key) {
        String own = part.apply(templates.getOrDefault(language, new MessageTemplate("", "")));
        return own.isEmpty() && OWN_LANGUAGES.contains(language)
                ? texts(language).getString(key)
                : own;
    }

    /** In one pass, so that a name that looks like a placeholder is not replaced. */
    private String filled(String text, String language, Family family) {
        LocalFormat format = new LocalFormat(locale(language), current.currency());
        LocalDate date = request.date();
        Map<String, String> places = Map.of(
                "school", current.school().name(),
                "students", names(family),
                "date", format.date(date),
                "due", format.amount(family.due()),
                "dueDate", format.date(date.plusDays(current.documents().invoiceDays())));
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())));
    }

    /** The school's language first. */
    private Set<String> languages() {
        Set<String> languages = new LinkedHashSet<>();
        String first = current.locale().getLanguage();
        if (OWN_LANGUAGES.contains(first) || templates.containsKey(first)) {
            languages.add(first);
        }
        languages.addAll(OWN_LANGUAGES);
        templates.keySet().stream().sorted().forEach(languages::add);
        return languages;
    }

    private Locale locale(String language) {
        return language.equals(current.locale().getLanguage())
                ? current.locale()
                : new Locale(language, current.locale().getCountry());
    }

    /** Without the fallback to the server's locale: an English-language school may run on a French server. */
    private ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                TEXTS,
                locale(language),
                InvoiceMessages.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static String names(Family family) {
        return family.invoices().stream()
                .map(invoice -> invoice.hostStudent().map(InvoiceMessages::name).orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String name(Student student) {
        String name = (student.firstname() + " " + student.lastname()).strip();
        return name.isEmpty() ? student.snapshot().nameOrNumber() : name;
    }

    /** Such as {@code invoices-2026-09-08-Tremblay.pdf}; only in characters that every system accepts. */
    private String fileName(Family family) {
        String names = family.invoices().stream()
                .map(invoice ->
                        plain(invoice.hostStudent().map(Student::lastname).orElse("")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining("-"));
        String of =
                names.isEmpty() ? family.invoices().get(0).student().number().toString() : names;
        return texts(current.locale().getLanguage()).getString("file") + "-" + request.date() + "-"
                + of.substring(0, Math.min(of.length(), MAX_NAME_LENGTH)) + ".pdf";
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
