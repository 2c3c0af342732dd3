package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.internal.accounts.JpaFeeAccounts;

/** The balances of all students: the service compared with a plain sum over the journal. */
final class BalanceBench {

    private static final String SUMS =
            "SELECT studnum, SUM(total), SUM(CASE WHEN trans_type = 'chg' AND paid_id IS NULL THEN total ELSE 0 END)"
                    + " FROM fees_jrl GROUP BY studnum";

    private final BenchSchool school;
    private final FeeAccounts accounts;

    BalanceBench(BenchSchool school) {
        this.school = school;
        this.accounts = new JpaFeeAccounts(school.transactions(), school.settings(), Clock.systemDefaultZone());
    }

    void run() throws Exception {
        Stopwatch.compare("Balances of all students", "service", number -> balances(), "raw JDBC", number -> sum());
    }

    /** @return the number of students who owe something */
    int balances() {
        return (int) accounts.balances().stream()
                .filter(account -> account.outstanding().isPositive())
                .count();
    }

    /** @return the number of students who owe something */
    int sum() throws SQLException {
        try (Connection connection = school.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SUMS)) {
            int owing = 0;
            while (rows.next()) {
                rows.getBigDecimal(2);
                owing += rows.getBigDecimal(3).signum();
            }
            return owing;
        }
    }
}
