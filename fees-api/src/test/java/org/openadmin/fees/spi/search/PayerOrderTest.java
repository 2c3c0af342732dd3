package org.openadmin.fees.spi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;

class PayerOrderTest {

    private static List<String> sorted(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> payer(i + 1, names[i]))
                .sorted(PayerOrder.BY_NAME)
                .map(Payer::name)
                .toList();
    }

    private static Payer payer(int number, String name) {
        return new Payer(new PayerNumber(number), 1, PayerKind.SPONSOR, PayerDetails.named(name), true);
    }

    @Test
    void numbersInNamesAreSortedByTheirValue() {
        assertThat(sorted("Band 11", "Band 7", "band 39")).containsExactly("Band 7", "Band 11", "band 39");
    }

    @Test
    void caseAndAccentsMakeNoDifference() {
        assertThat(sorted("Zed", "École", "agency", "Eagle")).containsExactly("agency", "Eagle", "École", "Zed");
    }

    @Test
    void eachWordIsFoundInTheNameOrTheNumber() {
        Payer payer = payer(12, "École du Nord");

        assertThat(Stream.of("ecole", "NORD p12", "  du  ")).allMatch(typed -> PayerOrder.matches(payer, typed));
        assertThat(Stream.of("ecole P13", "sud")).noneMatch(typed -> PayerOrder.matches(payer, typed));
    }
}
