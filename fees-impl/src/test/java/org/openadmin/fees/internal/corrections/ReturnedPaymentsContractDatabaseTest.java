package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.ReturnedPaymentsContract;

class ReturnedPaymentsContractDatabaseTest extends ReturnedPaymentsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }

    private DatabaseOffice database() {
        return ((ContractOffice) office).office;
    }

    @AfterEach
    void everyRuleHolds() {
        assertThat(database().faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE fees_return SET cash_only_until = NULL",
                "DELETE FROM fees_return",
                "TRUNCATE TABLE fees_return"
            })
    void theModulesDatabaseUserCanOnlyAddToThem(String change) throws SQLException {
        try (Connection module = database().database.getConnection();
                Statement statement = module.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }
}
