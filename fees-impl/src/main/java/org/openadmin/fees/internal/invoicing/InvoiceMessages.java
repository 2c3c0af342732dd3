package org.openadmin.fees.internal.invoicing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.invoicing.MailPlan.Family;
import org.openadmin.fees.internal.mail.MailMessage;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.internal.mail.MessagePlaces;
import org.openadmin.fees.internal.students.FamilyLanguages;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.LocalFormat;
import org.openadmin.fees.spi.PaymentTerms;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.messages.KindLabels;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.search.TextFolding;

/** Writes the messages of a run of invoices or reminders: in the family's language, then in the others, with the invoices as one PDF. */
final class InvoiceMessages {

    private static final String BETWEEN = "\n\n----------\n\n";
    private static final int MAX_NAME_LENGTH = 60;
    private static final int INVOICES_PER_PART = 100;

    private final InvoiceRequest request;
    private final Settings current;
    private final Map<String, MessageTemplate> templates;
    private final FamilyLanguages families;
    private final InvoiceRenderer renderer;

    /** @param templates the school's own texts, by language */
    InvoiceMessages(
            InvoiceRequest request,
            Settings current,
            Map<String, MessageTemplate> templates,
            FamilyLanguages families,
            InvoiceRenderer renderer) {
        this.request = request;
        this.current = current;
        this.templates = templates;
        this.families = families;
        this.renderer = renderer;
    }

    /** @throws org.openadmin.fees.api.documents.DocumentException when its invoices cannot be drawn */
    MailMessage of(Family family) {
        List<MessageWords> languages = languages(family);
        return new MailMessage(
                id(family),
                family.to(),
                subject(family, languages),
                text(family, languages),
                fileName(family, languages.get(0)),
                pdf(family));
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
        return (request.isOfReminders() ? "reminders-" : "invoices-")
                + UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8));
    }

    private String subject(Family family, List<MessageWords> languages) {
        return languages.stream()
                .map(words -> MessagePlaces.filled(words.subject(words == languages.get(0)), places(words, family)))
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private String text(Family family, List<MessageWords> languages) {
        String below = languages.stream()
                .skip(1)
                .filter(MessageWords::isOwn)
                .map(words -> words.of("below"))
                .collect(Collectors.joining("\n"));
        String texts = languages.stream()
                .map(words -> MessagePlaces.filled(words.text(), places(words, family))
                        .strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(BETWEEN));
        return (below.isEmpty() ? "" : below + "\n\n") + texts + "\n";
    }

    private Map<String, String> places(MessageWords words, Family family) {
        LocalFormat format = new LocalFormat(words.locale(), current.currency());
        LocalDate date = request.date();
        String guardian = words.list(guardians(family));
        Map<String, String> places = new HashMap<>();
        places.put("school", current.school().name());
        places.put("contact", String.join("\n", current.school().contact()));
        places.put("guardian", guardian);
        places.put(
                "greeting",
                guardian.isEmpty()
                        ? words.of("greeting")
                        : words.of("greeting.guardian", Map.of("guardian", guardian)));
        places.put(
                "students",
                words.list(family.invoices().stream().map(InvoiceMessages::name).toList()));
        places.put("invoices", invoices(words, format, family, date));
        places.put("date", format.date(date));
        places.put("due", format.amount(family.due()));
        PaymentTerms terms = terms(family);
        // what is overdue is to be paid now
        places.put("dueDate", format.date(terms.next().orElse(date)));
        places.put("terms", words.of(phrase(terms), terms(terms, format)));
        places.put("payment", payment(words));
        return places;
    }

    /** The sum of each student, and the fees that make it up. */
    private static String invoices(MessageWords words, LocalFormat format, Family family, LocalDate date) {
        boolean each = terms(family, date).showsEach();
        KindLabels names = new KindLabels(words.locale(), Medium.DOCUMENT);
        return family.invoices().stream()
                .map(invoice -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(words.of(
                            "invoice", Map.of("student", name(invoice), "amount", format.amount(invoice.due()))));
                    invoice.charges()
                            .forEach(charge -> lines.add(words.of(
                                    !each
                                            ? "invoice.fee"
                                            : charge.isPastDue(date) ? "invoice.fee.overdue" : "invoice.fee.due",
                                    Map.of(
                                            "fee",
                                            names.of(charge.name(), charge.part()),
                                            "amount",
                                            format.amount(charge.total()),
                                            "day",
                                            format.date(charge.due())))));
                    if (invoice.credit().isPositive()) {
                        lines.add(words.of("invoice.credit", Map.of("amount", format.amount(invoice.credit()))));
                    }
                    lines.add(words.of(
                            "invoice.code",
                            Map.of(
                                    "code",
                                    PayCode.of(invoice.student().number()).toString())));
                    return String.join("\n", lines);
                })
                .collect(Collectors.joining("\n\n"));
    }

    private PaymentTerms terms(Family family) {
        return terms(family, request.date());
    }

    private static PaymentTerms terms(Family family, LocalDate date) {
        return family.invoices().stream()
                .map(invoice -> PaymentTerms.of(invoice, date))
                .reduce(PaymentTerms::and)
                .orElseThrow();
    }

    private static String phrase(PaymentTerms terms) {
        if (terms.since().isEmpty()) {
            return "terms";
        }
        return terms.next().isPresent() ? "terms.partly-overdue" : "terms.overdue";
    }

    private static Map<String, String> terms(PaymentTerms terms, LocalFormat format) {
        return Map.of(
                "day", terms.next().map(format::date).orElse(""),
                "overdue", format.amount(terms.overdue()),
                "since", terms.since().map(format::date).orElse(""));
    }

    /** Where and how to pay, and the school's message to parents, which is on the invoices too. */
    private String payment(MessageWords words) {
        List<String> address = current.school().address();
        String how = address.isEmpty()
                ? words.of("payment")
                : words.of("payment.address", Map.of("address", String.join(", ", address)));
        String message = current.school().message(words.locale());
        return message.isEmpty() ? how : how + "\n" + message;
    }

    /** The guardians of the family's students, each once. */
    private static List<String> guardians(Family family) {
        Map<String, String> guardians = new LinkedHashMap<>();
        family.invoices().stream()
                .flatMap(invoice -> invoice.hostStudent().stream())
                .map(Student::guardian)
                .filter(guardian -> !guardian.isBlank())
                .forEach(guardian -> guardians.putIfAbsent(TextFolding.words(guardian), guardian.strip()));
        return List.copyOf(guardians.values());
    }

    /** The family's language first. */
    private List<MessageWords> languages(Family family) {
        Set<String> order = new LinkedHashSet<>();
        families.of(family.invoices().stream()
                        .map(invoice -> invoice.student().number())
                        .toList())
                .ifPresent(order::add);
        order.add(current.locale().getLanguage());
        order.addAll(MessageWords.OWN_LANGUAGES);
        order.addAll(new TreeSet<>(templates.keySet()));
        return order.stream()
                .filter(language -> MessageWords.OWN_LANGUAGES.contains(language) || templates.containsKey(language))
                .map(language -> new MessageWords(locale(language), templates, tone(family)))
                .toList();
    }

    /** The tone of the highest stage of its students; empty for invoices. */
    private static Optional<Tone> tone(Family family) {
        return family.invoices().stream()
                .flatMap(invoice -> invoice.reminder().stream())
                .max(Comparator.comparing(ReminderStage::days))
                .map(ReminderStage::tone);
    }

    private Locale locale(String language) {
        return language.equals(current.locale().getLanguage())
                ? current.locale()
                : new Locale(language, current.locale().getCountry());
    }

    private static String name(Invoice invoice) {
        String name = invoice.hostStudent()
                .map(student -> (student.firstname() + " " + student.lastname()).strip())
                .orElse("");
        return name.isEmpty() ? invoice.student().nameOrNumber() : name;
    }

    /** Such as {@code invoices-2026-09-08-Tremblay.pdf}. */
    private String fileName(Family family, MessageWords words) {
        String names = family.invoices().stream()
                .map(invoice -> FileNames.ascii(
                        invoice.hostStudent().map(Student::lastname).orElse("")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining("-"));
        String of =
                names.isEmpty() ? family.invoices().get(0).student().number().toString() : names;
        return words.of("file") + "-" + request.date() + "-" + of.substring(0, Math.min(of.length(), MAX_NAME_LENGTH))
                + ".pdf";
    }
}
