package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.DiscriminatorValue;
import javax.persistence.Entity;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.internal.billing.AssessmentStore;

/** A charge. Rows are made by the set-based insert of {@link AssessmentStore}, never one by one. */
@Entity
@DiscriminatorValue("chg")
class ChargeRow extends JournalRow {

    /** What to select of the journal under the name {@code j} for a query in SQL. */
    static final String COLUMNS =
            "j.id, j.trans_type, j.studnum, j.trans_date, j.name, j.description, j.subtotal, j.total,"
                    + " j.tax1, j.tax1_name, j.tax2, j.tax2_name, j.tax3, j.tax3_name, j.tax4, j.tax4_name, j.paid_id, j.batch_id,"
                    + " j.student_name, j.student_grade, j.student_homeroom, j.recorded_at, j.recorded_by, j.request_key";

    @Column(updatable = false)
    BigDecimal subtotal;

    @Column(updatable = false)
    BigDecimal tax1;

    @Column(name = "tax1_name", updatable = false)
    String tax1Name;

    @Column(updatable = false)
    BigDecimal tax2;

    @Column(name = "tax2_name", updatable = false)
    String tax2Name;

    @Column(updatable = false)
    BigDecimal tax3;

    @Column(name = "tax3_name", updatable = false)
    String tax3Name;

    @Column(updatable = false)
    BigDecimal tax4;

    @Column(name = "tax4_name", updatable = false)
    String tax4Name;

    /** The row that settled the charge, null while it is outstanding: the only column that is ever updated. */
    @Column(name = "paid_id")
    Integer settledBy;

    @Column(name = "batch_id", updatable = false)
    Integer batch;

    Charge toRecord(Currency currency, StudentLookup today) {
        List<Tax> taxes = new ArrayList<>();
        addTax(taxes, tax1Name, tax1, currency);
        addTax(taxes, tax2Name, tax2, currency);
        addTax(taxes, tax3Name, tax3, currency);
        addTax(taxes, tax4Name, tax4, currency);
        return new Charge(
                new ChargeId(id),
                studentOfRecord(today),
                day(),
                text(name),
                text(description),
                money(subtotal == null ? total : subtotal, currency),
                taxes,
                money(total, currency),
                Optional.ofNullable(batch).map(BatchNumber::new));
    }

    /** Adds a tax when there is one: with an amount, or named and zero. */
    static void addTax(List<Tax> taxes, String name, BigDecimal amount, Currency currency) {
        if (amount != null && (amount.signum() != 0 || name != null && !name.isEmpty())) {
            taxes.add(new Tax(text(name), Money.of(amount, currency)));
        }
    }

    private static Money money(BigDecimal column, Currency currency) {
        return column == null ? Money.zero(currency) : Money.of(column, currency);
    }
}
