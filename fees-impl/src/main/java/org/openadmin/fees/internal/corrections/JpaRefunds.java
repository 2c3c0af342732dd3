package org.openadmin.fees.internal.corrections;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds refunds by their number or by the key of their request. */
@Component
public final class JpaRefunds implements Refunds {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaRefunds(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public Optional<JournalEntry> refund(Actor reader, RefundNumber number) {
        reader.require(Role.VIEW);
        return transactions.read(em -> entry(
                em,
                Sql.of("""
                SELECT j.id FROM fees_jrl j
                WHERE j.id = :number AND j.trans_type = :REFUND AND {is_account}
                """)
                        .part("is_account", PayerQueries.isAccount("j.studnum"))
                        .with("number", number.value())));
    }

    /** The subject of a refund is its student: the row is found over the index of the student's rows. */
    @Override
    public Optional<JournalEntry> refund(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        return transactions.read(em -> entry(
                em,
                Sql.of("""
                SELECT j.id FROM fees_correction c
                JOIN {journal} ON j.studnum = c.subject AND j.correction_id = c.id AND j.trans_type = :REFUND
                WHERE c.request_key = :key AND c.act = :act
                """)
                        .part("journal", JournalIndex.STUDENT.table())
                        .with("key", key.toString())
                        .with("act", CorrectionType.REFUND.code())));
    }

    private Optional<JournalEntry> entry(EntityManager em, Sql id) {
        List<Integer> ids = id.numbers(em);
        return JournalRowView.entries(em, settings.current().currency(), ids).stream()
                .findFirst();
    }
}
