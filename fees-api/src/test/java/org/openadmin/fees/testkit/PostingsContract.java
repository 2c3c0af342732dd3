package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.ClosingCheck.Finding;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.postings.MissingAccount;
import org.openadmin.fees.api.postings.MissingAccountsException;
import org.openadmin.fees.api.postings.NothingToPostException;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingEntry;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingPreview;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.AccountCodes.Books;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;

/** What {@link Postings} promises. Before each test, everything is posted. */
public abstract class PostingsContract extends OfficeContract {

    private StudentNumber student;

    @BeforeEach
    void everythingIsPosted() {
        office.configure(posting());
        student = student();
        try {
            post(TODAY);
        } catch (NothingToPostException e) {
            // it is already
        }
    }

    @AfterEach
    void theBooksTieOut() {
        office.configure(posting());
        try {
            post(TODAY);
        } catch (NothingToPostException e) {
            // the test has posted everything
        }
        new PostedBooks(office)
                .assertTieOut(IntStream.range(1, 40)
                        .mapToObj(days -> TODAY.minusDays(days))
                        .toList());
        office.configure(Kit.settings());
    }

    private static Settings posting() {
        return Kit.settings().withAccounts(PostedBooks.ACCOUNTS);
    }

    private Posting post(LocalDate until) {
        return office.postings().post(new PostingRequest(RequestKey.fresh(), ADMIN, until));
    }

    /** Such as {@code 1210 114.98 Charged to students}. */
    private static List<String> lines(Posting posting) {
        return lines(posting.lines());
    }

    private static List<String> lines(List<PostingLine> lines) {
        return lines.stream()
                .map(line -> line.account() + " " + line.amount().toPlainString() + " " + line.text())
                .toList();
    }

    private Receipt pay(LocalDate date, PaymentMethod method, String amount, ChargeId... charges) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        date,
                        cad(amount),
                        Set.of(charges),
                        method,
                        "",
                        Set.of(Confirmation.values())));
    }

    @Test
    void aChargeIsReceivableAgainstItsFeeAndItsTaxes() {
        charge(student, "Lab fee", "100.00", "GST", "QST");

        Posting posting = post(DAY);

        assertThat(lines(posting))
                .containsExactly(
                        "1210 114.98 Charged to students", "4010 -100.00 Lab fee", "2310 -5.00 GST", "2320 -9.98 QST");
        assertThat(posting.lines().get(0).accountName()).isEqualTo("School fees receivable");
        assertThat(posting.summary().rows()).isEqualTo(1);
        assertThat(posting.summary().debits()).isEqualTo(cad("114.98"));
        assertThat(posting.summary().until()).isEqualTo(DAY);
        assertThat(posting.summary().madeBy()).isEqualTo("admin");
        assertThat(posting.summary().narration()).isEqualTo("School fees, posting " + posting.number());
    }

    @Test
    void moneyIsOfItsMethodAndWhatSettlesNothingIsCredit() {
        ChargeId charge = charge(student, "Trip", "30.00");
        pay(DAY, PaymentMethod.CHEQUE, "50.00", charge);
        pay(DAY.plusDays(1), PaymentMethod.CARD, "7.00");

        assertThat(lines(post(DAY.plusDays(1))))
                .containsExactly(
                        "1210 30.00 Charged to students",
                        "1210 -30.00 Paid, reversed or waived",
                        "2210 -20.00 Credit of students",
                        "4000 -30.00 Trip",
                        "1020 50.00 Payments, Cheque",
                        "2210 -7.00 Credit of students",
                        "1030 7.00 Payments on account, Card");
    }

    @Test
    void creditThatIsUsedIsPostedWithoutMoney() {
        pay(DAY, PaymentMethod.TRANSFER, "50.00");
        ChargeId charge = charge(student, DAY.plusDays(1), "Trip", "30.00");
        post(DAY.plusDays(1));

        pay(DAY.plusDays(2), PaymentMethod.CASH, "0.00", charge);

        assertThat(lines(post(DAY.plusDays(2))))
                .containsExactly("1210 -30.00 Paid, reversed or waived", "2210 30.00 Credit of students");
    }

    @Test
    void correctionsArePostedWithTheirOwnRows() {
        ChargeId reversed = charge(student, "Lab fee", "20.00", "GST");
        ChargeId waived = charge(student, "Trip", "30.00", "QST");
        ChargeId paid = charge(student, "Bus", "40.00");
        Receipt receipt = pay(DAY, PaymentMethod.CASH, "40.00", paid);
        post(DAY);

        LocalDate day = DAY.plusDays(1);
        office.corrections().apply(DatedRequests.cancel(reversed, day));
        office.corrections().apply(DatedRequests.waive(waived, day.plusDays(1)));
        office.corrections().apply(DatedRequests.voiding(receipt.number(), day.plusDays(2)));
        office.corrections().apply(DatedRequests.cancel(paid, day.plusDays(3)));

        assertThat(lines(post(TODAY)))
                .containsExactly(
                        "1210 -21.00 Paid, reversed or waived",
                        "4010 20.00 Reversed: Lab fee",
                        "2310 1.00 Reversed: GST",
                        "1210 -32.99 Paid, reversed or waived",
                        "5100 30.00 Waived: Trip",
                        "2320 2.99 Waived: QST",
                        "1210 40.00 Paid, reversed or waived",
                        "1010 -40.00 Voided payments, Cash",
                        "1210 -40.00 Paid, reversed or waived",
                        "4000 40.00 Reversed: Bus");
    }

    @Test
    void aPaidChargeThatIsReversedBecomesCreditAndIsRefunded() {
        ChargeId paid = charge(student, "Trip", "40.00");
        pay(DAY, PaymentMethod.CASH, "40.00", paid);
        post(DAY);

        office.corrections().apply(DatedRequests.cancel(paid, DAY.plusDays(1)));
        office.corrections().apply(DatedRequests.refund(student, DAY.plusDays(2), "25.00"));

        assertThat(lines(post(TODAY)))
                .containsExactly(
                        "2210 -40.00 Credit of students",
                        "4000 40.00 Reversed: Trip",
                        "2210 25.00 Credit of students",
                        "1010 -25.00 Refunds, Cash");
    }

    @Test
    void whatCashIsRoundedByHasItsAccount() {
        office.configure(posting().withCashRounding(CashRounding.to(cad("0.05"))));
        ChargeId charge = charge(student, "Trip", "26.22");
        pay(DAY, PaymentMethod.CASH, "26.20", charge);

        assertThat(lines(post(DAY)))
                .containsExactly(
                        "1210 26.22 Charged to students",
                        "1210 -26.22 Paid, reversed or waived",
                        "4000 -26.22 Trip",
                        "1010 26.20 Payments, Cash",
                        "5900 0.02 Cash rounding");
    }

    @Test
    void rowsOfAnotherProgramHaveTheirAccount() {
        office.add(JournalRow.of(EntryKind.OTHER, "-12.00")
                .student(student)
                .named("Adjustment")
                .on(DAY));

        assertThat(lines(post(DAY))).containsExactly("2210 -12.00 Credit of students", "5990 12.00 Adjustment");
    }

    @Test
    void moneyForAChargeOfALaterDateIsCreditUntilThen() {
        ChargeId later = charge(student, DAY.plusDays(3), "Trip", "30.00");
        pay(DAY, PaymentMethod.CASH, "30.00", later);

        assertThat(lines(post(DAY))).containsExactly("2210 -30.00 Credit of students", "1010 30.00 Payments, Cash");
        assertThat(lines(post(DAY.plusDays(3))))
                .containsExactly(
                        "1210 30.00 Charged to students",
                        "1210 -30.00 Paid, reversed or waived",
                        "2210 30.00 Credit of students",
                        "4000 -30.00 Trip");
    }

    @Test
    void aPaymentThatReliedOnLaterMoneyIsOutstandingUntilThatMoney() {
        ChargeId charge = charge(student, DAY, "Trip", "30.00");
        pay(DAY.plusDays(5), PaymentMethod.CASH, "20.00");
        pay(DAY.plusDays(2), PaymentMethod.CASH, "10.00", charge);

        assertThat(lines(post(TODAY)))
                .containsExactly(
                        "1210 30.00 Charged to students",
                        "4000 -30.00 Trip",
                        "2210 -10.00 Credit of students",
                        "1010 10.00 Payments, Cash",
                        "1210 -30.00 Paid, reversed or waived",
                        "2210 10.00 Credit of students",
                        "1010 20.00 Payments on account, Cash");
    }

    @Test
    void lateRowsComeWithTheNextPosting() {
        charge(student, DAY, "Trip", "30.00");
        Posting first = post(DAY.plusDays(4));
        charge(student, DAY.plusDays(1), "Locker", "5.00");

        PostingPreview preview = office.postings().preview(VIEWER, DAY.plusDays(6));
        Posting second = post(DAY.plusDays(6));

        assertThat(preview.rows()).isEqualTo(1);
        assertThat(preview.late()).isEqualTo(1);
        assertThat(preview.lines()).isEqualTo(second.lines());
        assertThat(preview.debits()).isEqualTo(cad("5.00"));
        assertThat(lines(second)).containsExactly("1210 5.00 Charged to students", "4000 -5.00 Locker");
        assertThat(second.entries()).extracting(PostingEntry::date).containsExactly(DAY.plusDays(1));
        assertThat(second.number().value()).isEqualTo(first.number().value() + 1);
        assertThat(office.postings().posting(VIEWER, first.number())).contains(first);
    }

    @Test
    void aPostingUpToAnEarlierDayTakesOnlyWhatIsDatedUpToIt() {
        charge(student, DAY.plusDays(4), "Trip", "30.00");
        post(DAY.plusDays(5));
        charge(student, DAY.plusDays(1), "Locker", "5.00");
        charge(student, DAY.plusDays(3), "Bus", "6.00");

        assertThat(lines(post(DAY.plusDays(2)))).containsExactly("1210 5.00 Charged to students", "4000 -5.00 Locker");
        assertThat(lines(post(TODAY))).containsExactly("1210 6.00 Charged to students", "4000 -6.00 Bus");
    }

    @Test
    void feesThatDifferInCaseAreOneLineAndEachDayIsAnEntry() {
        charge(student, DAY, "Bus", "5.00");
        charge(student(), DAY, "BUS", "7.00");
        charge(student(), DAY.plusDays(1), "Bus", "1.00");

        List<PostingEntry> entries = post(TODAY).entries();

        assertThat(entries).hasSize(2);
        assertThat(entries).extracting(PostingEntry::number).containsExactly(1, 2);
        assertThat(entries.get(0).lines()).hasSize(2);
        assertThat(entries.get(0).lines().get(1).amount()).isEqualTo(cad("-12.00"));
    }

    @Test
    void everyMissingAccountIsNamedAndNothingIsPosted() {
        office.configure(Kit.settings()
                .withAccounts(new AccountCodes(
                        Map.of(EntryKind.ROUNDING, "5900"),
                        Map.of(PaymentMethod.CASH, "1010"),
                        Map.of("lab fee", "4010"),
                        new Books("", "", "", Map.of("gst", "2310"), Map.of()))));
        charge(student, "Lab fee", "10.00", "GST", "QST");
        charge(student, "Trip", "10.00");
        pay(DAY, PaymentMethod.CHEQUE, "5.00");

        PostingPreview preview = office.postings().preview(VIEWER, DAY);
        MissingAccountsException refused = refusal(MissingAccountsException.class, () -> post(DAY));

        assertThat(refused.accounts())
                .containsExactly(
                        new MissingAccount("account.charge", "Trip"),
                        new MissingAccount("account.credit", ""),
                        new MissingAccount("account.method.cheque", ""),
                        new MissingAccount("account.receivable", ""),
                        new MissingAccount("account.tax.QST", ""));
        assertThat(preview.missing()).isEqualTo(refused.accounts());
        assertThat(office.postings().preview(VIEWER, DAY).rows()).isEqualTo(3);
    }

    @Test
    void aPostingNeverChanges() {
        charge(student, "Lab fee", "10.00", "GST");
        Posting posting = post(DAY);

        Settings usual = Kit.settings();
        office.configure(new Settings(
                usual.school(),
                usual.currency(),
                Locale.CANADA_FRENCH,
                usual.taxes(),
                usual.profiles(),
                usual.payments(),
                usual.documents(),
                AccountCodes.none()));
        office.corrections()
                .apply(DatedRequests.cancel(new ChargeId(rows(student).get(0).id()), DAY));

        assertThat(office.postings().posting(VIEWER, posting.number())).contains(posting);
    }

    @Test
    void theTextsAreInTheLanguageOfTheSchool() {
        Settings usual = posting();
        office.configure(new Settings(
                usual.school(),
                usual.currency(),
                Locale.CANADA_FRENCH,
                usual.taxes(),
                usual.profiles(),
                usual.payments(),
                usual.documents(),
                usual.accounts()));
        pay(DAY, PaymentMethod.CASH, "5.00");

        Posting posting = post(DAY);

        assertThat(lines(posting))
                .containsExactly("2210 -5.00 Crédit des élèves", "1010 5.00 Paiements au compte, Argent comptant");
        assertThat(posting.summary().narration()).isEqualTo("Frais scolaires, report " + posting.number());
    }

    @Test
    void whatIsNotPostedIsCountedAndNamedByTheCheckOfAClosing() {
        LocalDate august = LocalDate.of(2026, 8, 31);
        charge(student, august, "Trip", "10.00");
        charge(student, DAY, "Bus", "20.00");

        assertThat(office.postings().unposted(VIEWER, august)).isEqualTo(1);
        assertThat(office.postings().unposted(VIEWER, DAY)).isEqualTo(2);
        assertThat(office.closings().check(CLERK, YearMonth.from(august)).count(Finding.UNPOSTED_ROW))
                .isEqualTo(1);
        post(august);
        assertThat(office.closings().check(CLERK, YearMonth.from(august)).count(Finding.UNPOSTED_ROW))
                .isZero();
    }

    @Test
    void withoutARowThereIsNoPosting() {
        assertThat(office.postings().preview(VIEWER, TODAY).rows()).isZero();
        assertThat(refusal(NothingToPostException.class, () -> post(TODAY)).until())
                .isEqualTo(TODAY);
    }

    @Test
    void nothingIsPostedAfterToday() {
        DateNotAllowedException refused = refusal(DateNotAllowedException.class, () -> post(TODAY.plusDays(1)));

        assertThat(refused.limit()).isEqualTo(Limit.POSTING_AFTER_TODAY);
        assertThat(refused.allowed()).isEqualTo(TODAY);
        assertThatThrownBy(() -> office.postings().preview(VIEWER, TODAY.plusDays(1)))
                .isInstanceOf(DateNotAllowedException.class);
    }

    @Test
    void theSameKeyPostsOnce() {
        charge(student, "Trip", "10.00");
        PostingRequest request = new PostingRequest(RequestKey.fresh(), ADMIN, DAY);

        Posting posting = office.postings().post(request);

        assertThat(office.postings().post(request)).isEqualTo(posting);
        assertThat(office.postings().posting(VIEWER, request.key())).contains(posting);
        assertThat(office.postings().posting(VIEWER, RequestKey.fresh())).isEmpty();
        assertThatThrownBy(() -> office.postings().post(new PostingRequest(request.key(), ADMIN, TODAY)))
                .isInstanceOf(RequestKeyReusedException.class);
    }

    @Test
    void aKeyOfAPaymentPostsNothing() {
        PaymentRequest paid = Kit.paying(student, "5.00");
        office.cashier().receive(paid);

        assertThatThrownBy(() -> office.postings().post(new PostingRequest(paid.key(), ADMIN, TODAY)))
                .isInstanceOf(RequestKeyReusedException.class);
        assertThat(office.postings().preview(VIEWER, TODAY).rows()).isEqualTo(1);
    }

    @Test
    void whoeverPostsAtOnceTakesEachRowOnce() throws Exception {
        for (int number = 0; number < 6; number++) {
            charge(student, DAY.plusDays(number), "Trip " + number, "10.00");
        }
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> posts = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<Integer>) () -> {
                        try {
                            return post(DAY.plusDays(number % 6)).summary().rows();
                        } catch (NothingToPostException e) {
                            return 0;
                        }
                    })
                    .toList();
            int rows = 0;
            for (Future<Integer> each : clerks.invokeAll(posts)) {
                rows += each.get();
            }
            assertThat(rows).isEqualTo(6);
        } finally {
            clerks.shutdown();
        }
    }

    @Test
    void aPostingAndARefusedOneAreInTheAuditLog() {
        charge(student, "Trip", "10.00");
        Posting posting = post(DAY);
        assertThatThrownBy(() -> post(DAY)).isInstanceOf(NothingToPostException.class);

        List<AuditEntry> entries = office.audit().entries(ADMIN, AuditQuery.everything(), new Page(0, 2));

        assertThat(entries).extracting(AuditEntry::operation).containsOnly(AuditOperation.POST);
        assertThat(entries.get(0).outcome()).isEqualTo(AuditOutcome.REFUSED);
        assertThat(entries.get(0).reason()).isEqualTo("nothing-to-post");
        assertThat(entries.get(1).result())
                .contains(new AuditSubject(
                        AuditSubject.Kind.POSTING, posting.number().value()));
    }

    @Test
    void thePostingsAreListedNewestFirst() {
        charge(student, "Trip", "10.00");
        Posting first = post(DAY);
        charge(student, "Bus", "20.00");
        Posting second = post(TODAY);

        assertThat(office.postings().postings(VIEWER, new Page(0, 2)))
                .containsExactly(second.summary(), first.summary());
        assertThat(office.postings().postings(VIEWER, new Page(1, 1))).containsExactly(first.summary());
        assertThat(office.postings().posting(VIEWER, new PostingNumber(999_999)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void whoeverMayCloseAMonthPostsAndAnyRoleReads() {
        Postings postings = office.postings();
        charge(student(), "Role", "1.00");
        assertThat(postings.post(new PostingRequest(RequestKey.fresh(), CLERK, TODAY))
                        .summary()
                        .madeBy())
                .isEqualTo(CLERK.name());
        assertNeeds(Role.BILL, () -> postings.post(new PostingRequest(RequestKey.fresh(), CASHIER, TODAY)));
        assertNeeds(Role.BILL, () -> postings.post(new PostingRequest(RequestKey.fresh(), VIEWER, TODAY)));
        assertNeeds(Role.VIEW, () -> postings.preview(NOBODY, TODAY));
        assertNeeds(Role.VIEW, () -> postings.unposted(NOBODY, TODAY));
        assertNeeds(Role.VIEW, () -> postings.postings(NOBODY, new Page(0, 1)));
        assertNeeds(Role.VIEW, () -> postings.posting(NOBODY, new PostingNumber(1)));
        assertNeeds(Role.VIEW, () -> postings.posting(NOBODY, RequestKey.fresh()));
    }
}
