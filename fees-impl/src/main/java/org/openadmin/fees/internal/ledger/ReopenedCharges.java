package org.openadmin.fees.internal.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The charges that a valid receipt lists as paid and that became outstanding again when another payment was voided. A charge that
 * its payment no longer settles was either opened by a void or reversed; the money of a reversed one became credit. In old data
 * a charge may be unsettled for other reasons, so an old receipt counts only if a payment of its student was voided.
 */
final class ReopenedCharges {

    private final EntityManager em;
    private final Map<Integer, List<ChargeId>> byReceipt = new HashMap<>();

    /** A charge that a receipt lists and does not settle. */
    private record Unsettled(JournalRowView receipt, JournalRowView charge) {}

    /** @param listed the charges that each of these receipts lists, in number order */
    ReopenedCharges(EntityManager em, Map<JournalRowView, List<JournalRowView>> listed) {
        this.em = em;
        List<Unsettled> unsettled = new ArrayList<>();
        listed.forEach((receipt, charges) -> charges.stream()
                .filter(charge -> !receipt.isVoided() && charge.isChargeOf(receipt))
                .filter(charge -> !charge.isSettledBy(receipt.id()))
                .forEach(charge -> unsettled.add(new Unsettled(receipt, charge))));
        withVoid(notReversed(unsettled)).forEach(each -> byReceipt
                .computeIfAbsent(each.receipt().id(), id -> new ArrayList<>())
                .add(new ChargeId(each.charge().id())));
    }

    /** Those of one receipt, in number order. */
    List<ChargeId> of(JournalRowView receipt) {
        return byReceipt.getOrDefault(receipt.id(), List.of());
    }

    private List<Unsettled> notReversed(List<Unsettled> unsettled) {
        List<Long> settling = unsettled.stream()
                .flatMap(each -> each.charge().settledBy().stream().boxed())
                .distinct()
                .toList();
        if (settling.isEmpty()) {
            return unsettled;
        }
        Set<Long> reversals = Sql.of("SELECT j.id FROM fees_jrl j WHERE j.id IN (:ids) AND j.trans_type = :REVERSAL")
                .with("ids", settling)
                .numbers(em)
                .stream()
                .map(Integer::longValue)
                .collect(Collectors.toSet());
        return unsettled.stream()
                .filter(each -> each.charge().settledBy().stream().noneMatch(reversals::contains))
                .toList();
    }

    private List<Unsettled> withVoid(List<Unsettled> unsettled) {
        List<Integer> ofOldReceipts = unsettled.stream()
                .map(Unsettled::receipt)
                .filter(receipt -> !receipt.isRecordedHere())
                .map(JournalRowView::student)
                .flatMap(Optional::stream)
                .map(AccountNumber::journalNumber)
                .distinct()
                .toList();
        if (ofOldReceipts.isEmpty()) {
            return unsettled;
        }
        Set<Integer> voided = Set.copyOf(Sql.of("""
                SELECT DISTINCT j.studnum FROM {journal}
                WHERE j.studnum IN (:students) AND j.trans_type = :VOID
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .with("students", ofOldReceipts)
                .numbers(em));
        return unsettled.stream()
                .filter(each -> each.receipt().isRecordedHere()
                        || each.receipt()
                                .student()
                                .filter(student -> voided.contains(student.journalNumber()))
                                .isPresent())
                .toList();
    }
}
