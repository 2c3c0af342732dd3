package org.openadmin.fees.internal.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.internal.imports.ImportStore.Taken;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.ImportedFile;
import org.openadmin.fees.spi.imports.LineOutcomes;

/** Looks up what decides what becomes of the transactions of a file. */
final class ImportPreviewQueries {

    private final EntityManager em;
    private final Settings settings;
    private final LocalDate today;

    ImportPreviewQueries(EntityManager em, Settings settings, LocalDate today) {
        this.em = em;
        this.settings = settings;
        this.today = today;
    }

    ImportPreview preview(ImportFile file, ImportedFile read, Map<String, Taken> taken) {
        List<String> known = taken.entrySet().stream()
                .filter(each -> each.getValue().known())
                .map(Map.Entry::getKey)
                .toList();
        Set<AccountNumber> wanted = new TreeSet<>(LineOutcomes.codes(read));
        Map<Money, Optional<AccountNumber>> owing = owing(read, known);
        owing.values().forEach(account -> account.ifPresent(wanted::add));
        LineOutcomes outcomes = new LineOutcomes(known, existing(wanted), owing, today, new ClosedPeriod(em).lastDay());
        List<ImportProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(outcomes.problems(read.lines()));
        return new ImportPreview(file, outcomes.of(read.lines()), problems, earlier(file, taken));
    }

    /** Reads all balances only where there is a new transaction without a pay code. */
    private Map<Money, Optional<AccountNumber>> owing(ImportedFile read, Collection<String> known) {
        boolean needed = read.lines().stream()
                .anyMatch(line -> line.amount().isPositive()
                        && !known.contains(line.fingerprint())
                        && LineOutcomes.codes(line).isEmpty());
        return needed ? LineOutcomes.owing(read, new AccountQueries(em, settings.currency()).balances()) : Map.of();
    }

    /** Those of these accounts that exist: in the student records, among the payers, or with a name in the journal. */
    Map<AccountNumber, StudentSnapshot> existing(Set<AccountNumber> wanted) {
        Map<AccountNumber, StudentSnapshot> found = new HashMap<>();
        new HostStudents(em).find(wanted).forEach((number, student) -> found.put(number, student.snapshot()));
        Set<AccountNumber> others = wanted.stream()
                .filter(number -> !found.containsKey(number))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            JournalStudentLookup journal = new JournalStudentLookup(em, others);
            others.stream()
                    .map(journal::snapshot)
                    .filter(account -> !account.name().isEmpty())
                    .forEach(account -> found.put(account.number(), account));
        }
        return found;
    }

    private Optional<PostedImport> earlier(ImportFile file, Map<String, Taken> taken) {
        ImportStore store = new ImportStore(em, settings.currency());
        Optional<Integer> last =
                taken.values().stream().filter(Taken::known).map(Taken::last).max(Integer::compare);
        return last.isEmpty()
                ? Optional.empty()
                : store.ofFile(file.digest()).or(() -> store.find(new ImportNumber(last.get())));
    }
}
