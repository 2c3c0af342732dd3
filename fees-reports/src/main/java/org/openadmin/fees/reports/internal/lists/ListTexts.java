package org.openadmin.fees.reports.internal.lists;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.spi.messages.AuditLabels;
import org.openadmin.fees.spi.messages.KindLabels;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.TaxNames;

/**
 * The headings, kinds and states of the lists: codes in English for programs, and words in the school's language for
 * people.
 */
final class ListTexts {

    private final ResourceBundle texts;
    private final KindLabels kinds;
    private final AuditLabels audit;
    private final List<TaxRate> taxes;

    /** @param reader the reason and the kind of a waiver are confidential, and shown only to those who may waive charges */
    ListTexts(Settings settings, Actor reader) {
        Locale locale = settings.documentLanguage();
        texts = DocumentTexts.texts(locale);
        taxes = settings.taxes();
        audit = new AuditLabels(locale);
        kinds = new KindLabels(locale, reader.may(Role.BILL) ? Medium.SCREEN : Medium.VIEWER_SCREEN);
    }

    /** What a list is, such as {@code Journal}. */
    String title(String list) {
        return texts.getString("list.title." + list);
    }

    /** The headings with these codes. */
    List<Code> headings(String... codes) {
        return Stream.of(codes).map(this::code).toList();
    }

    /** A heading, or the kind of a line that is no row of the journal, such as {@code opening balance}. */
    Code code(String code) {
        return new Code(code, texts.getString("list." + code.replace(' ', '-')));
    }

    /** The heading of a tax: the name in the journal, and the name in the language of the list. */
    Code tax(String name) {
        return new Code(name, TaxNames.in(texts.getLocale(), name, taxes));
    }

    /** The kind of a row; people read whether the bank returned a payment. */
    Code kind(JournalEntry row) {
        return new Code(keyword(row.kind()), kinds.of(row));
    }

    Code kind(EntryKind kind) {
        return new Code(keyword(kind), kinds.of(kind));
    }

    /** The name of the fee of a charge, also of a part. */
    String name(Charge charge) {
        return kinds.of(charge.name(), charge.part());
    }

    /** The name of a fee, of a part only for people; that of money is a fixed text of the journal, for which people read the kind. */
    Code name(JournalEntry row) {
        if (row.kind() == EntryKind.CHARGE) {
            String fee = row.name().strip();
            return new Code(fee, kinds.of(fee, row.links().part()));
        }
        return name(row.kind(), row.name().strip(), kinds.of(row));
    }

    Code name(EntryKind kind, String name) {
        return name(kind, name, kinds.of(kind));
    }

    private static Code name(EntryKind kind, String name, String words) {
        return switch (kind) {
            case PAYMENT, ON_ACCOUNT, VOID, REFUND, ROUNDING, SPLIT, TRANSFER, MOVE, OPENING -> new Code(name, words);
            case CHARGE, REVERSAL, WAIVER, OTHER -> Code.same(name);
        };
    }

    Code method(PaymentMethod method) {
        return new Code(method.keyword(), kinds.of(method));
    }

    Code outcome(InvoiceRun.Outcome outcome) {
        return new Code(keyword(outcome), kinds.of(outcome));
    }

    Code kind(InvoiceRun.Kind kind) {
        return new Code(keyword(kind), kinds.of(kind));
    }

    Code channel(InvoiceRun.Channel channel) {
        return new Code(keyword(channel), kinds.of(channel));
    }

    Code state(InvoiceRun.State state) {
        return new Code(keyword(state), kinds.of(state));
    }

    /** The state of a charge, such as {@code waived}, which a reader who may not see waivers reads as {@code adjusted}. */
    Code state(ChargeState state) {
        return new Code(keyword(state), kinds.of(state));
    }

    /** The heading of the sums in this state. */
    Code heading(ChargeState state) {
        return new Code(keyword(state), KindLabels.capitalized(kinds.of(state)));
    }

    /** The heading of the numbers of charges in this state. */
    Code number(ChargeState state) {
        return number(heading(state));
    }

    /** The heading of the numbers of all charges. */
    Code numberCharged() {
        return number(code("charged"));
    }

    private Code number(Code of) {
        return new Code("number " + of.code(), MessageFormat.format(texts.getString("list.number-of"), of.text()));
    }

    Code operation(AuditOperation operation) {
        return new Code(operation.code(), audit.of(operation));
    }

    Code subject(AuditSubject subject) {
        return new Code(subject.toString(), audit.of(subject));
    }

    Code outcome(AuditOutcome outcome) {
        return new Code(outcome.code(), audit.of(outcome));
    }

    /** Why a command was refused. */
    Code refusal(String reason) {
        return new Code(reason, audit.reason(reason));
    }

    /** The line for all students with credit only. */
    Code creditOnly(int students) {
        return new Code(
                "students with credit only: " + students,
                MessageFormat.format(texts.getString("list.credit-only"), String.valueOf(students)));
    }

    /** The description of a waiver whose reason the reader may not see. */
    Code adjustment() {
        return new Code("Adjustment", kinds.of(EntryKind.WAIVER));
    }

    private static String keyword(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
