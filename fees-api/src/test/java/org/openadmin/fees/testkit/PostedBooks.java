package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingLine.Side;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.AccountCodes.Books;
import org.openadmin.fees.testkit.SchoolDesk.Sums;

/** The books of a school that imports every posting: its accounts, and what is on them. */
public final class PostedBooks {

    /** Accounts for everything that a posting can need. */
    public static final AccountCodes ACCOUNTS = new AccountCodes(
            Map.of(
                    EntryKind.CHARGE,
                    "4000",
                    EntryKind.WAIVER,
                    "5100",
                    EntryKind.ROUNDING,
                    "5900",
                    EntryKind.OTHER,
                    "5990"),
            Map.of(
                    PaymentMethod.CASH,
                    "1010",
                    PaymentMethod.CHEQUE,
                    "1020",
                    PaymentMethod.CARD,
                    "1030",
                    PaymentMethod.TRANSFER,
                    "1040",
                    PaymentMethod.OTHER,
                    "1050"),
            Map.of("Lab fee", "4010"),
            new Books("1210", "2210", "2310", Map.of("QST", "2320"), Map.of("1210", "School fees receivable")));

    private final Office office;

    public PostedBooks(Office office) {
        this.office = office;
    }

    /** All lines of all postings, in the order of the postings. */
    public List<PostingLine> lines() {
        List<PostingLine> lines = new ArrayList<>();
        for (Page page = Page.first(Page.MAX_LIMIT); ; page = page.next()) {
            List<PostingSummary> some = office.postings().postings(Kit.VIEWER, page);
            some.forEach(summary -> lines.addAll(
                    0,
                    office.postings()
                            .posting(Kit.VIEWER, summary.number())
                            .orElseThrow()
                            .lines()));
            if (some.size() < page.limit()) {
                return lines;
            }
        }
    }

    /** The balance of a side at the end of a day. */
    private static Money balance(List<PostingLine> lines, Side side, LocalDate day) {
        return lines.stream()
                .filter(line -> line.side() == side && !line.date().isAfter(day))
                .map(PostingLine::amount)
                .reduce(Kit.cad("0.00"), Money::plus);
    }

    /** The books of these days, all before today and posted, are what the accounts tell of them, and each day's debits are its credits. */
    public void assertTieOut(List<LocalDate> days) {
        SchoolDesk desk = new ServiceDesk(office);
        assertTieOut(lines(), days, desk::accounts);
    }

    /** @param accounts what the accounts tell of a day */
    static void assertTieOut(List<PostingLine> lines, List<LocalDate> days, Function<LocalDate, Sums> accounts) {
        for (LocalDate day : days) {
            Sums sums = accounts.apply(day);
            assertThat(balance(lines, Side.RECEIVABLE, day))
                    .as("receivable on " + day)
                    .isEqualTo(sums.outstanding());
            assertThat(balance(lines, Side.CREDIT, day).negated())
                    .as("credit on " + day)
                    .isEqualTo(sums.credit());
            assertThat(lines.stream()
                            .filter(line -> line.date().equals(day))
                            .map(PostingLine::amount)
                            .reduce(Kit.cad("0.00"), Money::plus)
                            .isZero())
                    .as("debits and credits of " + day)
                    .isTrue();
        }
    }
}
