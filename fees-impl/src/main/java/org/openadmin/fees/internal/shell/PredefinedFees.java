package org.openadmin.fees.internal.shell;

import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.spi.search.NearestNames;

/** The predefined fee that a command names. */
final class PredefinedFees {

    private static final int NEAREST = 3;

    private PredefinedFees() {}

    /**
     * The fee with this name, ignoring case, or with this number.
     *
     * @throws UnknownFeeException if there is none, with the nearest names
     * @throws InvalidInputException if several have this name, so that one has to be named by its number
     */
    static PredefinedFee find(FeeCatalogue catalogue, String given) {
        List<PredefinedFee> all = catalogue.list();
        List<PredefinedFee> named = all.stream()
                .filter(each -> ValueList.isSame(each.fee().name(), given.strip()))
                .toList();
        if (named.size() > 1) {
            throw new InvalidInputException(
                    Field.PREDEFINED,
                    Problem.AMBIGUOUS,
                    given,
                    named.get(0).id().toString());
        }
        return named.stream()
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.id().toString().equals(given.strip()))
                        .findFirst())
                .orElseThrow(() -> new UnknownFeeException(
                        given,
                        NearestNames.of(
                                given,
                                all.stream()
                                        .map(each -> each.fee().name())
                                        .distinct()
                                        .toList(),
                                NEAREST)));
    }
}
