package org.openadmin.fees.internal.binder;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.binder.AccountLine;
import org.openadmin.fees.api.binder.BinderCheck;
import org.openadmin.fees.api.binder.BinderContent;
import org.openadmin.fees.api.binder.BinderDeposit;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.CashUp;
import org.openadmin.fees.api.binder.CorrectionLine;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.binder.TieOut;
import org.openadmin.fees.api.binder.WaiverTotal;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Sql;

/** The content of a binder in one transaction. Lists are read a thousand rows at a time, from where the last thousand ended. */
final class SnapshotContentView implements BinderContent {

    private final EntityManager em;
    private final Currency currency;
    private final PeriodSql span;
    private final boolean confidential;
    private final Supplier<BinderCheck> check;
    private Optional<PeriodFiguresView> figures = Optional.empty();

    /** @param confidential whether the reader sees the reasons of waivers and the refused commands */
    SnapshotContentView(
            EntityManager em, Currency currency, PeriodSql span, boolean confidential, Supplier<BinderCheck> check) {
        this.em = em;
        this.currency = currency;
        this.span = span;
        this.confidential = confidential;
        this.check = check;
    }

    @Override
    public BinderPeriod period() {
        return span.period();
    }

    @Override
    public boolean showsConfidential() {
        return confidential;
    }

    /** The accounts are read once for all that follows from them. */
    private PeriodFiguresView figures() {
        PeriodFiguresView read = figures.orElseGet(() -> PeriodFiguresView.read(em, currency, span));
        figures = Optional.of(read);
        return read;
    }

    @Override
    public TieOut tieOut() {
        return new TieOutQueries(em, currency, span).of(figures());
    }

    @Override
    public ReceiptTotals receipts(Consumer<ReceiptLine> use) {
        return new ReceiptLineQueries(em, currency, span).forEach(use);
    }

    @Override
    public void deposits(Consumer<BinderDeposit> use) {
        new BankQueries(em, currency, span).deposits(use);
    }

    @Override
    public void undeposited(Consumer<MoneyRow> use) {
        new BankQueries(em, currency, span).undeposited(use);
    }

    @Override
    public void cashUps(Consumer<CashUp> use) {
        new BankQueries(em, currency, span).cashUps(use);
    }

    @Override
    public void corrections(Consumer<CorrectionLine> use) {
        Sql where = Sql.of("{dated} AND {known} AND j.trans_type IN (:REVERSAL, :WAIVER, :VOID, :REFUND)")
                .part("dated", span.dated())
                .part("known", span.known());
        new DatedRowQueries(em, JournalIndex.DAY, where).forEach(ids -> {
            List<JournalEntry> corrections = JournalRowView.entries(em, currency, ids);
            Map<Long, JournalEntry> originals = originals(corrections);
            ReturnedVoidLookup returned = ReturnedVoidLookup.among(em, ids);
            corrections.forEach(row -> use.accept(new CorrectionLine(
                    shown(row),
                    row.reverses().isPresent()
                            ? Optional.ofNullable(originals.get(row.reverses().getAsLong()))
                            : Optional.empty(),
                    returned.includes(row.id()))));
        });
    }

    private Map<Long, JournalEntry> originals(List<JournalEntry> corrections) {
        List<Integer> ids = corrections.stream()
                .flatMapToLong(row -> row.reverses().stream())
                .mapToObj(Math::toIntExact)
                .distinct()
                .toList();
        Map<Long, JournalEntry> originals = new HashMap<>();
        JournalRowView.entries(em, currency, ids).forEach(row -> originals.put(row.id(), row));
        return originals;
    }

    /** Why a charge was waived is only for administrators: a binder is passed on. */
    private JournalEntry shown(JournalEntry row) {
        return confidential || row.kind() != EntryKind.WAIVER ? row : row.withoutReason();
    }

    @Override
    public List<WaiverTotal> waivers() {
        Sql code = Sql.of(confidential ? "COALESCE(j.reason_code, '')" : "''");
        Sql reason = Sql.of(confidential ? "COALESCE(j.description, '')" : "''");
        return Sql.of("""
                SELECT {code} AS code, {reason} AS reason, COUNT(*) AS number, -SUM(j.total) AS waived
                FROM {journal} WHERE j.trans_type = :WAIVER AND {dated} AND {known}
                GROUP BY code, reason ORDER BY code, waived DESC, reason
                """)
                .part("code", code)
                .part("reason", reason)
                .part("journal", JournalIndex.DAY.table())
                .part("dated", span.dated())
                .part("known", span.known())
                .rows(em)
                .stream()
                .map(row -> new WaiverTotal(
                        Optional.of(row.text("code")).filter(ReasonCode::isOne).map(ReasonCode::new),
                        row.text("reason"),
                        row.number("number"),
                        row.money("waived", currency)))
                .toList();
    }

    @Override
    public void refusals(Consumer<AuditEntry> use) {
        if (confidential) {
            new BooksQueries(em, currency, span).refusals(use);
        }
    }

    @Override
    public CollectionReport collection() {
        return CollectionReport.of(Optional.empty(), figures().fees(), Money.zero(currency));
    }

    @Override
    public void accounts(Consumer<AccountLine> use) {
        figures().accounts().forEach(use);
    }

    @Override
    public List<Closing> closings() {
        return new BooksQueries(em, currency, span).closings();
    }

    @Override
    public List<PostingSummary> postings() {
        return new BooksQueries(em, currency, span).postings();
    }

    @Override
    public void backdated(Consumer<JournalEntry> use) {
        each(
                Sql.of("j.trans_date < :from AND {recorded}")
                        .with("from", span.period().from())
                        .part("recorded", span.recorded("j.recorded_at")),
                use);
    }

    @Override
    public void recordedLater(Consumer<JournalEntry> use) {
        each(
                Sql.of("j.trans_date <= :to AND j.recorded_at >= :end")
                        .with("to", span.period().to())
                        .with("end", span.last().end()),
                use);
    }

    private void each(Sql where, Consumer<JournalEntry> use) {
        new DatedRowQueries(em, JournalIndex.RECORDED, where)
                .forEach(ids -> JournalRowView.entries(em, currency, ids).forEach(row -> use.accept(shown(row))));
    }

    @Override
    public BinderCheck check() {
        return check.get();
    }
}
