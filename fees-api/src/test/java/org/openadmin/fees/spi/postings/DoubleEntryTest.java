package org.openadmin.fees.spi.postings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.postings.MissingAccount;
import org.openadmin.fees.api.postings.PostingEntry;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingLine.Side;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.PostedBooks;

class DoubleEntryTest {

    private static final Money ZERO = Money.zero(Kit.CAD);

    private static DoubleEntry.Result entries(
            AccountCodes codes, List<PostedRows> rows, TreeMap<LocalDate, Money> open) {
        return new DoubleEntry(codes, Locale.CANADA, ZERO).of(rows, open);
    }

    private static PostedRows rows(EntryKind kind, String total, Tax... taxes) {
        return new PostedRows(DAY, kind, "Lab fee", Optional.empty(), List.of(taxes), cad(total));
    }

    @Property(tries = 300)
    void theDebitsOfEachDayAreItsCreditsWhateverTheRows(@ForAll long seed) {
        Random random = new Random(seed);
        List<PostedRows> rows = new ArrayList<>();
        TreeMap<LocalDate, Money> open = new TreeMap<>();
        TreeMap<LocalDate, Money> totals = new TreeMap<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            LocalDate day = DAY.plusDays(random.nextInt(5));
            PostedRows some = new PostedRows(
                    day,
                    EntryKind.values()[random.nextInt(EntryKind.values().length)],
                    random.nextBoolean() ? "Lab fee" : "lab FEE",
                    random.nextBoolean() ? Optional.of(PaymentMethod.CASH) : Optional.empty(),
                    List.of(new Tax("GST", amount(random)), new Tax("QST", amount(random))),
                    amount(random));
            rows.add(some);
            totals.merge(day, some.total(), Money::plus);
            if (some.kind().rearranges()) {
                // the rows of such an act have one date and add up to zero
                rows.add(new PostedRows(
                        day,
                        some.kind(),
                        some.name(),
                        some.method(),
                        List.of(),
                        some.total().negated()));
                totals.merge(day, some.total().negated(), Money::plus);
            }
            if (random.nextBoolean()) {
                open.merge(DAY.plusDays(random.nextInt(6)), amount(random), Money::plus);
            }
        }

        List<PostingLine> lines = entries(PostedBooks.ACCOUNTS, rows, open).lines();

        PostingEntry.of(lines).forEach(entry -> assertThat(entry.lines().size()).isGreaterThan(1));
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(6)); day = day.plusDays(1)) {
            assertThat(sum(lines, day, Side.RECEIVABLE)).isEqualTo(open.getOrDefault(day, ZERO));
            assertThat(sum(lines, day, Side.RECEIVABLE).plus(sum(lines, day, Side.CREDIT)))
                    .isEqualTo(totals.getOrDefault(day, ZERO));
        }
        assertThat(lines).noneMatch(line -> line.amount().isZero());
    }

    private static Money amount(Random random) {
        return Money.of(BigDecimal.valueOf(random.nextInt(20_001) - 10_000, 2), Kit.CAD);
    }

    private static Money sum(List<PostingLine> lines, LocalDate day, Side side) {
        return lines.stream()
                .filter(line -> line.date().equals(day) && line.side() == side)
                .map(PostingLine::amount)
                .reduce(ZERO, Money::plus);
    }

    @Test
    void aMissingAccountIsNamedOnceByTheKeyThatWouldAddIt() {
        DoubleEntry.Result result = entries(
                AccountCodes.none(),
                List.of(
                        rows(EntryKind.CHARGE, "10.00", new Tax("GST", cad("0.50"))),
                        rows(EntryKind.CHARGE, "20.00"),
                        rows(EntryKind.WAIVER, "-5.00"),
                        rows(EntryKind.ROUNDING, "0.02"),
                        rows(EntryKind.OTHER, "1.00"),
                        rows(EntryKind.VOID, "7.00")),
                new TreeMap<>());

        assertThat(result.missing())
                .extracting(MissingAccount::toString)
                .containsExactly(
                        "account.charge (Lab fee)",
                        "account.credit",
                        "account.other",
                        "account.receivable",
                        "account.rounding",
                        "account.tax.GST",
                        "account.void");
    }

    @Test
    void anAccountThatNothingIsPostedToIsNotMissing() {
        DoubleEntry.Result result = entries(
                new AccountCodes(
                        Map.of(EntryKind.CHARGE, "4000"),
                        Map.of(),
                        Map.of(),
                        new AccountCodes.Books("1210", "", "", Map.of(), Map.of())),
                List.of(rows(EntryKind.CHARGE, "10.00", new Tax("GST", cad("0.00")))),
                new TreeMap<>(Map.of(DAY, cad("10.00"))));

        assertThat(result.missing()).isEmpty();
        assertThat(result.debits(ZERO)).isEqualTo(cad("10.00"));
    }

    @Test
    void aLongNameFitsItsColumn() {
        PostedRows charge = new PostedRows(
                DAY, EntryKind.REVERSAL, "\uD83D\uDE00".repeat(255), Optional.empty(), List.of(), cad("-1.00"));

        assertThat(entries(PostedBooks.ACCOUNTS, List.of(charge), new TreeMap<>())
                        .lines())
                .allSatisfy(line -> assertThat(
                                line.text().codePointCount(0, line.text().length()))
                        .isLessThanOrEqualTo(255));
    }
}
