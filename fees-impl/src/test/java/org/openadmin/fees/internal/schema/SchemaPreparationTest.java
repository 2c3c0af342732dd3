package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.itest.database.TestDatabase;

@Tag("slow")
class SchemaPreparationTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger published = new AtomicInteger();

    @Test
    void aDatabaseThatComesUpLaterIsPreparedThen() {
        var host = TestDatabase.fresh();
        LegacyDatabase.load(host);
        var source = (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (pauses.size() < 8) {
                        throw new SQLException("(conn=" + pauses.size() + ") Connection refused");
                    }
                    return method.invoke(host.dataSource(), arguments);
                });
        var reasons = new ArrayList<String>();
        var preparation = preparation(source, reasons);

        preparation.run();

        assertThat(published).hasValue(1);
        assertThat(preparation.reason()).isEmpty();
        assertThat(reasons)
                .hasSize(8)
                .containsOnly(
                        "Open Admin Fees waits for the database, which is not ready yet:" + " Connection refused.");
        assertThat(pauses.get(0)).isLessThan(Duration.ofSeconds(1));
        assertThat(pauses.get(7)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aHostWithoutStudentsIsTriedAgainAndTheReasonReported() {
        var host = TestDatabase.fresh();
        var reasons = new ArrayList<String>();
        var preparation = new SchemaPreparation[1];
        preparation[0] = preparation(host.dataSource(), reasons, () -> {
            if (pauses.size() == 3) {
                host.execute(HostViewsTest.TABLES);
            }
        });

        preparation[0].run();

        assertThat(published).hasValue(1);
        assertThat(reasons).hasSize(3).allMatch(reason -> reason.contains("cannot find the portal's students"));
    }

    @Test
    void aComponentThatGoesStopsTrying() {
        var host = TestDatabase.fresh();
        var preparation =
                new SchemaPreparation(new Schema(host.dataSource()), time -> false, published::incrementAndGet);

        preparation.run();

        assertThat(published).hasValue(0);
    }

    private SchemaPreparation preparation(DataSource source, List<String> reasons) {
        return preparation(source, reasons, () -> {});
    }

    private SchemaPreparation preparation(DataSource source, List<String> reasons, Runnable meanwhile) {
        var holder = new SchemaPreparation[1];
        holder[0] = new SchemaPreparation(
                new Schema(source),
                time -> {
                    pauses.add(time);
                    reasons.add(holder[0].reason().orElse(""));
                    meanwhile.run();
                    return true;
                },
                published::incrementAndGet);
        return holder[0];
    }
}
