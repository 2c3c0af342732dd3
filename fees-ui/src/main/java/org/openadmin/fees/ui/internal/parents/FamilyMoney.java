package org.openadmin.fees.ui.internal.parents;

import java.util.Locale;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.LocalFormat;
import org.openadmin.fees.spi.Settings;

/** Amounts with their currency, as the school writes them on its documents, in the language of the page. */
final class FamilyMoney {

    private final LocalFormat format;

    FamilyMoney(Locale language, Settings settings) {
        format = new LocalFormat(
                new Locale(language.getLanguage(), settings.locale().getCountry()), settings.currency());
    }

    String format(Money amount) {
        return format.amount(amount);
    }
}
