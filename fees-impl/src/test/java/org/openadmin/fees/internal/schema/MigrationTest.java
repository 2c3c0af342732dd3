package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.internal.RowsRead;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.TestDatabase;

@Tag("slow")
class MigrationTest {

    private static final int LATEST = Script.all().size();

    private static final String BALANCES = "SELECT studnum, SUM(total) FROM fees_jrl GROUP BY studnum ORDER BY studnum";
    private static final String OUTSTANDING = "SELECT studnum, SUM(CASE WHEN trans_type = 'chg' AND paid_id IS NULL"
            + " THEN total ELSE 0 END) FROM fees_jrl GROUP BY studnum ORDER BY studnum";
    private static final String EVERYTHING = "SELECT * FROM fees_jrl ORDER BY id";

    @Test
    void anEmptyDatabaseGetsAllTablesOnce() throws Exception {
        var database = TestDatabase.fresh();

        assertThat(migration(database).run()).isEqualTo(LATEST);
        var applied = SchemaSql.rows(database, "SELECT version, applied_at FROM fees_schema ORDER BY version");
        assertThat(migration(database).run()).isEqualTo(LATEST);

        assertThat(applied).hasSize(LATEST + 1);
        assertThat(SchemaSql.rows(database, "SELECT version, applied_at FROM fees_schema ORDER BY version"))
                .isEqualTo(applied);
        assertThat(SchemaSql.value(database, "SELECT holder FROM fees_schema WHERE version = 0"))
                .isEqualTo("null");
    }

    @Test
    void anOldDatabaseIsAdoptedAndNotOneFigureChanges() throws Exception {
        var host = TestDatabase.fresh();
        LegacyDatabase.load(host);
        var before = SchemaSql.rows(host, EVERYTHING);

        migration(TestDatabase.asFeesUser(host)).run();

        assertThat(before).hasSize(1080);
        assertThat(SchemaSql.rows(host, EVERYTHING)).isEqualTo(before);
        assertThat(SchemaSql.amounts(host, BALANCES)).isEqualTo(LegacyDatabase.amounts("balance"));
        assertThat(SchemaSql.amounts(host, OUTSTANDING)).isEqualTo(LegacyDatabase.amounts("outstanding"));
        assertThat(SchemaSql.value(host, "SELECT SUM(total) FROM fees_jrl")).isEqualTo("18861.04");
        assertThat(SchemaSql.value(host, "SELECT value + 1 FROM fees_counter WHERE name = 'receipt'"))
                .isEqualTo("850");
        assertThat(SchemaSql.rows(
                        host,
                        "SELECT paid_id FROM fees_jrl WHERE trans_type = 'pay' AND paid_id IS NOT NULL"
                                + " GROUP BY paid_id HAVING COUNT(*) > 1 ORDER BY 1"))
                .containsExactly("692", "751", "767", "774", "778");
        assertThat(SchemaSql.rows(
                        host,
                        "SELECT engine, table_collation FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_name IN ('fees_jrl', 'fees_predefined')"))
                .containsOnly("InnoDB|utf8mb4_unicode_ci");
        assertThat(SchemaSql.rows(host, "SELECT studnum FROM fees_account"))
                .hasSameSizeAs(LegacyDatabase.amounts("balance").keySet());
    }

    @Test
    void oldToolsGoOnWorkingOnTheAdoptedTable() throws Exception {
        var host = TestDatabase.fresh();
        LegacyDatabase.load(host);
        migration(host).run();

        host.execute(
                "INSERT INTO fees_jrl VALUES (NULL, 100, '2026-09-08', 'chg', 'Fee', 'Old tool', 10.00, 0.50, 'GST',"
                        + " NULL, NULL, NULL, NULL, NULL, NULL, 10.50, NULL)");

        assertThat(SchemaSql.value(host, "SELECT total FROM fees_jrl WHERE description = 'Old tool'"))
                .isEqualTo("10.50");
    }

    @Test
    void aRunByEmailThatWasInterruptedGetsTheSumOfWhatItSent() throws Exception {
        var database = TestDatabase.fresh();
        var before = Script.all().stream()
                .takeWhile(script -> !script.name().endsWith("__run_control.sql"))
                .toList();
        new Migration(database.dataSource(), before).run();
        for (int run = 1; run <= 2; run++) {
            database.execute("INSERT INTO fees_run VALUES (" + run + ", 'key-" + run + "', 'email', '"
                    + (run == 1 ? "running" : "done")
                    + "', '2026-09-08', '', NULL, 'name', " + (run - 1) + ", 0, " + (run - 1)
                    + ", 0, '', '2026-09-08T14:00:00.000Z', '2026-09-08T14:00:00.000Z', NULL, 'anna')");
            database.execute("INSERT INTO fees_run_line VALUES"
                    + " (" + run + ", 1, 'A', '', '', 'sent', 12.50, 'a@x', ''),"
                    + " (" + run + ", 2, 'B', '', '', 'sent', 7.50, 'b@x', ''),"
                    + " (" + run + ", 3, 'C', '', '', 'waiting', 5.00, 'c@x', '')");
        }

        migration(database).run();

        assertThat(SchemaSql.value(database, "SELECT CONCAT(invoices, ' ', charged) FROM fees_run WHERE id = 1"))
                .isEqualTo("2 20.00");
        assertThat(SchemaSql.value(database, "SELECT CONCAT(invoices, ' ', charged) FROM fees_run WHERE id = 2"))
                .as("a run that ended")
                .isEqualTo("1 1.00");
    }

    @Test
    void twoPortalsThatStartAtOnceDoItOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var host = TestDatabase.fresh();
            LegacyDatabase.load(host);
            var before = SchemaSql.rows(host, EVERYTHING);
            var together = new CyclicBarrier(2);
            Callable<Integer> portal = () -> {
                together.await();
                return untilReady(migration(TestDatabase.asFeesUser(host)));
            };
            TestDatabase.asFeesUser(host);
            var threads = Executors.newFixedThreadPool(2);
            List<Future<Integer>> versions = threads.invokeAll(List.of(portal, portal));
            threads.shutdown();

            assertThat(versions.get(0).get()).isEqualTo(LATEST);
            assertThat(versions.get(1).get()).isEqualTo(LATEST);
            assertThat(SchemaSql.rows(host, "SELECT version FROM fees_schema ORDER BY version"))
                    .hasSize(LATEST + 1)
                    .doesNotHaveDuplicates();
            assertThat(SchemaSql.rows(host, EVERYTHING)).isEqualTo(before);
        }
    }

    @Test
    void aCrashInMidScriptIsHealedByTheNextRun() throws Exception {
        var host = TestDatabase.fresh();
        LegacyDatabase.load(host);
        var before = SchemaSql.rows(host, EVERYTHING);
        var first = Script.all().get(0);
        for (int done = 1; done < first.statements().size(); done++) {
            var crashing = new Script(
                    1,
                    first.name(),
                    java.util.stream.Stream.concat(
                                    first.statements().stream().limit(done),
                                    Script.parse(1, "crash", "CRASH;").statements().stream())
                            .toList());
            assertThatThrownBy(() -> new Migration(host.dataSource(), List.of(crashing)).run())
                    .hasMessageContaining("CRASH");
        }

        assertThat(migration(host).run()).isEqualTo(LATEST);
        assertThat(SchemaSql.rows(host, EVERYTHING)).isEqualTo(before);
        assertThat(SchemaSql.value(host, "SELECT value FROM fees_counter WHERE name = 'receipt'"))
                .isEqualTo("849");
        assertThat(
                        SchemaSql.value(
                                host,
                                "SELECT character_set_name FROM information_schema.columns"
                                        + " WHERE table_schema = DATABASE() AND table_name = 'fees_jrl' AND column_name = 'request_key'"))
                .isEqualTo("ascii");
    }

    @Test
    void whileAnotherPortalIsAtItThisOneWaits() throws Exception {
        var host = TestDatabase.fresh();
        new Migration(host.dataSource(), Script.all().subList(0, 1)).run();
        try (var lease = MigrationLock.take(host.dataSource())) {
            lease.check();
            assertThatThrownBy(() -> migration(host).run())
                    .isInstanceOf(NotReadyException.class)
                    .hasMessageContaining("Another portal");
        }

        assertThat(migration(host).run()).isEqualTo(LATEST);
    }

    @Test
    void theLeaseOfADeadPortalEndsByItself() throws Exception {
        var host = TestDatabase.fresh();
        new Migration(host.dataSource(), Script.all().subList(0, 1)).run();
        host.execute("UPDATE fees_schema SET holder = 'dead', held_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND"
                + " WHERE version = 0");

        assertThat(migration(host).run()).isEqualTo(LATEST);
    }

    @Test
    void aDatabaseOfANewerModuleIsLeftAlone() throws Exception {
        var host = TestDatabase.fresh();
        migration(host).run();
        host.execute("INSERT INTO fees_schema (version, script) VALUES (" + (LATEST + 1) + ", 'future.sql')");

        assertThatThrownBy(() -> migration(host).run())
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("newer version of Open Admin Fees (schema version " + (LATEST + 1));
    }

    @Test
    void aBigOldJournalIsAdoptedByReadingEachRowAFewTimes() throws Exception {
        var host = TestDatabase.fresh();
        LegacyDatabase.load(host);
        host.execute("INSERT INTO fees_jrl SELECT NULL, j.studnum, j.trans_date, j.trans_type, j.name, j.description,"
                + " j.subtotal, j.tax1, j.tax1_name, j.tax2, j.tax2_name, j.tax3, j.tax3_name, j.tax4, j.tax4_name,"
                + " j.total, NULL FROM fees_jrl j, seq_1_to_185");
        var rows = SchemaSql.value(host, "SELECT COUNT(*), SUM(total) FROM fees_jrl");

        var user = TestDatabase.asFeesUser(host);
        var read = new RowsRead(host, user.user()).during(() -> migration(user).run());

        assertThat(read).isBetween(200_000L, 50 * 200_000L);
        assertThat(SchemaSql.value(host, "SELECT COUNT(*), SUM(total) FROM fees_jrl"))
                .isEqualTo(rows);
        assertThat(Integer.parseInt(rows.replaceFirst("\\|.*", ""))).isGreaterThan(200_000);
    }

    private static int untilReady(Migration migration) throws Exception {
        var deadline = Instant.now().plusSeconds(60);
        while (true) {
            try {
                return migration.run();
            } catch (NotReadyException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static Migration migration(Database database) {
        return new Migration(database.dataSource(), Script.all());
    }
}
