package org.openadmin.fees.spi.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportProblem.Reason;

/** Decides what becomes of the lines of a file. */
public final class LineOutcomes {

    private final Set<String> known;
    private final Map<AccountNumber, StudentSnapshot> accounts;
    private final Map<Money, Optional<AccountNumber>> owing;
    private final LocalDate today;
    private final Optional<LocalDate> closed;

    /**
     * @param known the fingerprints of the file that were imported before
     * @param accounts the accounts that exist, at least of those with a {@linkplain #codes pay code} and of those {@linkplain #owing owing}
     * @param owing the only account that owes exactly an amount
     * @param closed the last closed day
     */
    public LineOutcomes(
            Collection<String> known,
            Map<AccountNumber, StudentSnapshot> accounts,
            Map<Money, Optional<AccountNumber>> owing,
            LocalDate today,
            Optional<LocalDate> closed) {
        this.known = Set.copyOf(known);
        this.accounts = Map.copyOf(accounts);
        this.owing = Map.copyOf(owing);
        this.today = today;
        this.closed = closed;
    }

    /** The accounts that are given in a file, and those of all pay codes in it. */
    public static Set<AccountNumber> codes(ImportedFile file) {
        Set<AccountNumber> codes = new HashSet<>();
        file.lines().forEach(line -> codes.addAll(codes(line)));
        return codes;
    }

    /** The account that is given in a line, or those of its pay codes. */
    public static Set<AccountNumber> codes(ImportedLine line) {
        return line.given().map(given -> Set.of(given.account())).orElseGet(() -> PayCode.in(line.text()).stream()
                .map(PayCode::account)
                .collect(Collectors.toSet()));
    }

    /** Who owes exactly an amount, for the amounts of the file; empty where several do. */
    public static Map<Money, Optional<AccountNumber>> owing(ImportedFile file, Collection<AccountBalance> balances) {
        Set<Money> amounts = new HashSet<>();
        file.lines().forEach(line -> amounts.add(line.amount()));
        Map<Money, Optional<AccountNumber>> owing = new HashMap<>();
        balances.stream()
                .filter(balance -> balance.due().isPositive() && amounts.contains(balance.due()))
                .forEach(balance ->
                        owing.merge(balance.due(), Optional.of(balance.student()), (one, another) -> Optional.empty()));
        return owing;
    }

    public List<ImportLine> of(List<ImportedLine> lines) {
        return lines.stream().map(this::of).toList();
    }

    private ImportLine of(ImportedLine line) {
        return line.given()
                .map(given -> given(line, Optional.ofNullable(accounts.get(given.account()))))
                .orElseGet(() -> ofBank(line));
    }

    private ImportLine given(ImportedLine line, Optional<StudentSnapshot> account) {
        Outcome outcome = known.contains(line.fingerprint())
                ? Outcome.KNOWN
                : account.isPresent() ? Outcome.CERTAIN : Outcome.UNCLAIMED;
        return new ImportLine(line.line(), line.day(), line.amount(), line.text(), outcome, account);
    }

    private ImportLine ofBank(ImportedLine line) {
        Optional<StudentSnapshot> account = Optional.empty();
        Outcome outcome = Outcome.UNCLAIMED;
        List<AccountNumber> written = existing(PayCode.writtenIn(line.text()));
        List<AccountNumber> codes = written.isEmpty() ? existing(PayCode.in(line.text())) : written;
        if (!line.amount().isPositive()) {
            outcome = Outcome.PAID_OUT;
        } else if (known.contains(line.fingerprint())) {
            outcome = Outcome.KNOWN;
        } else if (codes.size() == 1) {
            outcome = written.isEmpty() ? Outcome.SUGGESTED : Outcome.CERTAIN;
            account = Optional.of(accounts.get(codes.get(0)));
        } else if (codes.isEmpty()) {
            account = owing.getOrDefault(line.amount(), Optional.empty()).map(accounts::get);
            outcome = account.isPresent() ? Outcome.SUGGESTED : Outcome.UNCLAIMED;
        }
        return new ImportLine(line.line(), line.day(), line.amount(), line.text(), outcome, account);
    }

    private List<AccountNumber> existing(List<PayCode> codes) {
        return codes.stream()
                .map(PayCode::account)
                .filter(accounts::containsKey)
                .toList();
    }

    /** The new lines that cannot be recorded on their days, or whose account does not exist. */
    public List<ImportProblem> problems(List<ImportedLine> lines) {
        List<ImportProblem> problems = new ArrayList<>();
        for (ImportedLine line : lines) {
            if (!of(line).outcome().isNew()) {
                continue;
            }
            line.given()
                    .filter(given -> !accounts.containsKey(given.account()))
                    .ifPresent(given -> problems.add(new ImportProblem(
                            line.line(),
                            given.column(),
                            Reason.UNKNOWN_ACCOUNT,
                            given.account().toString())));
            if (line.day().isAfter(today)) {
                problems.add(new ImportProblem(
                        line.line(), line.dayColumn(), Reason.FUTURE, line.day().toString()));
            } else if (closed.filter(last -> !line.day().isAfter(last)).isPresent()) {
                problems.add(new ImportProblem(
                        line.line(), line.dayColumn(), Reason.CLOSED, line.day().toString()));
            }
        }
        return problems;
    }
}
