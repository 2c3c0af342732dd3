package org.openadmin.fees.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.internal.schema.Schema;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.PlainJpa;
import org.openadmin.fees.itest.database.TestDatabase;
import org.openadmin.fees.itest.school.SampleSchool;

/** Parallel queries, and the halves that they add up. */
class SideBySideDatabaseTest {

    private static Database administrator;
    private static HikariDataSource database;
    private static PlainJpa jpa;
    private static Transactions transactions;

    @BeforeAll
    static void open() throws Exception {
        administrator = TestDatabase.fresh();
        try (var connection = administrator.connect()) {
            SampleSchool.generate(7, 20).load(connection);
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(administrator.dataSource());
        config.setMaximumPoolSize(2);
        database = new HikariDataSource(config);
        int version = new Schema(database).prepare();
        jpa = new PlainJpa(database);
        transactions = new Transactions(jpa, () -> version);
    }

    @AfterAll
    static void close() {
        transactions.stop();
        jpa.close();
        database.close();
    }

    @Test
    void answersInTheSequenceOfTheQueriesAlsoWithFewerConnections() {
        List<Function<EntityManager, Integer>> queries = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            Sql sql = Sql.of("SELECT SLEEP(:seconds)").with("seconds", (9 - number) / 100.0);
            int answer = number;
            queries.add(em -> sql.rows(em).size() + answer);
        }

        assertThat(transactions.readSideBySide(queries)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void throwsWhatAQueryThrows() {
        UnknownStudentException unknown = new UnknownStudentException(List.of(new StudentNumber(7)));

        assertThatThrownBy(() -> transactions.readSideBySide(List.of(em -> 1, em -> {
                    throw unknown;
                })))
                .isSameAs(unknown);
        assertThatThrownBy(() -> transactions.readSideBySide(
                        List.of(em -> 1, em -> Sql.of("SELECT nothing").rows(em).size())))
                .isInstanceOf(StorageException.class);
    }

    @Test
    void leavesNoThreadWhenItStops() throws Exception {
        Set<Thread> others = readers();
        Transactions stopped = new Transactions(jpa, () -> 0);
        stopped.readSideBySide(List.<Function<EntityManager, Integer>>of(em -> 1, em -> 2));
        stopped.stop();

        Set<Thread> readers = readers();
        readers.removeAll(others);
        for (Thread reader : readers) {
            reader.join(5_000);
            assertThat(reader.isAlive()).isFalse();
        }
    }

    private static Set<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("fees-reader"))
                .collect(Collectors.toSet());
    }

    @Test
    void cutsNothingWhenThereIsNothing() {
        assertThat(halves("j.studnum", "AND j.studnum = 0")).containsExactly(List.of());
    }

    @Test
    void putsEachRowIntoOneHalfWhateverIsInIt() {
        administrator.execute("INSERT INTO fees_jrl (studnum, trans_date, trans_type, total, paid_id)"
                + " SELECT IF(seq % 5 = 0, NULL, 100 + seq % 7), IF(seq % 3 = 0, NULL, DATE '2026-09-01' + INTERVAL seq % 9 DAY),"
                + " 'chg', seq % 11 + 0.50, IF(seq % 2 = 0, NULL, 1) FROM seq_1_to_400");
        List<Integer> all = IntStream.rangeClosed(1, 400).boxed().toList();

        for (String column : List.of("j.studnum", "j.trans_date", "j.total", "j.paid_id")) {
            List<List<Integer>> halves = halves(column, "");
            assertThat(halves.stream().flatMap(List::stream).sorted().toList())
                    .as(column)
                    .isEqualTo(all);
            assertThat(halves).as(column).hasSize(2);
        }
        assertThat(halves("j.total", ""))
                .allSatisfy(half -> assertThat(half.size()).isBetween(120, 280));
        assertThat(halves("j.total", "AND j.studnum = 103").stream()
                        .flatMap(List::stream)
                        .count())
                .isEqualTo(Long.parseLong(ask("SELECT COUNT(*) FROM fees_jrl WHERE studnum = 103")));
    }

    private static List<List<Integer>> halves(String column, String condition) {
        Sql where = Sql.of("TRUE " + condition);
        List<Function<EntityManager, List<Integer>>> queries = new ArrayList<>();
        for (Sql half : new SumSplitter(transactions).split(column, where)) {
            queries.add(Sql.of("SELECT j.id FROM fees_jrl j WHERE {where} AND {half}")
                    .part("where", where)
                    .part("half", half)::numbers);
        }
        return transactions.readSideBySide(queries);
    }

    private static String ask(String sql) {
        return transactions.read(em -> Sql.of(sql).values(em).get(0).toString());
    }
}
