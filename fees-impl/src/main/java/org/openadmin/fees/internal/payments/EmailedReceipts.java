package org.openadmin.fees.internal.payments;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.mail.DeliveryResult;
import org.openadmin.fees.internal.mail.MailConfiguration;
import org.openadmin.fees.internal.mail.MailMessage;
import org.openadmin.fees.internal.mail.MailServer;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.internal.payments.MailedReceiptStore.Stored;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.FamilyLanguages;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.ReceiptRenderer;
import org.openadmin.fees.spi.ReturnLetter;
import org.openadmin.fees.spi.ReturnLetterRenderer;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts, and letters about returned payments, by e-mail: enters each message before it is sent, so that a repeated request sends nothing. */
@Component
public final class EmailedReceipts implements ReceiptMailer {

    private static final Logger LOG = LoggerFactory.getLogger(EmailedReceipts.class);

    private final Receipts receipts;
    private final Students students;
    private final ReceiptRenderer renderer;
    private final ReturnedPayments returns;
    private final Statements statements;
    private final ReturnLetterRenderer letters;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final MailConfiguration mail;
    private final Clock clock;

    @Activate
    public EmailedReceipts(
            @Reference Receipts receipts,
            @Reference Students students,
            @Reference ReceiptRenderer renderer,
            @Reference ReturnedPayments returns,
            @Reference Statements statements,
            @Reference ReturnLetterRenderer letters,
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference MailConfiguration mail,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.receipts = receipts;
        this.students = students;
        this.renderer = renderer;
        this.returns = returns;
        this.statements = statements;
        this.letters = letters;
        this.transactions = transactions;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public boolean isConfigured() {
        return mail.server().isPresent();
    }

    @Override
    public List<String> addresses(Actor reader, ReceiptNumber number) {
        reader.requireEither(Role.BILL, Role.CASHIER, "ReceiptMailer.addresses");
        return student(receipt(reader, number))
                .map(student -> Recipients.of(student.email()).addresses())
                .orElse(List.of());
    }

    @Override
    public List<MailedReceipt> messages(Actor reader, ReceiptNumber number) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new MailedReceiptStore(em).of(number));
    }

    /**
     * What a request entered, or had entered before.
     *
     * @param unsent what is still to be sent; empty if the request was answered before
     */
    private record Entry(MailedReceipt entered, Optional<Unsent> unsent) {}

    private record Unsent(MailMessage message, MailSettings server) {}

    /** A server that does not take the message is no refusal: the request was carried out as far as it could be. */
    @Override
    public MailedReceipt send(ReceiptMailRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        Entry entry = audit.attempt(command, () -> enter(request, command));
        return entry.unsent()
                .map(unsent -> sent(request, entry.entered(), unsent.message(), unsent.server()))
                .orElse(entry.entered());
    }

    private Entry enter(ReceiptMailRequest request, AuditedCommand command) {
        request.actor().requireEither(Role.BILL, Role.CASHIER, "ReceiptMailer.send");
        Recipients to = recipients(request.addresses());
        Optional<Stored> before = transactions.read(em -> new MailedReceiptStore(em).find(request.key()));
        if (before.isPresent()) {
            return new Entry(answer(request, to, before.get()).message(), Optional.empty());
        }
        Receipt receipt = receipt(request.actor(), request.receipt());
        MailSettings server = mail.server().orElseThrow(() -> new MailException(Problem.NOT_CONFIGURED, "", null));
        boolean copy = request.document() == MailedDocument.RECEIPT
                && (request.copy() || isOut(request.actor(), request.receipt()));
        MailMessage message = message(request, receipt, to, server, copy);
        UUID attempt = UUID.randomUUID();
        Stored stored = audit.once(
                command,
                Counter.MAIL::lock,
                em -> new MailedReceiptStore(em).find(request.key()).map(found -> answer(request, to, found)),
                em -> new MailedReceiptStore(em)
                        .add(
                                request,
                                to.addresses(),
                                copy,
                                attempt,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                added -> Optional.empty());
        boolean mine = stored.attempt().equals(attempt);
        return new Entry(stored.message(), mine ? Optional.of(new Unsent(message, server)) : Optional.empty());
    }

    private static Recipients recipients(String addresses) {
        if (addresses.isBlank()) {
            throw new InvalidInputException(Field.EMAIL, InvalidInputException.Problem.MISSING, "");
        }
        Recipients to = Recipients.of(addresses);
        if (to.isEmpty()) {
            throw new InvalidInputException(Field.EMAIL, InvalidInputException.Problem.UNKNOWN, addresses.strip());
        }
        return to;
    }

    private static Stored answer(ReceiptMailRequest request, Recipients to, Stored stored) {
        MailedReceipt message = stored.message();
        if (message.document() != request.document()
                || !message.receipt().equals(request.receipt())
                || !message.addresses().equals(to.addresses())) {
            throw new RequestKeyReusedException(request.key());
        }
        return stored;
    }

    private Receipt receipt(Actor reader, ReceiptNumber number) {
        return receipts.search(reader, ReceiptQuery.of(number), Page.first(1)).receipts().stream()
                .findFirst()
                .orElseThrow(() -> new UnknownReceiptException(number));
    }

    private Optional<Student> student(Receipt receipt) {
        return receipt.recordedStudent().map(StudentSnapshot::number).flatMap(students::find);
    }

    private MailMessage message(
            ReceiptMailRequest request, Receipt receipt, Recipients to, MailSettings server, boolean copy) {
        Settings current = settings.current();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        switch (request.document()) {
            case RECEIPT -> renderer.draw(List.of(receipt), copy, current, pdf);
            case RETURN_LETTER -> letters.draw(letter(request.actor(), receipt.number()), current, pdf);
        }
        Optional<String> first = receipt.recordedStudent()
                .flatMap(student -> new FamilyLanguages(server.families(), students).of(List.of(student.number())));
        return new ReceiptMessage(request.document(), receipt, student(receipt), current)
                .in(first, "receipt-" + request.key(), to, pdf.toByteArray());
    }

    private ReturnLetter letter(Actor reader, ReceiptNumber receipt) {
        return ReturnLetter.read(reader, receipt, returns, statements, students, LocalDate.now(clock));
    }

    private MailedReceipt sent(
            ReceiptMailRequest request, MailedReceipt entered, MailMessage message, MailSettings server) {
        DeliveryResult result;
        try (MailServer once =
                MailServer.once(server, settings.current().school().name(), clock)) {
            once.awaitTurn();
            result = once.send(message);
        } catch (MailException e) {
            end(request, Outcome.NOT_SENT, e.detail());
            throw e;
        }
        if (result.status() == DeliveryResult.Status.REFUSED) {
            end(request, Outcome.NOT_SENT, result.detail());
            throw new MailException(
                    Problem.NOT_ACCEPTED, server.host() + ":" + server.port() + ": " + result.detail(), null);
        }
        Outcome outcome = result.status() == DeliveryResult.Status.ACCEPTED ? Outcome.SENT : Outcome.MAY_HAVE_ARRIVED;
        end(request, outcome, result.detail());
        return new MailedReceipt(
                entered.document(),
                entered.receipt(),
                entered.addresses(),
                entered.copy(),
                outcome,
                result.detail(),
                entered.recordedAt(),
                entered.recordedBy());
    }

    /** Without an outcome, the message may have arrived, which is true of any. */
    private void end(ReceiptMailRequest request, Outcome outcome, String reply) {
        try {
            transactions.write(em -> {
                new MailedReceiptStore(em).end(request.key(), outcome, reply);
                return outcome;
            });
        } catch (StorageException e) {
            LOG.warn(
                    "The outcome of e-mailing the {} of receipt {} was not recorded: {}",
                    request.document(),
                    request.receipt(),
                    outcome,
                    e);
        }
    }
}
