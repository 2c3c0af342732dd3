package org.openadmin.fees.internal.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.persistence.RequestedRow;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/** A predefined fee. Its tax flags are those of the configured taxes, in their order. */
@Entity
@Table(name = "fees_predefined")
class PredefinedRow extends RequestedRow {

    private static final Set<String> NOT_SET = Set.of("", "N", "n", "f", "0");
    private static final String SET = "Y";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    String description;

    @Column(updatable = false)
    BigDecimal amount;

    /** In percent; null if it is an amount. */
    @Column(updatable = false)
    BigDecimal discount;

    @Column(name = "discount_amount", updatable = false)
    BigDecimal discountAmount;

    /** 1 if the amount includes the taxes, otherwise null. */
    @Column(name = "tax_included", updatable = false)
    Integer taxIncluded;

    @Column(name = "tax1_flag", updatable = false)
    String tax1;

    @Column(name = "tax2_flag", updatable = false)
    String tax2;

    @Column(name = "tax3_flag", updatable = false)
    String tax3;

    @Column(name = "tax4_flag", updatable = false)
    String tax4;

    @Column(name = "group_name", updatable = false)
    String groupName;

    @Column(name = "group_value", updatable = false)
    String groupValue;

    @Column(updatable = false)
    String profile;

    @Column(name = "due_date", updatable = false)
    LocalDate dueDate;

    @Column(name = "due_days", updatable = false)
    Integer dueDays;

    /** Null if it is one charge. */
    @Column(name = "part_count", updatable = false)
    Integer partCount;

    @Column(name = "part_every", updatable = false)
    String partEvery;

    /** Of this row alone; another predefined fee with the same name may have a lower one. */
    @Column(name = "year_limit", updatable = false)
    BigDecimal yearLimit;

    @Column(name = "period_first", updatable = false)
    LocalDate periodFirst;

    @Column(name = "period_last", updatable = false)
    LocalDate periodLast;

    /** @param slots the configured taxes in their order, empty where the fee does not have the tax */
    static PredefinedRow from(AddRequest request, List<Optional<TaxRate>> slots, Instant now) {
        PredefinedRow row = new PredefinedRow();
        row.requested(request.key(), request.actor(), now);
        row.name = request.fee().name();
        row.description = request.fee().description();
        row.amount = request.fee().amount().amount();
        if (request.fee().discount() instanceof Discount.Amount off) {
            row.discountAmount = off.amount().amount();
        } else if (request.fee().discount() instanceof Discount.Percent off) {
            row.discount = off.percent();
        }
        row.taxIncluded = request.fee().taxesIncluded() ? 1 : null;
        List<String> flags =
                slots.stream().map(slot -> slot.isPresent() ? SET : "").toList();
        row.tax1 = flags.get(0);
        row.tax2 = flags.get(1);
        row.tax3 = flags.get(2);
        row.tax4 = flags.get(3);
        if (request.audience().orElse(null) instanceof Audience.Group group) {
            row.groupName = group.kind().keyword();
            row.groupValue = group.text();
        } else if (request.audience().orElse(null) instanceof Audience.Profile named) {
            row.profile = named.name();
        }
        request.due().ifPresent(row::due);
        row.partCount = request.parts().map(Instalments::count).orElse(null);
        row.partEvery = request.parts().map(parts -> parts.every().code()).orElse(null);
        row.yearLimit = request.terms().yearLimit().map(Money::amount).orElse(null);
        row.periodFirst = request.terms().period().map(FeePeriod::first).orElse(null);
        row.periodLast = request.terms().period().map(FeePeriod::last).orElse(null);
        return row;
    }

    private void due(Due due) {
        if (due instanceof Due.On on) {
            dueDate = on.day();
        } else if (due instanceof Due.After after) {
            dueDays = after.days();
        }
    }

    PredefinedFee toRecord(Settings settings, int charges) {
        List<String> flags = Stream.of(tax1, tax2, tax3, tax4)
                .map(flag -> flag == null ? "" : flag.strip())
                .toList();
        List<String> taxes = IntStream.range(
                        0, Math.min(flags.size(), settings.taxes().size()))
                .filter(i -> !NOT_SET.contains(flags.get(i)))
                .mapToObj(settings.taxNames()::get)
                .toList();
        int scale = Math.max(settings.currency().getDefaultFractionDigits(), 0);
        if (amount == null) {
            throw new InvalidInputException(Field.AMOUNT, Problem.MISSING, "");
        }
        Fee fee = new Fee(
                cleaned(name),
                cleaned(description),
                Money.of(amount.setScale(scale, RoundingMode.HALF_UP), settings.currency()),
                discount(settings),
                taxes,
                taxIncluded != null && taxIncluded != 0);
        return new PredefinedFee(new PredefinedFeeId(id), fee, audience(), due(), charges, parts(), terms(settings));
    }

    private Discount discount(Settings settings) {
        return discountAmount != null
                ? new Discount.Amount(Money.of(discountAmount, settings.currency()))
                : new Discount.Percent(discount == null ? BigDecimal.ZERO : discount);
    }

    /** An old name can have invisible characters, which are refused in a new one. */
    private static String cleaned(String column) {
        return column == null ? "" : TextRules.cleaned(column);
    }

    /** A profile overrides a group. */
    private Optional<Audience> audience() {
        if (isThere(profile)) {
            return Optional.of(new Audience.Profile(profile));
        }
        return isThere(groupName) && isThere(groupValue)
                ? Optional.of(Audience.Group.parse(GroupKind.parse(groupName), groupValue))
                : Optional.empty();
    }

    private Optional<Due> due() {
        return dueDate != null
                ? Optional.of(new Due.On(dueDate))
                : Optional.ofNullable(dueDays).map(Due.After::new);
    }

    private Optional<Instalments> parts() {
        return partCount == null
                ? Optional.empty()
                : Every.find(partEvery).map(every -> new Instalments(partCount, every));
    }

    private FeeTerms terms(Settings settings) {
        return new FeeTerms(
                Optional.ofNullable(yearLimit).map(limit -> Money.of(limit, settings.currency())),
                FeePeriod.of(Optional.ofNullable(periodFirst), Optional.ofNullable(periodLast)));
    }

    private static boolean isThere(String column) {
        return column != null && !column.isBlank();
    }
}
