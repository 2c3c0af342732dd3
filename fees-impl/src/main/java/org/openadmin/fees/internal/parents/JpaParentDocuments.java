package org.openadmin.fees.internal.parents;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.documents.NothingDueException;
import org.openadmin.fees.api.parents.ParentDocuments;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.AccountHolderQueries;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.ledger.StatementQueries;
import org.openadmin.fees.internal.persistence.GuardianView;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.ReceiptRenderer;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.StatementRenderer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents of a parent's own children. Each call looks up again whose parent the user is. */
@Component
public final class JpaParentDocuments implements ParentDocuments {

    /** The log of refused access, also that of users without a role. */
    private static final Logger ACCESS = LoggerFactory.getLogger("org.openadmin.fees.access");

    /**
     * To the parents of the child, without the guardian and the address in the student records: they may be those of the other parent, who lives
     * elsewhere.
     */
    private static final Optional<Student> ADDRESSED_TO_PARENTS = Optional.empty();

    private static final int CHUNK_SIZE = 1_000;
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    private final Transactions transactions;
    private final FeesSettings settings;
    private final Renderers renderers;
    private final DocumentSlots slots;
    private final Clock clock;

    /** What draws the documents. */
    record Renderers(StatementRenderer statements, InvoiceRenderer invoices, ReceiptRenderer receipts) {}

    /** @param guardians without which there is no such service */
    @Activate
    public JpaParentDocuments(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference StatementRenderer statements,
            @Reference InvoiceRenderer invoices,
            @Reference ReceiptRenderer receipts,
            @Reference DocumentSlots slots,
            @Reference GuardianView guardians,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this(transactions, settings, new Renderers(statements, invoices, receipts), slots, clock);
    }

    JpaParentDocuments(
            Transactions transactions, FeesSettings settings, Renderers renderers, DocumentSlots slots, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.renderers = renderers;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    public void statement(StatementRequest request, Locale language, OutputStream out) {
        Actor parent = request.actor();
        parent.require(Role.PARENT, "ParentDocuments.statement");
        StudentSnapshot child = transactions.readAtOneMoment(em -> child(em, parent, request.student()));
        inSlot(parent, () -> renderers
                .statements()
                .draw(child, ADDRESSED_TO_PARENTS, request, each -> read(request, each), in(language), out));
    }

    private void inSlot(Actor parent, Runnable drawing) {
        DocumentSlots.Slot slot = slots.take(parent);
        try {
            drawing.run();
        } finally {
            slot.close();
        }
    }

    /** The numbers of the rows are read at once, the rows in chunks, as by the office. */
    private void read(StatementRequest request, Consumer<AccountLines> each) {
        // as a parent, whatever other roles the user has
        Actor reader = new Actor(request.actor().name(), Set.of(Role.PARENT));
        Settings current = settings.current();
        AccountLines none = transactions.read(em -> new AccountLines(
                new StatementQueries(em, current.currency()).opening(request.period()), List.of(), List.of()));
        List<Integer> ids = transactions.read(em -> new StatementQueries(em, current.currency()).ids(request.period()));
        AccountLines lines = none;
        int from = 0;
        do {
            List<Integer> chunk = ids.subList(from, Math.min(from + CHUNK_SIZE, ids.size()));
            AccountLines before = lines;
            lines = transactions.read(em ->
                    new StatementQueries(em, current.currency()).lines(request.student(), chunk, before.closing()));
            each.accept(lines.shownTo(reader));
            from += CHUNK_SIZE;
        } while (from < ids.size());
    }

    @Override
    public void invoice(Actor parent, StudentNumber number, Locale language, OutputStream out) {
        parent.require(Role.PARENT, "ParentDocuments.invoice");
        LocalDate today = LocalDate.now(clock);
        Settings current = in(language);
        Invoice invoice = transactions.readAtOneMoment(em -> {
            StudentSnapshot child = child(em, parent, number);
            AccountQueries accounts = new AccountQueries(em, current.currency());
            return Invoice.of(
                    child,
                    ADDRESSED_TO_PARENTS,
                    accounts.outstanding(List.of(number)).getOrDefault(number, List.of()),
                    accounts.balances(List.of(number)).get(number),
                    today);
        });
        if (!invoice.due().isPositive()) {
            throw new NothingDueException(number);
        }
        inSlot(parent, () -> {
            try (InvoiceDocument document = renderers.invoices().begin(today, current)) {
                document.add(List.of(invoice));
                document.complete();
                document.writeTo(out);
            }
        });
    }

    @Override
    public void receipt(Actor parent, ReceiptNumber number, Locale language, OutputStream out) {
        parent.require(Role.PARENT, "ParentDocuments.receipt");
        Settings current = in(language);
        List<Receipt> theirs = transactions.readAtOneMoment(em -> {
            Set<AccountNumber> children = new GuardianLookup(em).childrenOf(parent);
            return children.isEmpty() ? List.of() : find(number, children, new ReceiptQueries(em, current.currency()));
        });
        if (theirs.isEmpty()) {
            ACCESS.warn(
                    "Refused receipt {}: it is not of a child of the user \"{}\"",
                    number,
                    VisibleText.of(parent.name()));
            throw new UnknownReceiptException(number);
        }
        renderers.receipts().draw(theirs, true, current, out);
    }

    private static List<Receipt> find(ReceiptNumber number, Set<AccountNumber> children, ReceiptQueries receipts) {
        Optional<Receipt> whole = receipts.find(number).filter(each -> isOfSeveralOf(children, each));
        return whole.isPresent() ? List.of(whole.get()) : receipts.find(number, children);
    }

    private static boolean isOfSeveralOf(Set<AccountNumber> children, Receipt receipt) {
        return receipt.isOfSeveral()
                && receipt.shares().stream()
                        .allMatch(share -> children.contains(share.student().number()));
    }

    /** @throws UnknownStudentException if the student is not the parent's child, as if there were none */
    private static StudentSnapshot child(EntityManager em, Actor parent, AccountNumber number) {
        if (!new GuardianLookup(em).childrenOf(parent).contains(number)) {
            ACCESS.warn(
                    "Refused a document of the account {}: it is not of a child of the user \"{}\"",
                    number,
                    VisibleText.of(parent.name()));
            throw new UnknownStudentException(List.of(number));
        }
        return new AccountHolderQueries(em)
                .find(number)
                .map(AccountHolder::student)
                .orElseThrow(() -> new UnknownStudentException(List.of(number)));
    }

    private Settings in(Locale language) {
        return settings.current()
                .inLanguage(Optional.of(language).filter(known -> LANGUAGES.contains(known.getLanguage())));
    }
}
