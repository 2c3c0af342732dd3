package org.openadmin.fees.ui.internal.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.spi.Settings;

/** The choice of the first step as texts, and back. */
final class ChoiceText {

    private static final String TAX_SEPARATOR = " ";
    private static final String DISCOUNT = "reduction";
    private static final String INCLUDED = "included";

    private ChoiceText() {}

    static Map<String, String> of(FeeStep.Choice choice) {
        Fee fee = choice.fee();
        Map<String, String> texts = new HashMap<>();
        choice.predefined().ifPresent(kept -> texts.put("predefined", kept.id().toString()));
        texts.put("name", fee.name());
        texts.put("description", fee.description());
        texts.put("amount", fee.amount().amount().toPlainString());
        texts.put(DISCOUNT, fee.discount().text());
        texts.put(INCLUDED, String.valueOf(fee.taxesIncluded()));
        texts.put("taxes", String.join(TAX_SEPARATOR, fee.taxes()));
        texts.put("date", choice.date().toString());
        texts.put(
                "due",
                choice.due() instanceof Due.After after
                        ? String.valueOf(after.days())
                        : choice.dueDate().toString());
        return texts;
    }

    /**
     * @param catalogue finds the predefined fee; it may have been deleted in the meantime
     * @throws RuntimeException if the texts are not valid under the current configuration
     */
    static FeeStep.Choice read(
            Map<String, String> texts,
            Settings settings,
            Function<PredefinedFeeId, Optional<PredefinedFee>> catalogue) {
        Optional<PredefinedFee> predefined = Optional.ofNullable(texts.get("predefined"))
                .map(PredefinedFeeId::parse)
                .flatMap(catalogue);
        List<String> taxes = List.of(texts.get("taxes").split(TAX_SEPARATOR)).stream()
                .filter(settings.taxNames()::contains)
                .toList();
        Fee fee = new Fee(
                texts.get("name"),
                texts.get("description"),
                Money.parse(texts.get("amount"), settings.currency()),
                discount(texts, settings),
                taxes,
                Boolean.parseBoolean(texts.get(INCLUDED)));
        return new FeeStep.Choice(predefined, fee, LocalDate.parse(texts.get("date")), due(texts, settings));
    }

    /** A choice that was saved by an earlier version has a percentage under another name. */
    private static Discount discount(Map<String, String> texts, Settings settings) {
        return texts.containsKey(DISCOUNT)
                ? Discount.parse(texts.get(DISCOUNT), settings.currency())
                : new Discount.Percent(new BigDecimal(texts.get("discount")));
    }

    /** A choice that was saved by an earlier version has none. */
    private static Due due(Map<String, String> texts, Settings settings) {
        String text = texts.getOrDefault("due", String.valueOf(settings.dueDays()));
        return text.contains("-") ? new Due.On(LocalDate.parse(text)) : Due.parseDays(text);
    }
}
