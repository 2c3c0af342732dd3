package org.openadmin.fees.reports.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.SEPTEMBER;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.receipt;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.rows;
import static org.openadmin.fees.reports.internal.lists.ExportSchool.sheets;

import java.io.OutputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.reports.internal.documents.DepositedSchool;
import org.openadmin.fees.testkit.JournalRow;

/** The Excel workbooks: typed cells, the words of the school, and the rows of the CSV files. */
class ExportedWorkbooksTest {

    private final ExportSchool school = new ExportSchool();

    /** In a French office. */
    @Test
    void aWorkbookHasTypedCellsAndTheWordsOfTheSchool() {
        school.locale = Locale.CANADA_FRENCH;
        StudentNumber student = school.documents.student(100, "Tremblay", "Inès");
        long lab = school.documents.journal.charge(student, DAY, "=Labo", "3-05", "24.95", "GST 1.25");
        school.documents.journal.pay(student, DAY, 7, "26.20", lab);

        Sheets sheets = sheets(out -> school.exports.journal(CLERK, JournalQuery.everything(), ListFormat.XLSX, out));

        assertThat(sheets.names()).containsExactly("Journal");
        assertThat(sheets.header())
                .startsWith("Date", "Numéro", "Type", "Numéro d’élève", "Élève", "Niveau", "Groupe-repère")
                .endsWith("Sous-total", "TPS", "TVP", "Autres taxes", "Total", "Échéance", "Code de motif");
        assertThat(sheets.size()).isEqualTo(3);
        int charge = sheets.row(1).contains("3-05") ? 1 : 2;
        int payment = 3 - charge;
        assertThat(sheets.cell(charge, "Date").asDate()).isEqualTo(DAY.atStartOfDay());
        assertThat(sheets.cell(charge, "Total").asNumber()).isEqualTo("26.20");
        assertThat(sheets.cell(charge, "Nom").asString()).isEqualTo("=Labo");
        assertThat(sheets.cell(charge, "Description").asString()).isEqualTo("3-05");
        assertThat(sheets.type(charge, "Description")).isEqualTo(CellType.STRING);
        assertThat(sheets.cell(charge, "Type").asString()).isEqualTo("Frais");
        assertThat(sheets.cell(payment, "Référence").asString()).isEqualTo("000123");
        assertThat(sheets.cell(payment, "Mode de paiement").asString()).isEqualTo("Chèque");
        assertThat(sheets.cell(payment, "Nom").asString()).isEqualTo("Paiement");
        assertThat(sheets.cell(payment, "Description").asString()).isEqualTo("=Labo");
        assertThat(sheets.cell(payment, "Total").asNumber()).isEqualTo("-26.20");
        assertThat(sheets.type(payment, "Réglé par")).isEqualTo(CellType.EMPTY);
    }

    @Test
    void eachListIsAWorkbookWithTheRowsOfItsCsv() {
        StudentNumber student = school.documents.student(100, "Tremblay", "Inès");
        long lab = school.documents.journal.charge(student, DAY, "Lab", "", "10.00");
        school.documents.journal.pay(student, DAY, 7, "4.00", lab);
        school.documents.keep(receipt(7));
        school.overview.creditOnlyStudents = 1_200;
        school.overview.creditOnly = money("20.50");
        school.months.summary = new MonthSummary(SEPTEMBER, List.of("GST"), List.of(), 2, money("6.00"));
        Map<String, BiConsumer<ListFormat, OutputStream>> lists = new LinkedHashMap<>();
        lists.put("Monthly summary", (format, out) -> school.exports.summary(CLERK, SEPTEMBER, format, out));
        lists.put("Transactions", (format, out) -> school.exports.transactions(CLERK, SEPTEMBER, format, out));
        lists.put("Journal", (format, out) -> school.exports.journal(CLERK, JournalQuery.everything(), format, out));
        lists.put("Receipts", (format, out) -> school.exports.receipts(CLERK, ReceiptQuery.everything(), format, out));
        lists.put(
                "Account statement",
                (format, out) -> school.exports.statement(
                        new StatementRequest(CLERK, student, DAY, DAY.plusDays(1)), format, out));
        lists.put("All transactions", (format, out) -> school.exports.history(CLERK, student, format, out));
        lists.put("Aged receivables", (format, out) -> school.exports.receivables(CLERK, DAY, format, out));
        school.documents.classes.add(
                JournalRow.charge("Trip", "5.00").student(new StudentSnapshot(student, "Tremblay, Inès", "9", "9A")));
        CollectionQuery trip =
                new CollectionQuery("Trip", GroupKind.HOMEROOM, GroupDay.CHARGE, CollectionPeriod.always());
        lists.put(
                "Collection",
                (format, out) -> school.exports.collection(CLERK, CollectionPeriod.always(), format, out));
        lists.put(
                "Students charged",
                (format, out) -> school.exports.chargedStudents(CLERK, trip, Optional.of("9A"), format, out));
        lists.put("Class list", (format, out) -> school.exports.classList(CLERK, trip, "9A", format, out));
        lists.put(
                "Audit log",
                (format, out) -> school.exports.audit(
                        new Actor("head", EnumSet.of(Role.ADMIN)), AuditQuery.everything(), format, out));
        DepositNumber deposit =
                DepositedSchool.deposit(school.documents.till, "Roy").number();
        lists.put("Cheques of the deposit", (format, out) -> school.exports.cheques(CLERK, deposit, format, out));
        lists.put("Invoice run", (format, out) -> school.exports.run(CLERK, new RunNumber(1), format, out));

        lists.forEach((title, list) -> {
            List<CSVRecord> rows = rows(out -> list.accept(ListFormat.CSV, out));
            Sheets sheets = sheets(out -> list.accept(ListFormat.XLSX, out));

            assertThat(sheets.names()).containsExactly(title);
            assertThat(sheets.size()).as(title).isEqualTo(rows.size() + 1);
            assertThat(sheets.header()).as(title).hasSize(rows.get(0).size());
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = sheets.row(row + 1);
                for (int column = 0; column < cells.size(); column++) {
                    assertThat(cells.get(column).isEmpty())
                            .as(title + ", row " + row + ", " + sheets.header().get(column))
                            .isEqualTo(rows.get(row).get(column).isEmpty());
                }
            }
        });
        assertThat(sheets(out -> school.exports.receivables(CLERK, DAY, ListFormat.XLSX, out))
                        .cell(1, "Student")
                        .asString())
                .isEqualTo("Students with credit only: 1200");
    }

    @Test
    void aWorkbookCallsAWaiverAnAdjustmentForThoseWhoMayNotSeeIt() {
        StudentNumber student = school.documents.student(100, "Tremblay", "Inès");
        long lab = school.documents.journal.charge(student, DAY, "Lab", "", "10.00");
        school.documents.journal.lift(EntryKind.WAIVER, DAY, lab, "hardship");
        Actor viewer = new Actor("vera", Set.of(Role.VIEW));

        assertThat(kinds(viewer)).contains("Adjustment").doesNotContain("Waiver");
        assertThat(kinds(CLERK)).contains("Waiver").doesNotContain("Adjustment");
    }

    private List<String> kinds(Actor reader) {
        Sheets sheets = sheets(out -> school.exports.journal(reader, JournalQuery.everything(), ListFormat.XLSX, out));
        return List.of(sheets.cell(1, "Kind").asString(), sheets.cell(2, "Kind").asString());
    }
}
