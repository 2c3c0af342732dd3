package org.openadmin.fees.spi.postings;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.postings.MissingAccount;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingLine.Side;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.messages.KindLabels;
import org.openadmin.fees.spi.messages.Medium;
import org.openadmin.fees.spi.messages.MessageTexts;

/**
 * The double entry of the journal. A row of total T changes a balance by T; its opposite is the revenue of the fee and the taxes, or the
 * account of the money. Of the change of the balances of a day, what changed the outstanding charges is for the receivable, and the rest
 * for the credit on account:
 *
 * <pre>
 *   receivable  what is outstanding more than the day before
 *   credit      the rows less that
 *   opposite    the rows, with the other sign: by fee, tax or method
 * </pre>
 *
 * The three are zero together, whatever the rows, so the debits of a day always equal its credits.
 */
public final class DoubleEntry {

    private static final MessageTexts TEXTS = new MessageTexts(DoubleEntry.class, "postings");

    /** Like the column for the texts. */
    private static final int MAX_TEXT_LENGTH = 255;

    private final AccountCodes codes;
    private final Locale locale;
    private final KindLabels labels;
    private final Money zero;

    /** @param locale the language of the texts */
    public DoubleEntry(AccountCodes codes, Locale locale, Money zero) {
        this.codes = codes;
        this.locale = locale;
        this.zero = zero;
        labels = new KindLabels(locale, Medium.SCREEN);
    }

    /**
     * The lines, and the accounts that the configuration lacks.
     *
     * @param lines by day; within a day by side, kind and name
     */
    public record Result(List<PostingLine> lines, List<MissingAccount> missing) {

        public Result {
            lines = List.copyOf(lines);
            missing = List.copyOf(missing);
        }

        /** The sum of the debits, which equals that of the credits. */
        public Money debits(Money zero) {
            return lines.stream()
                    .map(PostingLine::amount)
                    .filter(Money::isPositive)
                    .reduce(zero, Money::plus);
        }
    }

    /** What the lines of a day are sorted and summed by. */
    private record Key(LocalDate date, Side side, int order, String folded, String account) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::date)
                .thenComparing(Key::side)
                .thenComparing(Key::order)
                .thenComparing(Key::folded)
                .thenComparing(Key::account);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Returns the lines for these rows.
     *
     * @param outstanding by day, how much more the charges are that are outstanding at its end than the day before, because of these
     *     rows; days without a change may be absent
     */
    public Result of(List<PostedRows> rows, SortedMap<LocalDate, Money> outstanding) {
        Building building = new Building();
        TreeMap<LocalDate, Money> totals = new TreeMap<>();
        TreeMap<LocalDate, Money> charged = new TreeMap<>();
        for (PostedRows each : rows) {
            totals.merge(each.date(), each.total(), Money::plus);
            if (each.kind() == EntryKind.CHARGE) {
                charged.merge(each.date(), each.total(), Money::plus);
            }
            opposite(each, building);
        }
        TreeSet<LocalDate> days = new TreeSet<>(totals.keySet());
        days.addAll(outstanding.keySet());
        for (LocalDate day : days) {
            Money more = outstanding.getOrDefault(day, zero);
            Money billed = charged.getOrDefault(day, zero);
            building.add(day, Side.RECEIVABLE, 0, text("charged"), receivable(), billed);
            building.add(day, Side.RECEIVABLE, 1, text("settled"), receivable(), more.minus(billed));
            Money credit = totals.getOrDefault(day, zero).minus(more);
            building.add(day, Side.CREDIT, 0, text("credit"), credit(), credit);
        }
        return building.result();
    }

    /** What the entries of a posting are called in the books. */
    public String narration(long number) {
        return new MessageFormat(text("narration"), Locale.ROOT).format(new Object[] {String.valueOf(number)});
    }

    /**
     * Charges and what corrects them are opposite to fees and taxes, money to its method. What was only split, transferred or moved adds
     * up to zero and is opposite to nothing.
     */
    private void opposite(PostedRows rows, Building building) {
        if (rows.kind().rearranges()) {
            return;
        }
        boolean taxed =
                rows.kind() == EntryKind.CHARGE || rows.kind() == EntryKind.REVERSAL || rows.kind() == EntryKind.WAIVER;
        Money rest = rows.total();
        if (taxed) {
            for (Tax tax : rows.taxes()) {
                rest = rest.minus(tax.amount());
                tax(rows, tax, building);
            }
        }
        Found account = found(rows);
        building.add(rows.date(), side(rows.kind()), rows.kind().ordinal(), label(rows), account, rest.negated());
    }

    private void tax(PostedRows rows, Tax tax, Building building) {
        String name = tax.name().strip();
        String text = rows.kind() == EntryKind.CHARGE ? name : labels.of(rows.kind(), name);
        building.add(
                rows.date(),
                Side.TAX,
                rows.kind().ordinal(),
                text,
                new Found(codes.books().ofTax(name), "account.tax." + name, ""),
                tax.amount().negated());
    }

    private static Side side(EntryKind kind) {
        return switch (kind) {
            case CHARGE, REVERSAL, WAIVER -> Side.FEE;
            case PAYMENT, ON_ACCOUNT, VOID, REFUND -> Side.MONEY;
            case ROUNDING -> Side.ROUNDING;
            case OPENING, SPLIT, TRANSFER, MOVE, OTHER -> Side.OTHER;
        };
    }

    private String label(PostedRows rows) {
        String name = rows.name().isEmpty() ? labels.unnamed() : rows.name();
        return switch (rows.kind()) {
            case CHARGE, OTHER -> name;
            case REVERSAL, WAIVER -> labels.of(rows.kind(), name);
            case PAYMENT, ON_ACCOUNT, VOID, REFUND ->
                labels.plural(rows.kind())
                        + rows.method().map(method -> ", " + labels.of(method)).orElse("");
            case ROUNDING, OPENING, SPLIT, TRANSFER, MOVE -> labels.plural(rows.kind());
        };
    }

    /**
     * An account.
     *
     * @param code empty if the configuration has none
     * @param key the key that would configure it
     * @param about the fee, if the key is for it
     */
    private record Found(String code, String key, String about) {}

    private Found found(PostedRows rows) {
        String code = codes.of(rows.kind(), rows.name(), rows.method());
        return switch (rows.kind()) {
            case CHARGE, REVERSAL, WAIVER -> new Found(code, "account.charge", rows.name());
            case PAYMENT, ON_ACCOUNT, VOID, REFUND ->
                new Found(code, rows.method().map(DoubleEntry::key).orElseGet(() -> key(rows.kind())), "");
            case ROUNDING, OPENING, SPLIT, TRANSFER, MOVE, OTHER -> new Found(code, key(rows.kind()), "");
        };
    }

    private static String key(PaymentMethod method) {
        return "account.method." + method.keyword();
    }

    private static String key(EntryKind kind) {
        return "account." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Found receivable() {
        return new Found(codes.books().receivable(), "account.receivable", "");
    }

    private Found credit() {
        return new Found(codes.books().credit(), "account.credit", "");
    }

    private String text(String key) {
        return Optional.ofNullable(TEXTS.in(locale).getProperty(key)).orElseThrow();
    }

    /** The lines so far. Texts that differ only in case are one. */
    private final class Building {

        private final Map<Key, PostingLine> lines = new TreeMap<>();
        private final Map<Key, Found> accounts = new TreeMap<>();

        void add(LocalDate date, Side side, int order, String text, Found account, Money amount) {
            if (amount.isZero()) {
                return;
            }
            Key key = new Key(date, side, order, text.toLowerCase(Locale.ROOT), account.code());
            lines.merge(
                    key,
                    new PostingLine(
                            date, side, account.code(), codes.books().nameOf(account.code()), shortened(text), amount),
                    (before, more) -> new PostingLine(
                            before.date(),
                            before.side(),
                            before.account(),
                            before.accountName(),
                            before.text(),
                            before.amount().plus(more.amount())));
            accounts.putIfAbsent(key, account);
        }

        Result result() {
            List<PostingLine> kept = new ArrayList<>();
            TreeSet<MissingAccount> missing = new TreeSet<>();
            lines.forEach((key, line) -> {
                if (!line.amount().isZero()) {
                    kept.add(line);
                    Found account = accounts.get(key);
                    if (account.code().isEmpty()) {
                        missing.add(new MissingAccount(account.key(), account.about()));
                    }
                }
            });
            return new Result(kept, List.copyOf(missing));
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT_LENGTH));
    }
}
