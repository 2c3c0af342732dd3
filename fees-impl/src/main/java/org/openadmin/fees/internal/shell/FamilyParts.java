package org.openadmin.fees.internal.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.Receipt;

/** The charges that one payment for several accounts settles, by account. */
final class FamilyParts {

    private final List<AccountNumber> accounts;

    /** @param accounts in the sequence of the command */
    FamilyParts(List<AccountNumber> accounts) {
        this.accounts = accounts;
    }

    /** Every outstanding charge. If the payment is sent again, those that it settled the first time. */
    List<Part> all(FeeAccounts service, Optional<Receipt> earlier) {
        List<Charge> charges = earlier.map(Receipt::settled)
                .orElseGet(() -> service.outstanding(accounts).values().stream()
                        .flatMap(List::stream)
                        .toList());
        return parts(charges, Set.of());
    }

    /** These charges. One of nobody in the command is left with the first account, so that the service refuses it. */
    List<Part> of(Set<ChargeId> chosen, FeeAccounts service) {
        List<Charge> found = service.charges(chosen);
        Set<ChargeId> others = new TreeSet<>(chosen);
        found.stream()
                .filter(charge -> accounts.contains(charge.student().number()))
                .forEach(charge -> others.remove(charge.id()));
        return parts(found, others);
    }

    private List<Part> parts(List<Charge> charges, Set<ChargeId> others) {
        Map<AccountNumber, Set<ChargeId>> byAccount = new LinkedHashMap<>();
        accounts.forEach(account -> byAccount.put(account, new HashSet<>()));
        byAccount.get(accounts.get(0)).addAll(others);
        for (Charge charge : charges) {
            Optional.ofNullable(byAccount.get(charge.student().number())).ifPresent(own -> own.add(charge.id()));
        }
        List<Part> parts = new ArrayList<>();
        byAccount.forEach((account, own) -> {
            if (!own.isEmpty()) {
                parts.add(new Part(account, own));
            }
        });
        return parts;
    }
}
