package org.openadmin.fees.internal.accounts;

import java.io.OutputStream;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FamilyAccounts;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.internal.ledger.AccountHolderQueries;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.ReceiptRenderer;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts that a parents' portal may show. Every query is limited to the family's student numbers. */
@Component
public final class JpaFamilyAccounts implements FamilyAccounts {

    private static final int MAX_STUDENTS = 50;
    private static final int MAX_RECEIPTS = 100;

    private final Transactions transactions;
    private final FeesSettings settings;
    private final ReceiptRenderer receipts;

    @Activate
    public JpaFamilyAccounts(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference ReceiptRenderer receipts) {
        this.transactions = transactions;
        this.settings = settings;
        this.receipts = receipts;
    }

    @Override
    public List<FamilyAccount> of(Collection<? extends AccountNumber> students) {
        Set<AccountNumber> family = family(students);
        if (family.isEmpty()) {
            return List.of();
        }
        Currency currency = settings.current().currency();
        return transactions.read(em -> {
            Map<AccountNumber, AccountHolder> holders = new AccountHolderQueries(em).find(family);
            AccountQueries accounts = new AccountQueries(em, currency);
            Map<AccountNumber, AccountBalance> balances = accounts.balances(holders.keySet());
            Map<AccountNumber, List<Charge>> outstanding = accounts.outstanding(family);
            Map<AccountNumber, List<Receipt>> latest = new ReceiptQueries(em, currency)
                    .latest(family, MAX_RECEIPTS).stream().collect(Collectors.groupingBy(receipt -> receipt.student()
                            .number()));
            return holders.values().stream()
                    .map(AccountHolder::student)
                    .map(student -> new FamilyAccount(
                            student,
                            balances.get(student.number()),
                            outstanding.getOrDefault(student.number(), List.of()),
                            latest.getOrDefault(student.number(), List.of())))
                    .toList();
        });
    }

    /** Finds the receipt by number and student: old data may have a number twice, once for another family. */
    @Override
    public void receipt(Collection<? extends AccountNumber> students, ReceiptNumber number, OutputStream out) {
        Set<AccountNumber> family = family(students);
        Settings current = settings.current();
        List<Receipt> theirs = transactions.read(em -> new ReceiptQueries(em, current.currency()).find(number, family));
        if (theirs.isEmpty()) {
            throw new UnknownReceiptException(number);
        }
        receipts.draw(theirs, true, current, out);
    }

    private static Set<AccountNumber> family(Collection<? extends AccountNumber> students) {
        Set<AccountNumber> family = new TreeSet<>(students);
        if (family.size() > MAX_STUDENTS) {
            throw new InvalidInputException(Field.STUDENT, Problem.TOO_LONG, String.valueOf(family.size()));
        }
        return family;
    }
}
