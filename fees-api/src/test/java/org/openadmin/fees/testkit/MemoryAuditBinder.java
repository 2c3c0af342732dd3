package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.binder.AccountLine;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.binder.BinderBalance;
import org.openadmin.fees.api.binder.BinderCheck;
import org.openadmin.fees.api.binder.BinderContent;
import org.openadmin.fees.api.binder.BinderDeposit;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.CashUp;
import org.openadmin.fees.api.binder.CorrectionLine;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.ReceiptLine.Banked;
import org.openadmin.fees.api.binder.ReceiptLine.Issued;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.binder.RowTotal;
import org.openadmin.fees.api.binder.TieOut;
import org.openadmin.fees.api.binder.TieOut.KindTotal;
import org.openadmin.fees.api.binder.WaiverTotal;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.spi.binder.ReceiptSequence;
import org.openadmin.fees.spi.search.NameOrder;
import org.openadmin.fees.testkit.MemoryLedger.Change;

/** The auditor's binder, from everything that ever happened in the office. */
final class MemoryAuditBinder implements AuditBinder {

    private final MemoryOffice office;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryReturns returns;
    private final MemoryTill till;
    private final MemoryDeposits deposits;
    private final MemoryCalls calls;
    private final Clock clock;

    MemoryAuditBinder(
            MemoryOffice office,
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryReturns returns,
            MemoryTill till,
            MemoryDeposits deposits,
            MemoryCalls calls,
            Clock clock) {
        this.office = office;
        this.ledger = ledger;
        this.books = books;
        this.returns = returns;
        this.till = till;
        this.deposits = deposits;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public <R> R read(Actor reader, BinderPeriod period, Function<BinderContent, R> use) {
        reader.require(Role.VIEW);
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), period.to(), Limit.AS_OF_AFTER_TODAY);
        calls.query(AuditBinder.class);
        return use.apply(new Content(period, reader.may(Role.ADMIN)));
    }

    private final class Content implements BinderContent {

        private final BinderPeriod period;
        private final boolean confidential;
        private final Instant begin;
        private final Instant end;

        Content(BinderPeriod period, boolean confidential) {
            this.period = period;
            this.confidential = confidential;
            begin = period.from().atStartOfDay(clock.getZone()).toInstant();
            end = period.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        }

        private boolean isInPeriod(Instant at) {
            return !at.isBefore(begin) && at.isBefore(end);
        }

        private boolean isKnown(JournalEntry row) {
            return row.recordedAt().filter(at -> !at.isBefore(end)).isEmpty();
        }

        private boolean isBody(JournalEntry row) {
            return row.date().filter(period::includes).isPresent() && isKnown(row);
        }

        private boolean isKnownByDate(JournalEntry row) {
            return row.date().filter(day -> day.isAfter(period.to())).isEmpty() && isKnown(row);
        }

        private boolean isBackdated(JournalEntry row) {
            return row.date().filter(day -> !day.isBefore(period.from())).isEmpty()
                    && row.recordedAt().filter(this::isInPeriod).isPresent();
        }

        private boolean isLater(JournalEntry row) {
            return row.date().filter(day -> day.isAfter(period.to())).isEmpty() && !isKnown(row);
        }

        private Stream<JournalEntry> rows(Predicate<JournalEntry> which) {
            return ledger.rows().stream().filter(which).sorted(MemoryBooks.OLDEST_FIRST);
        }

        private JournalEntry shown(JournalEntry row) {
            JournalEntry described = books.described(row);
            return confidential || row.kind() != EntryKind.WAIVER ? described : described.withoutReason();
        }

        @Override
        public BinderPeriod period() {
            return period;
        }

        @Override
        public boolean showsConfidential() {
            return confidential;
        }

        private List<AccountNumber> accounts() {
            return ledger.rows().stream()
                    .flatMap(row -> row.student().stream())
                    .map(StudentSnapshot::number)
                    .distinct()
                    .toList();
        }

        private MemoryPastDays end(LocalDate day) {
            return MemoryPastDays.of(ledger, books, day, clock);
        }

        private BinderBalance sum(Function<AccountNumber, AccountBalance> account) {
            Money zero = books.zero();
            List<AccountBalance> all = accounts().stream().map(account).toList();
            return new BinderBalance(
                    all.stream().map(AccountBalance::outstanding).reduce(zero, Money::plus),
                    all.stream().map(AccountBalance::credit).reduce(zero, Money::plus));
        }

        private RowTotal total(Stream<JournalEntry> rows) {
            return rows.map(JournalEntry::total)
                    .reduce(new RowTotal(0, books.zero()), RowTotal::plus, (one, other) -> one);
        }

        @Override
        public TieOut tieOut() {
            Predicate<JournalEntry> ofAccount = row -> row.student().isPresent();
            Map<EntryKind, List<JournalEntry>> kinds = rows(ofAccount.and(this::isBody))
                    .collect(Collectors.groupingBy(
                            ledger::act, () -> new EnumMap<>(EntryKind.class), Collectors.toList()));
            MemoryPastDays last = end(period.to());
            MemoryPastDays before = end(period.from().minusDays(1));
            return new TieOut(
                    sum(student -> before.balance(student).known()),
                    total(rows(ofAccount.and(this::isBackdated))),
                    kinds.entrySet().stream()
                            .map(each -> new KindTotal(each.getKey(), total(each.getValue().stream())))
                            .toList(),
                    sum(student -> last.balance(student).known()),
                    total(rows(ofAccount.and(this::isLater))),
                    sum(student -> last.balance(student).account()),
                    total(rows(ofAccount.negate().and(this::isBody))));
        }

        @Override
        public ReceiptTotals receipts(Consumer<ReceiptLine> use) {
            ReceiptSequence sequence = new ReceiptSequence(books.zero(), use);
            List<JournalEntry> all = books.receiptRows().stream()
                    .sorted(Comparator.comparing(
                                    (JournalEntry row) -> row.receipt().orElseThrow())
                            .thenComparing(JournalEntry::id))
                    .toList();
            long last = all.stream()
                    .filter(this::isBody)
                    .mapToLong(row -> row.receipt().orElseThrow().value())
                    .max()
                    .orElse(0);
            for (JournalEntry row : all) {
                long number = row.receipt().orElseThrow().value();
                if (isBody(row)) {
                    if (row.links().lead().isEmpty()) {
                        sequence.issued(issued(row)
                                .whole(all.stream()
                                        .filter(other -> other.links().lead().equals(OptionalLong.of(row.id())))
                                        .map(this::issued)
                                        .toList()));
                    }
                } else if (number <= last) {
                    sequence.elsewhere(number);
                }
            }
            return sequence.totals();
        }

        private Issued issued(JournalEntry row) {
            Optional<JournalEntry> voiding =
                    ledger.correctionOf(row.id(), EntryKind.VOID).filter(this::isKnownByDate);
            return new Issued(
                    books.described(row),
                    voiding,
                    voiding.filter(each -> returns.isVoidOf(each.id())).isPresent(),
                    deposited(row.id()).map(deposit -> new Banked(deposit.number(), deposit.date())));
        }

        /** The deposit that a row is in at the end of the period. */
        private Optional<DepositSummary> deposited(long row) {
            List<DepositSummary> with = deposits.all().stream()
                    .filter(deposit -> !deposit.summary().date().isAfter(period.to()))
                    .filter(deposit ->
                            deposit.rows().stream().anyMatch(each -> each.row().row() == row))
                    .map(Deposit::summary)
                    .toList();
            return with.size() % 2 == 1 ? Optional.of(with.get(with.size() - 1)) : Optional.empty();
        }

        @Override
        public void deposits(Consumer<BinderDeposit> use) {
            deposits.all().stream()
                    .filter(deposit -> period.includes(deposit.summary().date()))
                    .map(deposit -> new BinderDeposit(summary(deposit.summary()), oldest(deposit)))
                    .forEach(use);
        }

        private DepositSummary summary(DepositSummary all) {
            return new DepositSummary(
                    all.number(),
                    all.date(),
                    all.until(),
                    all.cashRows(),
                    all.difference(),
                    all.cheques(),
                    all.chequeCount(),
                    all.takesBack(),
                    all.reason(),
                    all.madeBy(),
                    all.madeAt(),
                    all.toVerify(),
                    all.verification().filter(by -> by.at().isBefore(end)));
        }

        private static Optional<LocalDate> oldest(Deposit deposit) {
            return deposit.summary().isCounterDeposit()
                    ? Optional.empty()
                    : deposit.rows().stream()
                            .filter(row -> row.row().isReceipt())
                            .map(row -> row.row().date())
                            .min(Comparator.naturalOrder());
        }

        @Override
        public void undeposited(Consumer<MoneyRow> use) {
            rows(this::isUndeposited).map(deposits::money).forEach(use);
        }

        private boolean isUndeposited(JournalEntry row) {
            boolean cash = row.method().equals(Optional.of(PaymentMethod.CASH));
            boolean money = cash || row.method().equals(Optional.of(PaymentMethod.CHEQUE));
            if (!money
                    || row.recordedAt().isEmpty()
                    || row.total().isZero()
                    || !isKnownByDate(row)
                    || deposited(row.id()).isPresent()) {
                return false;
            }
            return switch (row.kind()) {
                case PAYMENT, ON_ACCOUNT ->
                    ledger.correctionOf(row.id(), EntryKind.VOID)
                            .filter(this::isKnownByDate)
                            .filter(voiding -> deposited(voiding.id()).isEmpty())
                            .isEmpty();
                case REFUND -> cash;
                case VOID -> deposited(row.reverses().orElseThrow()).isPresent();
                default -> false;
            };
        }

        @Override
        public void cashUps(Consumer<CashUp> use) {
            List<DrawerCount> known = till.counts().stream()
                    .filter(count ->
                            period.includes(count.day()) && count.countedAt().isBefore(end))
                    .sorted(Comparator.comparing(DrawerCount::day)
                            .thenComparing(DrawerCount::cashier)
                            .thenComparing(DrawerCount::number))
                    .toList();
            known.forEach(count -> use.accept(new CashUp(
                    count,
                    known.stream()
                            .noneMatch(other -> other.number() > count.number()
                                    && other.day().equals(count.day())
                                    && other.cashier().equals(count.cashier())))));
        }

        @Override
        public void corrections(Consumer<CorrectionLine> use) {
            rows(this::isBody)
                    .filter(row -> switch (row.kind()) {
                        case REVERSAL, WAIVER, VOID, REFUND -> true;
                        default -> false;
                    })
                    .map(row -> new CorrectionLine(
                            shown(row),
                            row.reverses().isPresent()
                                    ? ledger.row(row.reverses().getAsLong()).map(books::described)
                                    : Optional.empty(),
                            returns.isVoidOf(row.id())))
                    .forEach(use);
        }

        @Override
        public List<WaiverTotal> waivers() {
            Map<List<String>, List<JournalEntry>> reasons = rows(this::isBody)
                    .filter(row -> row.kind() == EntryKind.WAIVER)
                    .map(this::shown)
                    .collect(Collectors.groupingBy(row ->
                            List.of(row.reasonCode().map(ReasonCode::value).orElse(""), row.description())));
            return reasons.values().stream()
                    .map(all -> new WaiverTotal(
                            all.get(0).reasonCode(),
                            all.get(0).description(),
                            all.size(),
                            books.sum(all).negated()))
                    .sorted(Comparator.comparing((WaiverTotal each) ->
                                    each.code().map(ReasonCode::value).orElse(""))
                            .thenComparing(
                                    Comparator.comparing(WaiverTotal::waived).reversed()))
                    .toList();
        }

        @Override
        public void refusals(Consumer<AuditEntry> use) {
            if (confidential) {
                AuditQuery refused = AuditQuery.everything()
                        .between(period.from(), period.to())
                        .with(AuditOutcome.REFUSED);
                List<AuditEntry> oldest = new ArrayList<>();
                office.audit().forEach(Kit.ADMIN, refused, entry -> oldest.add(0, entry));
                oldest.forEach(use);
            }
        }

        @Override
        public CollectionReport collection() {
            Map<String, List<JournalEntry>> fees = new TreeMap<>();
            rows(this::isBody)
                    .filter(row -> row.kind() == EntryKind.CHARGE
                            && row.student()
                                    .filter(student -> student.number() instanceof StudentNumber)
                                    .isPresent())
                    .filter(row -> settledBy(row) != EntryKind.SPLIT)
                    .sorted(Comparator.comparing(JournalEntry::id))
                    .forEach(row -> fees.computeIfAbsent(MemoryNames.folded(row.name()), none -> new ArrayList<>())
                            .add(row));
            List<CollectionLine> lines = fees.values().stream()
                    .map(charges -> new CollectionLine(
                            charges.get(charges.size() - 1).name(),
                            charges.stream()
                                    .map(row -> Collected.of(state(row), row.total()))
                                    .reduce(Collected.nothing(books.zero()), Collected::plus)))
                    .sorted(Comparator.comparing(CollectionLine::name, new NaturalOrder()))
                    .toList();
            return CollectionReport.of(Optional.empty(), lines, books.zero());
        }

        private ChargeState state(JournalEntry charge) {
            return switch (settledBy(charge)) {
                case OTHER -> ChargeState.OUTSTANDING;
                case REVERSAL -> ChargeState.REVERSED;
                case WAIVER -> ChargeState.WAIVED;
                case TRANSFER -> ChargeState.COVERED;
                default -> ChargeState.PAID;
            };
        }

        /** The kind of the row that had settled a charge; {@link EntryKind#OTHER} if none had. */
        private EntryKind settledBy(JournalEntry charge) {
            OptionalLong by = OptionalLong.empty();
            for (Change change : ledger.changes(charge.id())) {
                if (ledger.row(change.because()).stream().allMatch(this::isKnownByDate)) {
                    by = change.by();
                }
            }
            return by.isEmpty()
                    ? EntryKind.OTHER
                    : ledger.row(by.getAsLong())
                            .map(JournalEntry::kind)
                            .filter(kind -> kind != EntryKind.OTHER)
                            .orElse(EntryKind.PAYMENT);
        }

        @Override
        public void accounts(Consumer<AccountLine> use) {
            MemoryPastDays last = end(period.to());
            List<AccountLine> lines = accounts().stream()
                    .map(student -> new AccountLine(
                            student(student), last.balance(student).known()))
                    .filter(line -> !line.account().balance().isZero()
                            || !line.account().outstanding().isZero())
                    .toList();
            NameOrder.sorted(lines, line -> NameOrder.of(line.student())).forEach(use);
        }

        private StudentSnapshot student(AccountNumber number) {
            return ledger.rows(number).stream()
                    .filter(this::isKnown)
                    .flatMap(row -> row.student().stream())
                    .filter(student -> !student.name().isEmpty())
                    .reduce((earlier, later) -> later)
                    .orElse(new StudentSnapshot(number, "", "", ""));
        }

        @Override
        public List<Closing> closings() {
            List<Closing> made = new ArrayList<>();
            office.closings().list(Kit.ADMIN).stream()
                    .filter(closing -> isInPeriod(closing.at()))
                    .forEach(closing -> made.add(0, closing));
            return made;
        }

        @Override
        public List<PostingSummary> postings() {
            List<PostingSummary> made = new ArrayList<>();
            office.postings().postings(Kit.ADMIN, Page.first(Page.MAX_LIMIT)).stream()
                    .filter(posting -> isInPeriod(posting.madeAt()))
                    .forEach(posting -> made.add(0, posting));
            return made;
        }

        @Override
        public void backdated(Consumer<JournalEntry> use) {
            rows(this::isBackdated).map(this::shown).forEach(use);
        }

        @Override
        public void recordedLater(Consumer<JournalEntry> use) {
            rows(this::isLater).map(this::shown).forEach(use);
        }

        @Override
        public BinderCheck check() {
            return new BinderCheck(clock.instant(), ledger.rows().size(), List.of());
        }
    }
}
