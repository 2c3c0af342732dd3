package org.openadmin.fees.internal.payers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.spi.CoverPlan;
import org.openadmin.fees.spi.CoverPlan.Open;
import org.openadmin.fees.spi.CoverPlan.Use;

/** Reads what a cover run depends on, in a few statements for any number of charges. */
final class CoverRunQueries {

    private final EntityManager em;
    private final Currency currency;
    private final AccountQueries accounts;

    CoverRunQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
        accounts = new AccountQueries(em, currency);
    }

    /**
     * What a run would do.
     *
     * @param payer the payer whose covers are used; empty for all
     * @param mayOwe whether each payer may owe
     */
    CoverRunPlan plan(
            LocalDate today, List<Cover> usable, Optional<PayerNumber> payer, Map<PayerNumber, Boolean> mayOwe) {
        Set<StudentNumber> students = students(usable, payer);
        List<Cover> covers = usable.stream()
                .filter(cover -> students.contains(cover.terms().student()))
                .toList();
        Money zero = Money.zero(currency);
        if (covers.isEmpty()) {
            return CoverPlan.of(today, List.of(), payer, List.of(), Map.of(), List.of(), Map.of(), zero);
        }
        Set<PayerNumber> payers =
                covers.stream().map(cover -> cover.terms().payer()).collect(Collectors.toSet());
        List<PayerNumber> funds =
                payers.stream().filter(each -> !mayOwe.getOrDefault(each, true)).toList();
        Map<PayerNumber, Money> credit = new HashMap<>();
        if (!funds.isEmpty()) {
            accounts.balances(funds).forEach((fund, balance) -> credit.put((PayerNumber) fund, balance.credit()));
        }
        return CoverPlan.of(today, covers, payer, open(students), given(payers, students), uses(covers), credit, zero);
    }

    /** The students of a payer's covers, or of all. */
    static Set<StudentNumber> students(Collection<Cover> covers, Optional<PayerNumber> payer) {
        return covers.stream()
                .map(Cover::terms)
                .filter(terms ->
                        payer.filter(only -> !only.equals(terms.payer())).isEmpty())
                .map(terms -> terms.student())
                .collect(Collectors.toSet());
    }

    private List<Open> open(Set<StudentNumber> students) {
        List<Charge> charges = accounts.outstanding(students).values().stream()
                .flatMap(List::stream)
                .toList();
        if (charges.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Row>> lines = lines(charges.stream().map(Charge::id).toList());
        return charges.stream()
                .map(charge -> open(charge, lines.get(charge.id().value())))
                .toList();
    }

    /** @param line the charge and those that it came from */
    private Open open(Charge charge, List<Row> line) {
        Money base = charge.total();
        boolean rest = true;
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < line.size(); i++) {
            ids.add(line.get(i).number("id"));
            rest = rest && i > 0 ? line.get(i - 1).flag("of_run") : rest;
            base = rest && i > 0 ? line.get(i).money("total", currency) : base;
        }
        return new Open(charge, line.get(line.size() - 1).day("day").orElse(Dates.UNKNOWN), base, ids);
    }

    private Map<Long, List<Row>> lines(List<ChargeId> charges) {
        Map<Long, List<Row>> lines = new HashMap<>();
        Sql.of("""
                WITH RECURSIVE line AS (
                  SELECT c.id AS charge, c.id, c.origin_id, 0 AS depth
                  FROM JSON_TABLE(:charges, '$[*]' COLUMNS (id INT PATH '$')) s STRAIGHT_JOIN fees_jrl c ON c.id = s.id
                  UNION ALL
                  SELECT l.charge, o.id, o.origin_id, l.depth + 1 FROM line l STRAIGHT_JOIN fees_jrl o ON o.id = l.origin_id)
                SELECT l.charge, l.id, {day} AS day, c.total, COALESCE(k.act = 'cover', 0) AS of_run
                FROM line l STRAIGHT_JOIN fees_jrl c ON c.id = l.id LEFT JOIN fees_correction k ON k.id = c.correction_id
                ORDER BY l.charge, l.depth
                """)
                .part("day", SqlDates.of("c.trans_date"))
                .with("charges", charges.stream().map(ChargeId::toString).collect(Collectors.joining(",", "[", "]")))
                .rows(em)
                .forEach(row -> lines.computeIfAbsent(row.number("charge"), none -> new ArrayList<>())
                        .add(row));
        return lines;
    }

    /** The charges that each payer was given before, and those of which a run left a rest; without runs that were undone. */
    private Map<PayerNumber, Set<Long>> given(Set<PayerNumber> payers, Set<StudentNumber> students) {
        Map<PayerNumber, Set<Long>> given = new HashMap<>();
        Sql.of("""
                SELECT j.studnum, p.origin_id, CASE WHEN k.act = 'cover' THEN o.origin_id END AS whole
                FROM {journal}
                STRAIGHT_JOIN fees_jrl p ON p.id = j.id
                STRAIGHT_JOIN fees_jrl o ON o.id = p.origin_id AND o.studnum IN (:students)
                LEFT JOIN fees_correction k ON k.id = o.correction_id
                LEFT JOIN fees_correction u ON u.act = 'uncover' AND u.subject = p.correction_id
                WHERE j.studnum IN (:payers) AND j.trans_type = :CHARGE AND u.id IS NULL
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .with("students", students.stream().map(StudentNumber::value).toList())
                .with("payers", payers.stream().map(PayerNumber::journalNumber).toList())
                .rows(em)
                .forEach(row -> {
                    Set<Long> charges =
                            given.computeIfAbsent(new PayerNumber(-row.integer("studnum")), none -> new HashSet<>());
                    charges.add(row.number("origin_id"));
                    if (!row.isNull("whole")) {
                        charges.add(row.number("whole"));
                    }
                });
        return given;
    }

    private List<Use> uses(List<Cover> covers) {
        List<Long> limited = covers.stream()
                .filter(cover -> cover.terms().yearLimit().isPresent())
                .map(cover -> cover.number().value())
                .toList();
        if (limited.isEmpty()) {
            return List.of();
        }
        return Sql.of("""
                SELECT u.cover_id, {day} AS day, SUM(u.amount) AS amount
                FROM fees_cover_use u STRAIGHT_JOIN fees_jrl c ON c.id = u.charge_id
                LEFT JOIN fees_jrl s ON s.id = c.paid_id AND s.trans_type IN (:TRANSFER, :REVERSAL)
                WHERE u.cover_id IN (:covers) AND s.id IS NULL
                GROUP BY u.cover_id, u.charged
                """).part("day", SqlDates.of("u.charged")).with("covers", limited).rows(em).stream()
                .map(row -> new Use(
                        new CoverNumber(row.number("cover_id")),
                        row.day("day").orElseThrow(),
                        row.money("amount", currency)))
                .toList();
    }

    /** Whether each payer may owe. */
    Map<PayerNumber, Boolean> mayOwe() {
        Map<PayerNumber, Boolean> mayOwe = new LinkedHashMap<>();
        Sql.of("SELECT p.id, p.may_owe FROM fees_payer p")
                .rows(em)
                .forEach(row -> mayOwe.put(new PayerNumber(row.integer("id")), row.flag("may_owe")));
        return mayOwe;
    }
}
