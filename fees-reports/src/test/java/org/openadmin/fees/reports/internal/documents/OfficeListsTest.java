package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;
import static org.openadmin.fees.reports.internal.documents.OfficeLists.SEPTEMBER;
import static org.openadmin.fees.reports.internal.documents.OfficeLists.september;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;

/** What the lists of the office have in common. */
class OfficeListsTest {

    private final OfficeLists lists = new OfficeLists();
    private final DocumentSchool school = lists.school;

    @Test
    void aDayAListAndAMonthWithoutAnythingHaveAPageThatSaysSo() {
        school.summaries.put(SEPTEMBER, new MonthSummary(SEPTEMBER, List.of("GST"), List.of(), 0, money("0")));

        assertThat(lists.daySheet("day-sheet-none").page(1))
                .contains("No receipts", "Nothing was received or paid out on this day.", "Amount received $0.00");
        assertThat(lists.receivables("receivables-none").page(1)).contains("No students", "Balance $0.00");
        assertThat(lists.summary("summary-none").page(1)).contains("No transactions", "Net change $0.00");
    }

    @Test
    void aFrenchSchoolHasFrenchLists() {
        school.locale = Locale.CANADA_FRENCH;
        lists.voided(lists.received(1, 0, "1250.00", PaymentMethod.CHEQUE, "000123", "claire"), DAY);
        lists.received(2, 0, "10.00", PaymentMethod.CASH, "", "claire");
        lists.owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        school.summaries.put(SEPTEMBER, september());

        assertThat(lists.daySheet("day-sheet-french").page(1))
                .contains("Rapport de caisse", "8 septembre 2026", "1 reçu", "Préparé par anna")
                .contains("Reçu Élève comptant Chèque Total", "non compté", "Montant encaissé 10,00 $");
        assertThat(lists.receivables("receivables-french").run())
                .contains("1élève", "61à90jours", "Plusde90", "Solde75,00$", "Groupe-repère9A");
        assertThat(lists.summary("summary-french").page(1))
                .contains("Sommaire mensuel", "septembre 2026", "1 234 opérations", "Dispenses –15,45")
                .contains("Variation nette –1 200,75 $", "Compte 4010");
    }

    @Test
    void withoutARoleThereIsNoList() {
        Actor eve = new Actor("eve", Set.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().daySheet(eve, DAY, out)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> school.reports().receivables(eve, DAY, out)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> school.reports().summary(eve, SEPTEMBER, out)).isInstanceOf(NotAllowedException.class);
        assertThat(out.size()).isZero();
    }
}
