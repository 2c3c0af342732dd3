package org.openadmin.fees.internal.payers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunRefusedException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.ledger.SplitCharge;
import org.openadmin.fees.internal.ledger.SplitRows;
import org.openadmin.fees.internal.ledger.SplitRows.Act;
import org.openadmin.fees.internal.ledger.SplitRows.Joining;
import org.openadmin.fees.internal.ledger.TransferRows;
import org.openadmin.fees.internal.ledger.TransferRows.Returned;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.spi.Settings;

/** What is left to undo of a cover run, and the rows that undo it. */
final class CoverUndoStore {

    /**
     * What undoes a run.
     *
     * @param parts by charge, the parts that are put together again
     */
    record Left(List<Returned> returned, Money total, Map<ChargeId, List<ChargeId>> parts) {

        /** How many rows of the journal undo it. */
        int rows() {
            return 2 * returned.size()
                    + parts.values().stream().mapToInt(each -> each.size() + 1).sum();
        }
    }

    private final EntityManager em;
    private final Settings settings;
    private final Currency currency;

    CoverUndoStore(EntityManager em, Settings settings) {
        this.em = em;
        this.settings = settings;
        currency = settings.currency();
    }

    /** The accounts of a run. */
    Collection<AccountNumber> accounts(CoverRunNumber run) {
        Set<AccountNumber> accounts = new TreeSet<>();
        Sql.of("""
                SELECT c.studnum AS payer, o.studnum
                FROM fees_cover_use u STRAIGHT_JOIN fees_jrl c ON c.id = u.charge_id STRAIGHT_JOIN fees_jrl o ON o.id = c.origin_id
                WHERE u.correction_id = :run
                """).with("run", run.value()).rows(em).forEach(row -> {
            accounts.add(AccountNumber.ofJournal(row.integer("payer")));
            accounts.add(AccountNumber.ofJournal(row.integer("studnum")));
        });
        return accounts;
    }

    /**
     * The transfers of a run that are still in effect.
     *
     * @throws CoverRunRefusedException if a payer has paid one of the charges
     */
    Left left(CoverRunNumber run) {
        List<Returned> returned = new ArrayList<>();
        Money total = Money.zero(currency);
        for (Row row : transfers(run)) {
            boolean open = row.isNull("settled_by");
            boolean paid = row.text("settled_by").equals(EntryKind.PAYMENT.code());
            if (paid && !row.flag("at_once")) {
                throw CoverRunRefusedException.paid(
                        run, new PayerNumber(-row.integer("studnum")), new ReceiptNumber(row.number("receipt")));
            }
            if (open || paid) {
                returned.add(new Returned(
                        new ChargeId(row.number("charge")),
                        row.number("transfer"),
                        new ChargeId(row.number("payers"))));
                total = total.plus(row.money("amount", currency));
            }
        }
        return new Left(returned, total, parts(run, returned));
    }

    private List<Row> transfers(CoverRunNumber run) {
        return Sql.of("""
                SELECT c.origin_id AS charge, o.paid_id AS transfer, c.id AS payers, c.studnum, u.amount, s.trans_type AS settled_by,
                  COALESCE(s.correction_id = u.correction_id, 0) AS at_once, s.paid_id AS receipt
                FROM fees_cover_use u STRAIGHT_JOIN fees_jrl c ON c.id = u.charge_id STRAIGHT_JOIN fees_jrl o ON o.id = c.origin_id
                LEFT JOIN fees_jrl s ON s.id = c.paid_id
                WHERE u.correction_id = :run ORDER BY u.charge_id
                """).with("run", run.value()).rows(em);
    }

    /** The charges of which all parts will be outstanding. */
    private Map<ChargeId, List<ChargeId>> parts(CoverRunNumber run, List<Returned> returned) {
        Set<ChargeId> back = returned.stream().map(Returned::charge).collect(Collectors.toSet());
        Map<ChargeId, List<ChargeId>> parts = new LinkedHashMap<>();
        Set<ChargeId> settled = new TreeSet<>();
        Sql.of("""
                SELECT w.whole, p.id, CASE WHEN p.paid_id <> 0 THEN 1 ELSE 0 END AS settled
                FROM (SELECT DISTINCT o.origin_id AS whole
                  FROM fees_cover_use u STRAIGHT_JOIN fees_jrl c ON c.id = u.charge_id
                  STRAIGHT_JOIN fees_jrl o ON o.id = c.origin_id AND o.correction_id = u.correction_id
                  WHERE u.correction_id = :run) w
                STRAIGHT_JOIN fees_jrl p ON p.origin_id = w.whole AND p.correction_id = :run AND p.trans_type = :CHARGE
                ORDER BY w.whole, p.part_number
                """).with("run", run.value()).rows(em).forEach(row -> {
            ChargeId whole = new ChargeId(row.number("whole"));
            ChargeId part = new ChargeId(row.number("id"));
            parts.computeIfAbsent(whole, none -> new ArrayList<>()).add(part);
            if (row.flag("settled") && !back.contains(part)) {
                settled.add(whole);
            }
        });
        parts.keySet().removeAll(settled);
        return parts;
    }

    /** Adds the rows that undo a run. The accounts must be locked. */
    void undo(Left left, Act act) {
        if (!left.returned().isEmpty()) {
            new TransferRows(em, settings.locale(), act).takeBack(left.returned());
        }
        if (!left.parts().isEmpty()) {
            SplitRows splits = new SplitRows(em, currency);
            List<Joining> joined = splits.charges(left.parts().keySet()).stream()
                    .map((SplitCharge whole) -> {
                        List<ChargeId> parts = left.parts().get(whole.id());
                        return new Joining(whole, parts, parts.get(0));
                    })
                    .toList();
            splits.putTogether(joined, act);
        }
    }
}
