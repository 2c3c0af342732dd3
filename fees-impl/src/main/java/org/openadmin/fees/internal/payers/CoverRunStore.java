package org.openadmin.fees.internal.payers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRun.Undone;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.CoverRunPlan.Transfer;
import org.openadmin.fees.internal.ledger.SplitCharge;
import org.openadmin.fees.internal.ledger.SplitRows;
import org.openadmin.fees.internal.ledger.SplitRows.Act;
import org.openadmin.fees.internal.ledger.SplitRows.Splitting;
import org.openadmin.fees.internal.ledger.TransferRows;
import org.openadmin.fees.internal.ledger.TransferRows.Given;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.CoverPlan;
import org.openadmin.fees.spi.Settings;

/** The cover runs: each is a correction, with the charges of payers that it made in the table fees_cover_use. */
final class CoverRunStore {

    static final String RUN = "cover";
    static final String UNDO = "uncover";

    /** A correction with a request key, or something else that has it. */
    record Recorded(long id, String act, long subject) {}

    private final EntityManager em;
    private final Settings settings;
    private final Currency currency;

    CoverRunStore(EntityManager em, Settings settings) {
        this.em = em;
        this.settings = settings;
        currency = settings.currency();
    }

    Optional<Recorded> recorded(RequestKey key) {
        return Sql.of("""
                SELECT id, act, subject FROM fees_correction WHERE request_key = :key
                UNION ALL SELECT id, '', 0 FROM fees_jrl WHERE request_key = :key
                UNION ALL SELECT id, '', 0 FROM fees_batch WHERE request_key = :key
                """).with("key", key.toString()).rows(em).stream()
                .map(row -> new Recorded(row.number("id"), row.text("act"), row.number("subject")))
                .findFirst();
    }

    Optional<CoverRun> find(CoverRunNumber number) {
        return select(Sql.of("k.id = :number").with("number", number.value()), 0, 1).stream()
                .findFirst();
    }

    List<CoverRun> list(int offset, int limit) {
        return select(Sql.of("TRUE"), offset, limit);
    }

    private List<CoverRun> select(Sql where, int offset, int limit) {
        return Sql.of("""
                SELECT k.id, {day} AS day, k.subject, k.recorded_by, COUNT(u.charge_id) AS transfers, SUM(u.amount) AS total,
                  {undone} AS undone, x.reopened, x.reopened_total
                FROM fees_correction k
                LEFT JOIN fees_cover_use u ON u.correction_id = k.id
                LEFT JOIN fees_correction x ON x.act = 'uncover' AND x.subject = k.id
                WHERE k.act = 'cover' AND {where}
                GROUP BY k.id ORDER BY k.id DESC LIMIT :limit OFFSET :offset
                """)
                .part("day", SqlDates.of("k.trans_date"))
                .part("undone", SqlDates.of("x.trans_date"))
                .part("where", where)
                .with("limit", limit)
                .with("offset", offset)
                .rows(em)
                .stream()
                .map(this::run)
                .toList();
    }

    private CoverRun run(Row row) {
        int payer = row.integer("subject");
        return new CoverRun(
                new CoverRunNumber(row.number("id")),
                row.day("day").orElseThrow(),
                payer == 0 ? Optional.empty() : Optional.of(new PayerNumber(payer)),
                row.integer("transfers"),
                row.money("total", currency),
                row.text("recorded_by"),
                row.day("undone")
                        .map(day -> new Undone(day, row.integer("reopened"), row.money("reopened_total", currency))));
    }

    /**
     * Records a run or what undoes it.
     *
     * @param subject the payer of a run, or zero; the run that is undone
     * @param rows how many rows of the journal it adds
     */
    Act record(
            String act,
            RequestKey key,
            Actor actor,
            long subject,
            String reason,
            LocalDate date,
            int rows,
            Undone back,
            Instant now) {
        int id = Sql.of("""
                INSERT INTO fees_correction (request_key, act, subject, trans_date, reason, journal_rows, total, reopened,
                  reopened_total, to_credit, recorded_at, recorded_by)
                VALUES (:key, :act, :subject, :date, :reason, :rows, 0, :reopened, :reopened_total, 0, :now, :user)
                RETURNING id
                """)
                .with("key", key.toString())
                .with("act", act)
                .with("subject", subject)
                .with("date", date)
                .with("reason", reason)
                .with("rows", rows)
                .with("reopened", back.charges())
                .with("reopened_total", back.total().amount())
                .with("now", UtcTimestamp.text(now))
                .with("user", actor.name())
                .count(em);
        return new Act(id, date, reason, UtcTimestamp.text(now), actor.name());
    }

    /** How many rows of the journal a run adds. */
    static int rows(CoverRunPlan plan, List<PayerNumber> funds) {
        int split = CoverPlan.byCharge(plan).values().stream()
                .map(CoverPlan::parts)
                .filter(parts -> parts.size() > 1)
                .mapToInt(parts -> parts.size() + 1)
                .sum();
        return split + 2 * plan.transfers().size() + funds.size();
    }

    /**
     * Adds the rows of a run. The accounts must be locked.
     *
     * @param funds those that pay at once
     */
    void add(CoverRunPlan plan, List<PayerNumber> funds, Act act) {
        Map<ChargeId, List<Transfer>> byCharge = CoverPlan.byCharge(plan);
        SplitRows splits = new SplitRows(em, currency);
        Map<ChargeId, SplitCharge> charges = new LinkedHashMap<>();
        splits.charges(byCharge.keySet()).forEach(charge -> charges.put(charge.id(), charge));
        Map<ChargeId, List<ChargeId>> parts = split(splits, charges, byCharge, act);
        LocalDate usual = plan.date().plusDays(settings.dueDays());
        List<Given> given = new ArrayList<>();
        List<String> uses = new ArrayList<>();
        byCharge.forEach((charge, transfers) -> {
            LocalDate due = charges.get(charge).due();
            for (int i = 0; i < transfers.size(); i++) {
                Transfer transfer = transfers.get(i);
                ChargeId part = parts.getOrDefault(charge, List.of(charge)).get(i);
                given.add(new Given(part, transfer.payer(), due.isAfter(usual) ? due : usual));
                uses.add("[" + part + "," + transfer.cover().number() + ",\"" + transfer.charged() + "\"]");
            }
        });
        TransferRows rows = new TransferRows(em, settings.locale(), act);
        rows.add(given);
        use(uses, act);
        funds.forEach(fund -> rows.payFromCredit(fund, settings.payments().firstReceipt()));
    }

    /** Splits the charges of which payers get a part, and returns the parts of each. */
    private Map<ChargeId, List<ChargeId>> split(
            SplitRows splits, Map<ChargeId, SplitCharge> charges, Map<ChargeId, List<Transfer>> byCharge, Act act) {
        List<Splitting> all = new ArrayList<>();
        byCharge.forEach((charge, transfers) -> {
            List<Money> totals = CoverPlan.parts(transfers);
            if (totals.size() > 1) {
                SplitCharge whole = charges.get(charge);
                all.add(new Splitting(whole, totals, Collections.nCopies(totals.size(), whole.due())));
            }
        });
        if (all.isEmpty()) {
            return Map.of();
        }
        splits.split(all, act);
        Map<ChargeId, List<ChargeId>> parts = new LinkedHashMap<>();
        Sql.of("""
                SELECT c.origin_id, c.id
                FROM JSON_TABLE(:charges, '$[*]' COLUMNS (id INT PATH '$')) s
                STRAIGHT_JOIN fees_jrl c ON c.origin_id = s.id AND c.correction_id = :correction AND c.trans_type = :CHARGE
                ORDER BY c.origin_id, c.part_number
                """)
                .with(
                        "charges",
                        all.stream()
                                .map(each -> each.charge().id().toString())
                                .collect(Collectors.joining(",", "[", "]")))
                .with("correction", act.correction())
                .rows(em)
                .forEach(row -> parts.computeIfAbsent(new ChargeId(row.number("origin_id")), none -> new ArrayList<>())
                        .add(new ChargeId(row.number("id"))));
        return parts;
    }

    private void use(List<String> uses, Act act) {
        int added = Sql.of("""
                INSERT INTO fees_cover_use (charge_id, cover_id, correction_id, charged, amount)
                SELECT p.id, g.cover, p.correction_id, g.charged, p.total
                FROM JSON_TABLE(:uses, '$[*]' COLUMNS (id INT PATH '$[0]', cover INT PATH '$[1]', charged DATE PATH '$[2]')) g
                STRAIGHT_JOIN fees_jrl p ON p.origin_id = g.id AND p.correction_id = :correction AND p.trans_type = :CHARGE AND p.studnum < 0
                """)
                .with("uses", uses.stream().collect(Collectors.joining(",", "[", "]")))
                .with("correction", act.correction())
                .update(em);
        if (added != uses.size()) {
            throw new IllegalStateException(
                    "The database recorded " + added + " of " + uses.size() + " covered charges");
        }
    }
}
