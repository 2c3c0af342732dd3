package org.openadmin.fees.testkit;

import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositOffer.Content;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.Deposits.ReturnedCheque;
import org.openadmin.fees.spi.Settings;

/** The work of a {@link SchoolYear} at the services of an office. */
public final class ServiceDesk implements SchoolDesk {

    private static final Money ZERO = cad("0.00");

    private final Office office;

    public ServiceDesk(Office office) {
        this.office = office;
    }

    @Override
    public void configure(Settings settings) {
        office.configure(settings);
    }

    @Override
    public void enrol(Student student) {
        office.enrol(student);
    }

    @Override
    public void assess(LocalDate date, String fee, String amount, String grades) {
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(), Kit.fee(fee, amount, "GST"), date, Audience.Group.parse(GroupKind.GRADE, grades));
        office.assessment()
                .post(new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()));
    }

    @Override
    public List<Owed> owed(StudentNumber student) {
        return office.accounts().outstanding(student).stream()
                .map(charge -> new Owed(charge.id(), charge.total()))
                .toList();
    }

    @Override
    public Money credit(StudentNumber student) {
        return office.accounts().balance(student).credit();
    }

    @Override
    public ReceiptNumber pay(
            StudentNumber student,
            LocalDate date,
            Money received,
            Set<ChargeId> charges,
            PaymentMethod method,
            String reference) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        date,
                        received,
                        charges,
                        method,
                        reference,
                        Set.of(Confirmation.values())))
                .number();
    }

    @Override
    public boolean cancel(ChargeId charge, LocalDate date) {
        return correct(DatedRequests.cancel(charge, date));
    }

    @Override
    public boolean waive(ChargeId charge, LocalDate date) {
        return correct(DatedRequests.waive(charge, date));
    }

    @Override
    public boolean voidReceipt(ReceiptNumber receipt, LocalDate date) {
        return correct(DatedRequests.voiding(receipt, date));
    }

    @Override
    public boolean returnPayment(ReceiptNumber receipt, LocalDate date, String fee) {
        return correct(DatedRequests.returning(receipt, date, fee));
    }

    @Override
    public boolean refund(StudentNumber student, LocalDate date, Money amount) {
        return correct(DatedRequests.refund(student, date, amount.toPlainString()));
    }

    private boolean correct(CorrectionRequest request) {
        try {
            office.corrections().apply(request);
            return true;
        } catch (FeesException refused) {
            return false;
        }
    }

    @Override
    public List<DepositNumber> depositsToTakeBack() {
        return office.deposits().toTakeBack(VIEWER).stream()
                .map(ReturnedCheque::deposit)
                .distinct()
                .toList();
    }

    @Override
    public void takeBack(DepositNumber deposit) {
        office.deposits()
                .takeBack(
                        new CounterDepositRequest(RequestKey.fresh(), CASHIER, deposit, false, "Returned by the bank"));
    }

    @Override
    public Offer offer(LocalDate until) {
        Content all = office.deposits().offer(VIEWER, until).all();
        return new Offer(
                all.isEmpty(),
                all.cash(),
                all.uncounted().stream()
                        .map(drawer -> new DrawerOf(drawer.cashier(), drawer.day()))
                        .toList());
    }

    @Override
    public Money expected(DrawerOf drawer, Money floating) {
        return office.till().drawer(VIEWER, drawer.cashier(), drawer.day()).expected(floating);
    }

    @Override
    public void count(DrawerOf drawer, Money floating, Money counted, String reason) {
        office.till()
                .count(new CountRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        drawer.cashier(),
                        drawer.day(),
                        floating,
                        CountedCash.of(counted),
                        reason));
    }

    @Override
    public void deposit(LocalDate until) {
        office.deposits().make(DepositRequest.everything(RequestKey.fresh(), CASHIER, until));
    }

    @Override
    public boolean isAllDeposited() {
        return office.deposits().undeposited(VIEWER).isNothing();
    }

    @Override
    public List<Banked> deposits() {
        return pages(page -> office.deposits().deposits(VIEWER, page)).stream()
                .map(deposit -> new Banked(deposit.total(), deposit.difference()))
                .toList();
    }

    @Override
    public void close(YearMonth month) {
        office.closings().apply(new ClosingRequest.Close(RequestKey.fresh(), CLERK, month));
    }

    @Override
    public void reopen(YearMonth month, String reason) {
        office.closings().apply(new ClosingRequest.Reopen(RequestKey.fresh(), ADMIN, month, reason));
    }

    @Override
    public Sent month(YearMonth month) {
        return Sent.of(office.months().of(VIEWER, month));
    }

    @Override
    public List<Row> rows(YearMonth month) {
        JournalQuery query = JournalQuery.everything().between(month.atDay(1), month.atEndOfMonth());
        return pages(page -> office.journal().entries(VIEWER, query, page)).stream()
                .map(entry -> Row.of(entry, ZERO))
                .toList();
    }

    private static <T> List<T> pages(Function<Page, List<T>> read) {
        List<T> all = new ArrayList<>();
        Page page = Page.first(Page.MAX_LIMIT);
        List<T> some = read.apply(page);
        while (!some.isEmpty()) {
            all.addAll(some);
            page = page.next();
            some = read.apply(page);
        }
        return all;
    }

    @Override
    public void post(LocalDate until) {
        office.postings().post(new PostingRequest(RequestKey.fresh(), CLERK, until));
    }

    @Override
    public List<PostingLine> posted() {
        return new PostedBooks(office).lines();
    }

    @Override
    public Sums accounts(LocalDate day) {
        List<AccountBalance> accounts = office.accounts().balances(day).stream()
                .map(PastBalance::account)
                .toList();
        return new Sums(
                accounts.stream().map(AccountBalance::outstanding).reduce(ZERO, Money::plus),
                accounts.stream().map(AccountBalance::credit).reduce(ZERO, Money::plus));
    }

    @Override
    public Figures today(LocalDate today) {
        return seen(office.overview().figures(VIEWER, today));
    }

    @Override
    public Figures asOf(LocalDate day) {
        return seen(office.overview().figuresAsOf(VIEWER, day));
    }

    private static Figures seen(org.openadmin.fees.api.overview.FeesOverview.Figures figures) {
        KnownThen known = figures.known().orElse(new KnownThen(0, ZERO, figures.outstanding(), figures.credit()));
        return new Figures(
                figures.outstanding(),
                figures.credit(),
                figures.balance(),
                figures.studentsOwing(),
                figures.bands(),
                new Sums(known.outstanding(), known.credit()),
                known.laterTotal());
    }
}
