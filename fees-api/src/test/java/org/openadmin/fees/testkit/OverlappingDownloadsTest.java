package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.imports.AlreadyImportedException;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.ImportRequest;

/** Whatever parts of an account's transactions are downloaded and imported, in whatever order: each transaction is imported once. */
class OverlappingDownloadsTest {

    private static final StudentNumber STUDENT = new StudentNumber(460);

    /**
     * @param amounts those of the transactions of ten days, few of them different, so that many are equal
     * @param downloads the first day of each download, which has three days
     */
    @Property(tries = 200)
    void eachTransactionIsImportedOnce(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 3) Integer> amounts,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 9) Integer> downloads) {
        MemoryOffice office = new MemoryOffice();
        office.enrol(STUDENT.value(), "Tremblay", "Inès", "9", "9A");
        List<Integer> covered = new ArrayList<>();
        for (int first : downloads) {
            post(office, file(amounts, first, first + 2));
            for (int day = first; day <= first + 2; day++) {
                covered.add(day);
            }
        }

        int expected = 0;
        for (int i = 0; i < amounts.size(); i++) {
            expected += covered.contains(i % 10) ? amounts.get(i) : 0;
        }
        Money balance = office.accounts().balance(STUDENT).balance();
        assertThat(balance.negated().amount().intValueExact()).isEqualTo(expected);
        assertThat(office.imports().list(CASHIER).stream()
                        .map(posted -> posted.total().amount().intValueExact())
                        .collect(Collectors.summingInt(Integer::intValue)))
                .isEqualTo(expected);
    }

    /** The transactions of some days, as a bank lists them: in the sequence in which they came. */
    private static ImportFile file(List<Integer> amounts, int first, int last) {
        StringBuilder text = new StringBuilder("Date,Amount,Description\n");
        for (int day = first; day <= Math.min(last, 9); day++) {
            for (int i = day; i < amounts.size(); i += 10) {
                text.append("2026-09-0%d,%d.00,%s\n"
                        .formatted(day + 1, amounts.get(i), PayCode.of(STUDENT))
                        .replace("2026-09-010", "2026-09-10"));
            }
        }
        return new ImportFile(ImportKind.BANK, "bank.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void post(MemoryOffice office, ImportFile file) {
        try {
            office.imports().post(new ImportRequest(RequestKey.fresh(), CASHIER, file, Map.of()));
        } catch (AlreadyImportedException | ImportRefusedException e) {
            // nothing new, or no transaction on these days
        }
    }
}
