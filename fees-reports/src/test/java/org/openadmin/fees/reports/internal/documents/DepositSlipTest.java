package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.TillSettings;
import org.openadmin.fees.testkit.Kit;

/** The deposit slip: what goes to the bank, where it came from, and who signs. */
class DepositSlipTest {

    private static final Actor BOB = new Actor("bob", EnumSet.of(Role.CASHIER));

    private final DocumentSchool school = new DocumentSchool();

    @Test
    void itShowsCashByNotesAndCoinsTheChequesAndTheTotals() {
        DepositedSchool.deposit(school.till, "Roy", "Aubé");
        school.deposits = new TillSettings(List.of(), true, List.of("Prairie Credit Union", "Account 100-200-3"));

        PdfPages pages = slip(1, "deposit-slip");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Deposit slip", "$67.00", "Paid into: Prairie Credit Union, Account 100-200-3")
                .containsSubsequence("Cash", "2 receipts in cash 20.00", "Receipts 1, 3", "Refund 5 –2.00")
                .containsSubsequence("Over or short: claire", "–1.00", "Roy")
                .containsSubsequence("Notes and coins", "1 × 10.00 10.00", "1 × 5.00 5.00", "1 × 2.00 2.00")
                .containsSubsequence("Cheques", "2 Roy, Roy 25.00", "4 Aubé, Aubé 25.00")
                .containsSubsequence("Cash of the receipts 18.00", "Over or short –1.00", "Cash 17.00")
                .containsSubsequence("2 cheques 50.00", "Total $67.00")
                .contains("Made by: claire", "Not yet verified.");
    }

    @Test
    void whoVerifiedItIsNamed() {
        DepositNumber number = DepositedSchool.deposit(school.till, "Roy").number();
        school.till.deposits().verify(new VerifyDepositRequest(RequestKey.fresh(), BOB, number));

        assertThat(slip(1, "deposit-slip-verified").page(1))
                .contains("Verified by: bob")
                .doesNotContain("Not yet");
    }

    @Test
    void whereNobodyVerifiesItSaysSo() {
        school.till.configure(Kit.settings().withTill(TillSettings.of(Kit.CAD).withVerify(false)));
        DepositedSchool.deposit(school.till, "Roy");

        assertThat(slip(1, "deposit-slip-alone").page(1)).contains("Not verified by another person.");
    }

    @Test
    void aCounterDepositNamesWhatItTakesBack() {
        Deposit deposit = DepositedSchool.deposit(school.till, "Roy");
        school.till
                .deposits()
                .takeBack(new CounterDepositRequest(
                        RequestKey.fresh(), BOB, deposit.number(), true, "Not taken to the bank"));

        assertThat(slip(2, "deposit-slip-counter").page(1))
                .contains("Counter-deposit of", "Takes back deposit 1: Not taken to the bank", "–$32.00");
        assertThat(slip(1, "deposit-slip-taken-back").page(1)).contains("Taken back, wholly or in part, by deposit 2.");
        assertThat(deposit.summary().total()).isEqualTo(cad("32.00"));
    }

    @Test
    void withoutARoleOrADepositThereIsNoSlip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().depositSlip(NOBODY, new DepositNumber(1), out))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> school.reports().depositSlip(CLERK, new DepositNumber(1), out))
                .isInstanceOf(UnknownDepositException.class);
        assertThat(out.size()).isZero();
    }

    static Stream<Arguments> specimens() {
        return Stream.of(Locale.CANADA, Locale.CANADA_FRENCH).flatMap(locale -> Stream.of(Paper.values())
                .flatMap(paper -> Stream.of(1, 12, 60).map(cheques -> Arguments.of(locale, paper, cheques))));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void everyChequeIsThereOnceOnEitherPaperAndInEitherLanguage(Locale locale, Paper paper, int cheques) {
        school.locale = locale;
        school.paper = paper;
        String[] names = new String[cheques];
        for (int i = 0; i < cheques; i++) {
            names[i] = "Élève-au-long-nom".repeat(i % 5 == 4 ? 3 : 1) + " (" + (i + 1) + ")";
        }
        DepositedSchool.deposit(school.till, names);

        byte[] pdf = pdf(1);
        PdfPages pages = PdfPages.of(pdf, "../specimens/deposit-slip-" + cheques + "-" + locale + "-" + paper);

        assertThat(pages.width()).isEqualTo(paper == Paper.A4 ? 595f : 612f);
        assertThat(PageInk.of(pdf).faults()).isEmpty();
        assertThat(PageInk.of(pdf).sizes()).isSubsetOf(Set.of(8.5f, 10f, 20f));
        String all = String.join("\n", pages.texts());
        for (int i = 2; i <= cheques; i++) {
            assertThat(all).contains("(" + i + "), ");
        }
        if (cheques == 12) {
            assertThat(PdfArchive.objections(pdf)).isEmpty();
        }
    }

    private PdfPages slip(int number, String file) {
        return PdfPages.of(pdf(number), file);
    }

    private byte[] pdf(int number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().depositSlip(CLERK, new DepositNumber(number), out);
        return out.toByteArray();
    }
}
