package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** Reads the transfers of charges to payers. */
final class TransferStore {

    /**
     * A transfer that was not taken back.
     *
     * @param charge the student's charge
     * @param row the row that settled it
     * @param account the student's
     * @param payers the payer's charge
     */
    record Transferred(ChargeId charge, long row, AccountNumber account, PayerNumber payer, ChargeId payers) {}

    private final EntityManager em;

    TransferStore(EntityManager em) {
        this.em = em;
    }

    /** The day on which a charge is due. */
    Optional<LocalDate> due(ChargeId charge) {
        return Sql.of("SELECT {day} AS day FROM fees_jrl j WHERE j.id = :charge")
                .part("day", SqlDates.of("COALESCE(j.due_date, j.trans_date)"))
                .with("charge", charge.value())
                .rows(em)
                .stream()
                .flatMap(row -> row.day("day").stream())
                .findFirst();
    }

    /** The transfer of a charge, given by the student's charge or by the payer's. */
    Optional<Transferred> find(ChargeId charge) {
        return Sql.of("""
                SELECT c.id, x.id AS transfer, c.studnum, p.studnum AS payer, p.id AS payers
                FROM fees_jrl c
                JOIN fees_jrl x ON x.id = c.paid_id AND x.trans_type = :TRANSFER AND x.origin_id = c.id
                JOIN fees_jrl p ON p.origin_id = c.id AND p.correction_id = x.correction_id AND p.trans_type = :CHARGE
                WHERE c.trans_type = :CHARGE AND (c.id = :charge OR c.id = (
                  SELECT f.origin_id FROM fees_jrl f WHERE f.id = :charge AND f.trans_type = :CHARGE AND f.studnum < 0))
                  AND (c.id = :charge OR p.id = :charge)
                """).with("charge", charge.value()).rows(em).stream()
                .map(row -> new Transferred(
                        new ChargeId(row.number("id")),
                        row.number("transfer"),
                        AccountNumber.ofJournal(row.integer("studnum")),
                        new PayerNumber(-row.integer("payer")),
                        new ChargeId(row.number("payers"))))
                .findFirst();
    }

    /** The accounts that a charge was ever transferred from and to, given by the student's charge or by a payer's. */
    List<AccountNumber> accounts(ChargeId charge) {
        return Sql.of("""
                SELECT c.studnum FROM fees_jrl c WHERE c.id = :charge
                UNION SELECT o.studnum FROM fees_jrl c JOIN fees_jrl o ON o.id = c.origin_id WHERE c.id = :charge
                UNION SELECT p.studnum FROM fees_jrl p WHERE p.origin_id = :charge AND p.trans_type = :CHARGE
                """).with("charge", charge.value()).numbers(em).stream()
                .map(AccountNumber::ofJournal)
                .toList();
    }

    /** Whether a correction transferred a charge to this payer. */
    boolean isFor(int correction, Transfer request) {
        return Sql.of("""
                SELECT COUNT(*) FROM fees_jrl c
                WHERE c.origin_id = :charge AND c.correction_id = :correction AND c.trans_type = :CHARGE AND c.studnum = :payer
                """)
                        .with("charge", request.charge().value())
                        .with("correction", correction)
                        .with("payer", request.payer().journalNumber())
                        .count(em)
                > 0;
    }
}
