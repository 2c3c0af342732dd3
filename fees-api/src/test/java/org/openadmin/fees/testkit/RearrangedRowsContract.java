package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingLine.Side;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.Settings;

/**
 * What every service makes of rows that only rearrange: a charge in three parts, a charge that a payer owes, and moved credit; and of
 * credit from an older system. Two days after the charges, they are split, transferred and moved.
 */
public abstract class RearrangedRowsContract extends OfficeContract {

    private static final PayerNumber BAND = new PayerNumber(12);
    private static final LocalDate LATER = DAY.plusDays(2);
    private static final Instant RECORDED = Instant.parse("2026-09-10T14:00:00Z");

    private StudentNumber ines;
    private StudentNumber marc;
    private long trip;
    private long lab;
    private long split;
    private long transfer;
    private long covered;

    @BeforeAll
    void rowsOfEachKind() {
        office.addPayer(BAND, "Prairie Band");
        ines = student("Tremblay", "Inès", "9", "9A");
        marc = student("Tremblay", "Marc", "7", "7B");
        trip = add(ines, DAY, trip("105.00", "100.00", "5.00"));
        lab = add(ines, DAY, JournalRow.charge("Lab fee", "20.00").subtotal(cad("20.00")));
        add(marc, DAY, JournalRow.of(EntryKind.OPENING, "-50.00").named("Opening credit"));

        split = add(
                ines,
                LATER,
                JournalRow.of(EntryKind.SPLIT, "-105.00").named("Split charge").origin(trip));
        office.settle(trip, OptionalLong.of(split));
        add(ines, LATER, trip("35.00", "33.33", "1.67").origin(trip).part(1, 3).due(LATER.plusDays(1)));
        add(ines, LATER, trip("35.00", "33.33", "1.67").origin(trip).part(2, 3).due(LATER.plusMonths(1)));
        add(ines, LATER, trip("35.00", "33.34", "1.66").origin(trip).part(3, 3).due(LATER.plusMonths(2)));

        transfer = add(
                ines,
                LATER,
                JournalRow.of(EntryKind.TRANSFER, "-20.00")
                        .named("Transferred charge")
                        .about("Agreed")
                        .origin(lab));
        office.settle(lab, OptionalLong.of(transfer));
        covered = add(
                BAND,
                LATER,
                JournalRow.charge("Lab fee", "20.00")
                        .subtotal(cad("20.00"))
                        .origin(lab)
                        .covering("Tremblay, Inès"));

        add(marc, LATER, JournalRow.of(EntryKind.MOVE, "30.00").named("Moved credit"));
        add(ines, LATER, JournalRow.of(EntryKind.MOVE, "-30.00").named("Moved credit"));
    }

    private static JournalRow trip(String total, String subtotal, String tax) {
        return JournalRow.charge("Band trip", total).subtotal(cad(subtotal)).tax(new Tax("GST", cad(tax)));
    }

    private long add(AccountNumber account, LocalDate date, JournalRow row) {
        StudentSnapshot holder = account.equals(ines)
                ? new StudentSnapshot(ines, "Tremblay, Inès", "9", "9A")
                : account.equals(marc)
                        ? new StudentSnapshot(marc, "Tremblay, Marc", "7", "7B")
                        : new StudentSnapshot(account, "Prairie Band", "", "");
        return office.add(row.student(holder).on(date).recorded("claire", Optional.of(RECORDED)));
    }

    private AccountBalance balance(AccountNumber account) {
        return office.accounts().balance(account);
    }

    private static AccountBalance balance(AccountNumber account, String balance, String outstanding) {
        return new AccountBalance(account, cad(balance), cad(outstanding));
    }

    @Test
    void thePartsAreOwedInsteadOfTheWholeAndMovedCreditCounts() {
        assertThat(balance(ines)).isEqualTo(balance(ines, "75.00", "105.00"));
        assertThat(balance(ines).credit()).isEqualTo(cad("30.00"));
        assertThat(balance(marc)).isEqualTo(balance(marc, "-20.00", "0.00"));
        assertThat(office.accounts().outstanding(ines))
                .extracting(Charge::name, Charge::part)
                .containsExactly(
                        tuple("Band trip", Optional.of(new ChargePart(1, 3))),
                        tuple("Band trip", Optional.of(new ChargePart(2, 3))),
                        tuple("Band trip", Optional.of(new ChargePart(3, 3))));
    }

    @Test
    void aPayerHasAnAccountLikeAStudent() {
        assertThat(balance(BAND)).isEqualTo(balance(BAND, "20.00", "20.00"));
        assertThat(office.accounts().balances()).contains(balance(BAND)).hasSize(3);
        assertThat(office.accounts().balances(List.of(BAND, marc)).keySet()).containsExactly(marc, BAND);
        assertThat(office.accounts().outstanding(BAND)).singleElement().satisfies(charge -> assertThat(charge.student())
                .isEqualTo(new StudentSnapshot(BAND, "Prairie Band", "", "")));
        assertThat(office.statements().holder(CLERK, BAND).state()).isEqualTo(State.PAYER);
    }

    @Test
    void aPayerIsFoundByNumberAndByName() {
        for (String typed : List.of("P12", "p12", "prairie")) {
            assertThat(office.statements().search(CLERK, typed, 10).matches())
                    .as(typed)
                    .singleElement()
                    .satisfies(match -> {
                        assertThat(match.holder().student().number()).isEqualTo(BAND);
                        assertThat(match.balance()).isEqualTo(balance(BAND));
                    });
        }
        assertThat(office.statements().search(CLERK, "P13", 10).matches()).isEmpty();
    }

    @Test
    void aStatementHasEveryRowAndWhatItCameFrom() {
        AccountLines lines = office.statements().lines(CLERK, AccountPeriod.all(ines), Page.first(100));

        assertThat(lines.lines())
                .extracting(line -> line.entry().kind(), line -> line.balance())
                .containsExactly(
                        line(EntryKind.CHARGE, "105.00"),
                        line(EntryKind.CHARGE, "125.00"),
                        line(EntryKind.SPLIT, "20.00"),
                        line(EntryKind.CHARGE, "55.00"),
                        line(EntryKind.CHARGE, "90.00"),
                        line(EntryKind.CHARGE, "125.00"),
                        line(EntryKind.TRANSFER, "105.00"),
                        line(EntryKind.MOVE, "75.00"));
        List<JournalEntry> later = office.statements()
                .lines(CLERK, new AccountPeriod(ines, Optional.of(LATER), Optional.of(LATER)), Page.first(100))
                .related();
        assertThat(later).extracting(JournalEntry::id).contains(trip, lab);
    }

    @Test
    void whoOnlyViewsDoesNotLearnWhoPays() {
        JournalEntry owed = entry(VIEWER, EntryKind.CHARGE, covered);

        assertThat(owed.student()).contains(new StudentSnapshot(BAND, "", "", ""));
        assertThat(owed.links().coveredStudent()).isEmpty();
        assertThat(owed.rearranges()).isTrue();
        assertThat(entry(CLERK, EntryKind.TRANSFER, transfer).description()).isEqualTo("Agreed");
        assertThat(entry(VIEWER, EntryKind.TRANSFER, transfer).description()).isEmpty();
        assertThat(office.statements()
                        .lines(VIEWER, AccountPeriod.all(ines), Page.first(100))
                        .entries())
                .filteredOn(row -> row.kind() == EntryKind.TRANSFER)
                .extracting(JournalEntry::description)
                .containsExactly("");
        for (String typed : List.of("P12", "p12", "prairie")) {
            assertThat(office.statements().search(VIEWER, typed, 10).total())
                    .as(typed)
                    .isZero();
        }
        assertNeeds(Role.BILL, () -> office.statements().holder(VIEWER, BAND));
        assertNeeds(Role.BILL, () -> office.statements().history(VIEWER, BAND));
        assertNeeds(Role.BILL, () -> office.statements().lines(VIEWER, AccountPeriod.all(BAND), Page.first(10)));
        assertNeeds(Role.BILL, () -> office.statements().forEach(VIEWER, AccountPeriod.all(BAND), lines -> {}));
        assertThat(office.overview().receivables(VIEWER, TODAY).owing())
                .filteredOn(each -> each.student().number().equals(BAND))
                .extracting(each -> each.student().name())
                .containsExactly("");
    }

    private static Tuple line(EntryKind kind, String balance) {
        return tuple(kind, cad(balance));
    }

    @Test
    void theJournalTellsWhatARowHasToDoWithOthers() {
        JournalEntry whole = entry(EntryKind.CHARGE, trip);
        JournalEntry part = entries(EntryKind.CHARGE).stream()
                .filter(row -> row.links().part().equals(Optional.of(new ChargePart(2, 3))))
                .findFirst()
                .orElseThrow();
        JournalEntry payers = entry(EntryKind.CHARGE, covered);

        assertThat(whole.settledBy()).hasValue(split);
        assertThat(whole.rearranges()).isFalse();
        assertThat(part.links().origin()).hasValue(trip);
        assertThat(part.rearranges()).isTrue();
        assertThat(entry(EntryKind.SPLIT, split).links().origin()).hasValue(trip);
        assertThat(entry(EntryKind.TRANSFER, transfer).links().origin()).hasValue(lab);
        assertThat(payers.student()).contains(new StudentSnapshot(BAND, "Prairie Band", "", ""));
        assertThat(payers.links().coveredStudent()).isEqualTo("Tremblay, Inès");
        assertThat(entries(EntryKind.MOVE)).hasSize(2);
        assertThat(entries(EntryKind.OPENING)).hasSize(1);
    }

    private JournalEntry entry(EntryKind kind, long id) {
        return entry(CLERK, kind, id);
    }

    private JournalEntry entry(Actor reader, EntryKind kind, long id) {
        return entries(reader, kind).stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<JournalEntry> entries(EntryKind kind) {
        return entries(CLERK, kind);
    }

    private List<JournalEntry> entries(Actor reader, EntryKind kind) {
        JournalQuery all = JournalQuery.everything();
        JournalQuery query = new JournalQuery(
                all.from(),
                all.to(),
                Set.of(kind),
                all.student(),
                all.batch(),
                all.outstandingOnly(),
                all.order(),
                all.ascending());
        return office.journal().entries(reader, query, Page.first(100));
    }

    @Test
    void nothingWasChargedOrReceivedByRearranging() {
        Figures figures = office.overview().figures(CLERK, TODAY);

        assertThat(figures.outstanding()).isEqualTo(cad("125.00"));
        assertThat(figures.credit()).isEqualTo(cad("50.00"));
        assertThat(figures.studentsOwing()).isEqualTo(2);
        assertThat(figures.months().get(11).charged()).isEqualTo(cad("125.00"));
        assertThat(figures.months().get(11).received()).isEqualTo(cad("0.00"));
        assertThat(office.overview().figures(CLERK, LATER).chargedToday()).isEqualTo(cad("0.00"));
        assertThat(office.overview().receivables(CLERK, TODAY).owing())
                .extracting(each -> each.student().number(), each -> each.account())
                .containsExactly(tuple(ines, balance(ines)), tuple(BAND, balance(BAND)));
    }

    @Test
    void onThePastDayTheWholeChargesWereOwed() {
        assertThat(office.accounts().balance(ines, DAY).account()).isEqualTo(balance(ines, "125.00", "125.00"));
        assertThat(office.accounts().balance(BAND, DAY).account()).isEqualTo(balance(BAND, "0.00", "0.00"));
        assertThat(office.accounts().balance(ines, LATER).account()).isEqualTo(balance(ines));
        assertThat(office.accounts().balances(LATER)).hasSize(3);
        assertThat(office.overview().figuresAsOf(CLERK, LATER).outstanding()).isEqualTo(cad("125.00"));
        assertThat(office.overview().figuresAsOf(CLERK, DAY).outstanding()).isEqualTo(cad("125.00"));
        assertThat(office.overview().figuresAsOf(CLERK, DAY).credit()).isEqualTo(cad("50.00"));
    }

    @Test
    void theMonthHasALineForEachActThatAddsUpToZero() {
        MonthSummary month = office.months().of(CLERK, YearMonth.from(DAY));

        Map<EntryKind, List<MonthSummary.Line>> lines = new HashMap<>();
        month.lines().forEach(each -> lines.computeIfAbsent(each.kind(), none -> new ArrayList<>())
                .add(each));
        assertThat(lines.keySet())
                .isEqualTo(EnumSet.of(
                        EntryKind.CHARGE, EntryKind.SPLIT, EntryKind.TRANSFER, EntryKind.MOVE, EntryKind.OPENING));
        assertThat(lines.get(EntryKind.CHARGE))
                .extracting(MonthSummary.Line::name, MonthSummary.Line::count, MonthSummary.Line::total)
                .containsExactly(tuple("Band trip", 1, cad("105.00")), tuple("Lab fee", 1, cad("20.00")));
        assertLine(lines, EntryKind.SPLIT, 4, "0.00");
        assertLine(lines, EntryKind.TRANSFER, 2, "0.00");
        assertLine(lines, EntryKind.MOVE, 2, "0.00");
        assertLine(lines, EntryKind.OPENING, 1, "-50.00");
        assertThat(month.count()).isEqualTo(11);
        assertThat(month.total()).isEqualTo(cad("75.00"));
    }

    private static void assertLine(
            Map<EntryKind, List<MonthSummary.Line>> lines, EntryKind kind, int count, String total) {
        assertThat(lines.get(kind)).as(kind.name()).singleElement().satisfies(line -> {
            assertThat(line.count()).isEqualTo(count);
            assertThat(line.total()).isEqualTo(cad(total));
        });
    }

    @Test
    void aFeeInPartsIsChargedOnceAndACoveredOneCounts() {
        CollectionReport report = office.collection().fees(CLERK, CollectionPeriod.always());

        Collected band = collected(report, "Band trip");
        assertThat(band.charged().sum()).isEqualTo(cad("105.00"));
        assertThat(band.of(ChargeState.OUTSTANDING).sum()).isEqualTo(cad("105.00"));
        Collected labs = collected(report, "Lab fee");
        assertThat(labs.charged().sum()).isEqualTo(cad("20.00"));
        assertThat(labs.of(ChargeState.COVERED).sum()).isEqualTo(cad("20.00"));
        assertThat(labs.isSettled()).isTrue();
        assertThat(labs.rate().orElseThrow()).isEqualByComparingTo("100");
        CollectionPeriod then = CollectionPeriod.always().asOf(Optional.of(DAY));
        Collected before = collected(office.collection().fees(CLERK, then), "Band trip");
        assertThat(before.charged().number()).isEqualTo(1);
        assertThat(before.of(ChargeState.OUTSTANDING).sum()).isEqualTo(cad("105.00"));
    }

    private static Collected collected(CollectionReport report, String fee) {
        return report.lines().stream()
                .filter(line -> line.name().equals(fee))
                .findFirst()
                .orElseThrow()
                .collected();
    }

    @Test
    void aChargeThatWasSplitOrTransferredCannotBeCorrected() {
        for (long charge : List.of(trip, lab)) {
            refusal(AlreadyCorrectedException.class, () -> office.corrections()
                    .apply(new Waive(RequestKey.fresh(), ADMIN, new ChargeId(charge), TODAY, "Bursary")));
        }
        assertThat(balance(ines)).isEqualTo(balance(ines, "75.00", "105.00"));
    }

    @Test
    void rearrangingIsNotPostedAndOpeningCreditHasItsAccount() {
        Settings usual = Kit.settings();
        Map<EntryKind, String> kinds = new HashMap<>(PostedBooks.ACCOUNTS.kinds());
        kinds.put(EntryKind.OPENING, "3900");
        office.configure(new Settings(
                usual.school(),
                usual.currency(),
                usual.locale(),
                usual.taxes(),
                usual.profiles(),
                usual.payments(),
                usual.documents(),
                new AccountCodes(
                        kinds,
                        PostedBooks.ACCOUNTS.methods(),
                        PostedBooks.ACCOUNTS.fees(),
                        PostedBooks.ACCOUNTS.books())));

        Posting posting = office.postings().post(new PostingRequest(RequestKey.fresh(), ADMIN, TODAY));

        assertThat(side(posting, Side.FEE)).isEqualTo(cad("-120.00"));
        assertThat(side(posting, Side.TAX)).isEqualTo(cad("-5.00"));
        assertThat(side(posting, Side.OTHER)).isEqualTo(cad("50.00"));
        assertThat(side(posting, Side.RECEIVABLE)).isEqualTo(cad("125.00"));
        assertThat(side(posting, Side.CREDIT)).isEqualTo(cad("-50.00"));
        assertThat(posting.lines()).allMatch(line -> line.date().equals(DAY));
    }

    private static Money side(Posting posting, Side side) {
        return posting.lines().stream()
                .filter(line -> line.side() == side)
                .map(line -> line.amount())
                .reduce(cad("0.00"), Money::plus);
    }
}
