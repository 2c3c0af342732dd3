package org.openadmin.fees.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.verify.Corruptions.corruption;
import static org.openadmin.fees.internal.verify.Corruptions.inherited;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Corrupted postings to the books. */
@Tag("slow")
class PostingsVerificationTest extends SmallJournalTestBase {

    /** Everything up to the 10th is in one posting, and what came until the 12th in another; the rest is not posted. */
    private static final String[] POSTED = {
        "INSERT INTO fees_posting VALUES"
                + " (1, 'p-1', '2026-09-10', 'School fees, posting 1', 5, 474.90, UTC_TIMESTAMP(3), 'root'),"
                + " (2, 'p-2', '2026-09-12', 'School fees, posting 2', 2, 229.96, UTC_TIMESTAMP(3), 'root')",
        "INSERT INTO fees_posting_row SELECT id, IF(id <= 5, 1, 2) FROM fees_jrl WHERE id <= 7",
        "INSERT INTO fees_posting_account VALUES (1, 100, '2026-09-08', 114.98, 114.98), (1, 101, '2026-09-08', 114.98, 114.98),"
                + " (1, 100, '2026-09-09', 0, -14.98), (1, 100, '2026-09-10', -114.98, -100), (1, 101, '2026-09-10', -114.98, -114.98),"
                + " (2, 101, '2026-09-11', 114.98, 114.98), (2, 101, '2026-09-12', -114.98, -114.98)",
        "INSERT INTO fees_posting_line VALUES (1, 1, '2026-09-08', 'receivable', '1210', '', 'Charged', 229.96),"
                + " (1, 2, '2026-09-08', 'fee', '4000', '', 'Lab', -200), (1, 3, '2026-09-08', 'tax', '2310', '', 'GST', -10),"
                + " (1, 4, '2026-09-08', 'tax', '2320', '', 'QST', -19.96), (1, 5, '2026-09-09', 'credit', '2210', '', 'Credit', -14.98),"
                + " (1, 6, '2026-09-09', 'money', '1010', '', 'Cash', 14.98), (1, 7, '2026-09-10', 'receivable', '1210', '', 'Paid', -229.96),"
                + " (1, 8, '2026-09-10', 'credit', '2210', '', 'Credit', 14.98), (1, 9, '2026-09-10', 'money', '1010', '', 'Cash', 214.98),"
                + " (2, 1, '2026-09-11', 'receivable', '1210', '', 'Paid', 114.98), (2, 2, '2026-09-11', 'money', '1010', '', 'Cash', -114.98),"
                + " (2, 3, '2026-09-12', 'receivable', '1210', '', 'Paid', -114.98), (2, 4, '2026-09-12', 'fee', '5100', '', 'Lab', 100),"
                + " (2, 5, '2026-09-12', 'tax', '2310', '', 'GST', 14.98)",
        "INSERT IGNORE INTO fees_counter VALUES ('posting', 0)",
        "UPDATE fees_counter SET value = 2 WHERE name = 'posting'",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                + " SELECT recorded_at, 'root', 'post', 'posting', id, request_key, 'done', '' FROM fees_posting"
    };

    private static Arguments posted(String check, String subject, String... corruption) {
        return corruption(
                check,
                subject,
                Stream.concat(Stream.of(POSTED), Stream.of(corruption)).toArray(String[]::new));
    }

    @Test
    void aPostedJournalHasNoFault() {
        database.execute(POSTED);

        assertThat(report().faults()).isEmpty();
    }

    @Test
    void moneyThatWasThereBeforeWhatItPaidIsOutstandingInTheBooksUntilThen() {
        database.execute(
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, paid_id, due_date) VALUES"
                        + " (20, 100, '2026-09-08', 'chg', 'Old', 30, 21, NULL), (21, 100, '2026-09-09', 'pay', 'Old', -10, 0, NULL),"
                        + " (22, 100, '2026-09-20', 'roa', 'Old', -20, 0, NULL)");
        database.execute(POSTED);
        database.execute(
                "UPDATE fees_posting SET journal_rows = 7, debits = 514.90 WHERE id = 1",
                "INSERT INTO fees_posting_row VALUES (20, 1), (21, 1)",
                "UPDATE fees_posting_account SET outstanding = 144.98, balance = 144.98 WHERE studnum = 100 AND entry_date = '2026-09-08'",
                "UPDATE fees_posting_account SET balance = -24.98 WHERE studnum = 100 AND entry_date = '2026-09-09'",
                "UPDATE fees_posting_line SET amount = 259.96 WHERE posting_id = 1 AND place = 1",
                "UPDATE fees_posting_line SET amount = -230 WHERE posting_id = 1 AND place = 2",
                "UPDATE fees_posting_line SET amount = -24.98 WHERE posting_id = 1 AND place = 5",
                "UPDATE fees_posting_line SET amount = 24.98 WHERE posting_id = 1 AND place = 6");

        assertThat(report().faults().stream().filter(fault -> fault.invariant().startsWith("10 postings")))
                .isEmpty();
    }

    static Stream<Arguments> mispostings() {
        return Stream.of(
                posted("10_postings__series", "posting 1", "DELETE FROM fees_posting WHERE id = 1"),
                posted(
                        "10_postings__series",
                        "the counter of postings",
                        "UPDATE fees_counter SET value = 3 WHERE name = 'posting'"),
                posted(
                        "10_postings__series",
                        "the counter of postings",
                        "DELETE FROM fees_counter WHERE name = 'posting'"),
                posted(
                        "10_postings__rows",
                        "row 4",
                        "ALTER TABLE fees_posting_row DROP PRIMARY KEY",
                        "INSERT INTO fees_posting_row VALUES (4, 2)"),
                posted("10_postings__rows", "row 8", "UPDATE fees_posting_row SET jrl_id = 8 WHERE jrl_id = 7"),
                posted("10_postings__rows", "row 99", "UPDATE fees_posting_row SET jrl_id = 99 WHERE jrl_id = 7"),
                posted("10_postings__rows", "row 7", "UPDATE fees_posting_row SET posting_id = 9 WHERE jrl_id = 7"),
                posted("10_postings__rows", "posting 1", "DELETE FROM fees_posting_row WHERE jrl_id = 3"),
                posted("10_postings__rows", "posting 2", "UPDATE fees_posting SET journal_rows = 3 WHERE id = 2"),
                posted(
                        "10_postings__balanced",
                        "posting 1 on 2026-09-08",
                        "UPDATE fees_posting_line SET amount = -201 WHERE posting_id = 1 AND place = 2"),
                posted("10_postings__balanced", "posting 2", "UPDATE fees_posting SET debits = 229.95 WHERE id = 2"),
                posted("10_postings__balanced", "posting 2", "DELETE FROM fees_posting_line WHERE posting_id = 2"),
                posted(
                        "10_postings__balanced",
                        "posting 9",
                        "INSERT INTO fees_posting_line VALUES (9, 1, '2026-09-12', 'fee', '4000', '', '', 0)"),
                posted(
                        "10_postings__accounts",
                        "posting 1, account 100 on 2026-09-09",
                        "UPDATE fees_posting_account SET balance = -15 WHERE entry_date = '2026-09-09'"),
                posted(
                        "10_postings__accounts",
                        "posting 1, account 100 on 2026-09-10",
                        "UPDATE fees_jrl SET total = -101 WHERE id = 4"),
                posted(
                        "10_postings__accounts",
                        "posting 2, account 101 on 2026-09-12",
                        "DELETE FROM fees_posting_account WHERE entry_date = '2026-09-12'"),
                posted(
                        "10_postings__lines",
                        "posting 1 on 2026-09-10",
                        "UPDATE fees_posting_line SET amount = amount + 1 WHERE posting_id = 1 AND place = 7",
                        "UPDATE fees_posting_line SET amount = amount - 1 WHERE posting_id = 1 AND place = 8"),
                posted(
                        "10_postings__lines",
                        "posting 2 on 2026-09-11",
                        "UPDATE fees_posting_line SET amount = 2 * amount WHERE posting_id = 2 AND place <= 2",
                        "UPDATE fees_posting SET debits = 344.94 WHERE id = 2"),
                posted(
                        "10_postings__lines",
                        "posting 2 on 2026-09-12",
                        "UPDATE fees_posting_account SET outstanding = 0 WHERE entry_date = '2026-09-12'"),
                posted(
                        "10_postings__receivable",
                        "account 100",
                        "UPDATE fees_posting_account SET outstanding = 0 WHERE studnum = 100 AND entry_date = '2026-09-10'"),
                posted(
                        "10_postings__receivable",
                        "account 101",
                        "UPDATE fees_posting_account SET outstanding = -200 WHERE studnum = 101 AND entry_date = '2026-09-10'"),
                posted("10_postings__receivable", "account 100", "UPDATE fees_jrl SET paid_id = NULL WHERE id = 1"),
                posted(
                        "6_request_keys__one_effect",
                        "request key k-1",
                        "UPDATE fees_posting SET request_key = 'k-1' WHERE id = 1"),
                posted("audit__effect_has_line", "posting 1", "DELETE FROM fees_audit WHERE request_key = 'p-1'"),
                posted(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'root', 'post', NULL, NULL, 'posting', 7, 'p-7', 'done', '')"));
    }

    @ParameterizedTest
    @MethodSource("mispostings")
    void aCorruptedPostingIsNamed(String rule, String subject, boolean inherited, List<String> corruption) {
        assertNamed(rule, subject, inherited, corruption);
    }
}
