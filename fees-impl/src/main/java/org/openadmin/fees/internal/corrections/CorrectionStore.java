package org.openadmin.fees.internal.corrections;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.internal.ledger.SplitCharge;
import org.openadmin.fees.internal.ledger.SplitRows;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The record of corrections: each request and its result. */
public final class CorrectionStore {

    /**
     * The values that each row added by a correction takes from it.
     *
     * @param correction the number of the correction
     * @param entryKind the kind of the rows
     */
    public record Stamp(int correction, CorrectionRequest request, Instant now, EntryKind entryKind) {

        String kind() {
            return entryKind.code();
        }

        /** The same for rows of another kind. */
        Stamp as(EntryKind other) {
            return new Stamp(correction, request, now, other);
        }

        String recordedAt() {
            return UtcTimestamp.text(now);
        }

        String recordedBy() {
            return request.actor().name();
        }
    }

    private final EntityManager em;
    private final Currency currency;
    private final ReturnStore returns;
    private final SplitRows splits;
    private final TransferStore transfers;

    public CorrectionStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
        returns = new ReturnStore(em, currency);
        splits = new SplitRows(em, currency);
        transfers = new TransferStore(em);
    }

    /**
     * The correction of a request with this key, if there was one.
     *
     * @throws RequestKeyReusedException when the key was used for another correction, a payment or an assessment
     */
    public Optional<Correction> find(CorrectionRequest request) {
        Optional<CorrectionRow> row = row(request.key());
        boolean reused = row.isPresent() ? !row.get().isFor(request, currency) : usedElsewhere(request.key());
        if (reused
                || request instanceof ReturnPayment returned
                        && !row.map(r -> returns.isFor(r.id, returned)).orElse(true)
                || request instanceof MoveCredit move
                        && !row.map(r -> new MoveStore(em).isFor(r.id, move)).orElse(true)
                || request instanceof Split split
                        && !row.map(r -> isFor(split, made(r))).orElse(true)
                || request instanceof Transfer transfer
                        && !row.map(r -> transfers.isFor(r.id, transfer)).orElse(true)) {
            throw new RequestKeyReusedException(request.key());
        }
        return row.map(this::toRecord);
    }

    private Correction toRecord(CorrectionRow row) {
        return row.toRecord(currency, returns.result(row.id), made(row));
    }

    private List<SplitPart> made(CorrectionRow row) {
        CorrectionType type = CorrectionType.of(row.act);
        boolean splits = type == CorrectionType.SPLIT
                || type == CorrectionType.PUT_TOGETHER
                || type == CorrectionType.WAIVE && row.rows > 1;
        return splits ? this.splits.made(new ChargeId(row.subject), row.id) : List.of();
    }

    /** Whether a charge was split into these parts. */
    private boolean isFor(Split split, List<SplitPart> made) {
        SplitCharge charge = splits.charge(split.charge());
        return made.size() == split.parts().count()
                && made.stream()
                        .map(SplitPart::total)
                        .toList()
                        .equals(split.parts().totals(charge.total()))
                && made.stream()
                        .map(SplitPart::due)
                        .toList()
                        .equals(split.parts().days(charge.due()));
    }

    /** The correction of a request with this key, whatever it corrected. */
    Optional<Correction> find(RequestKey key) {
        return row(key).map(this::toRecord);
    }

    private Optional<CorrectionRow> row(RequestKey key) {
        return em.createQuery("SELECT c FROM CorrectionRow c WHERE c.requestKey = :key", CorrectionRow.class)
                .setParameter("key", key.toString())
                .getResultStream()
                .findFirst();
    }

    private boolean usedElsewhere(RequestKey key) {
        return !Sql.of("""
                SELECT id FROM fees_jrl WHERE request_key = :key
                UNION ALL
                SELECT id FROM fees_batch WHERE request_key = :key
                """).with("key", key.toString()).values(em).isEmpty();
    }

    /** Records the request and its result. */
    public Stamp record(CorrectionRequest request, Correction answer, Instant now) {
        CorrectionRow row = new CorrectionRow();
        row.requested(request.key(), request.actor(), now);
        row.act = CorrectionType.of(request).code();
        row.subject = Math.toIntExact(CorrectionType.subject(request));
        row.date = request.date();
        row.reason = request.reason();
        row.students = CorrectionRow.students(request);
        row.rows = answer.rows();
        row.total = answer.amount().amount();
        row.reopened = answer.reopened();
        row.reopenedTotal = answer.reopenedTotal().amount();
        row.toCredit = answer.toCredit().amount();
        row.goods = CorrectionRow.goods(request);
        row.reasonCode = CorrectionRow.reasonCode(request);
        row.otherReceipts = answer.otherReceipts().isEmpty()
                ? null
                : answer.otherReceipts().stream().map(Object::toString).collect(Collectors.joining(" "));
        em.persist(row);
        em.flush();
        return new Stamp(row.id, request, now, CorrectionType.of(request).kind());
    }
}
