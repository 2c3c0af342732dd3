package org.openadmin.fees.internal.payments;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.mail.MailMessage;
import org.openadmin.fees.internal.mail.MessagePlaces;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.spi.LocalFormat;
import org.openadmin.fees.spi.Settings;

/** The message with a receipt, or with the letter about its returned payment: in the family's language, then in the other. */
final class ReceiptMessage {

    private static final String TEXTS = "org.openadmin.fees.internal.payments.";
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final String BETWEEN = "\n\n----------\n\n";

    private final MailedDocument document;
    private final Receipt receipt;
    private final Optional<Student> student;
    private final Settings school;

    /** @param student the student in the host's records of today */
    ReceiptMessage(MailedDocument document, Receipt receipt, Optional<Student> student, Settings school) {
        this.document = document;
        this.receipt = receipt;
        this.student = student;
        this.school = school;
    }

    /** @param first the language that the family reads first, if it is not the school's */
    MailMessage in(Optional<String> first, String id, Recipients to, byte[] pdf) {
        List<Words> languages = languages(first);
        return new MailMessage(
                id,
                to,
                languages.stream().map(words -> words.of("subject")).collect(Collectors.joining(" / ")),
                text(languages),
                languages.get(0).of("file") + "-" + receipt.number() + ".pdf",
                pdf);
    }

    private List<Words> languages(Optional<String> first) {
        Set<String> order = new LinkedHashSet<>();
        first.ifPresent(order::add);
        order.add(school.locale().getLanguage());
        order.addAll(LANGUAGES);
        order.retainAll(LANGUAGES);
        return order.stream().map(Words::new).toList();
    }

    private String texts() {
        return TEXTS
                + switch (document) {
                    case RECEIPT -> "receipt-mail";
                    case RETURN_LETTER -> "return-letter-mail";
                };
    }

    private String text(List<Words> languages) {
        String below =
                languages.stream().skip(1).map(words -> words.of("below")).collect(Collectors.joining("\n"));
        return below + "\n\n" + languages.stream().map(Words::text).collect(Collectors.joining(BETWEEN)) + "\n";
    }

    /** The texts in one language. */
    private final class Words {

        private final ResourceBundle texts;
        private final Map<String, String> places;

        Words(String language) {
            Locale locale = language.equals(school.locale().getLanguage())
                    ? school.locale()
                    : new Locale(language, school.locale().getCountry());
            // without the fallback to the server's locale: an English-language school may run on a French server
            texts = ResourceBundle.getBundle(
                    texts(),
                    locale,
                    ReceiptMessage.class.getClassLoader(),
                    Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            LocalFormat format = new LocalFormat(locale, school.currency());
            places = Map.of(
                    "school",
                    school.school().name(),
                    "contact",
                    String.join("\n", school.school().contact()),
                    "number",
                    receipt.number().toString(),
                    "date",
                    format.date(receipt.date()),
                    "amount",
                    format.amount(receipt.received()),
                    "student",
                    name(),
                    "guardian",
                    student.map(Student::guardian).orElse("").strip(),
                    "voided",
                    receipt.voided().map(format::date).orElse(""));
        }

        String text() {
            String greeting = of(places.get("guardian").isEmpty() ? "greeting" : "greeting.guardian");
            return greeting + "\n\n" + what() + "\n\n" + of("end").strip();
        }

        private String what() {
            return switch (document) {
                case RECEIPT ->
                    of(receipt.received().isZero() ? "credit" : "payment")
                            + (receipt.voided().isPresent() ? " " + of("voided") : "");
                case RETURN_LETTER -> of("letter");
            };
        }

        String of(String key) {
            return MessagePlaces.filled(texts.getString(key), places);
        }

        private String name() {
            if (receipt.isOfSeveral()) {
                return receipt.shares().stream()
                        .map(share -> share.student().spokenName())
                        .collect(Collectors.joining(", "));
            }
            String today = student.map(each -> (each.firstname() + " " + each.lastname()).strip())
                    .orElse("");
            return today.isEmpty()
                    ? receipt.recordedStudent()
                            .map(StudentSnapshot::nameOrNumber)
                            .orElse("")
                    : today;
        }
    }
}
