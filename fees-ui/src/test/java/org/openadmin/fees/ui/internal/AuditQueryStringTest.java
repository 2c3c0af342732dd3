package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;

class AuditQueryStringTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        AuditQuery query = new AuditQuery(
                Optional.of("ann & bob/=é"),
                Optional.of(AuditOperation.PRINT_INVOICES),
                Optional.of(AuditOutcome.REFUSED),
                Optional.of(LocalDate.of(2026, 9, 1)),
                Optional.of(LocalDate.of(2026, 9, 30)),
                Optional.of(new AuditSubject(Kind.RECEIPT, 12)));

        String path = AuditQueryString.of(query);

        assertThat(path)
                .startsWith("fees/audit-log/user=ann%20%26%20bob")
                .endsWith("&operation=print-invoices&outcome=refused&from=2026-09-01&to=2026-09-30&subject=receipt-12");
        AuditQueryString read = AuditQueryString.read(path.substring("fees/audit-log/".length()));
        assertThat(read.query()).isEqualTo(query);
        assertThat(read.ignored()).isEmpty();
    }

    @Test
    void theWholeLogHasTheShortAddress() {
        assertThat(AuditQueryString.of(AuditQuery.everything())).isEqualTo("fees/audit-log");
        assertThat(AuditQueryString.read(null).query()).isEqualTo(AuditQuery.everything());
    }

    @Test
    void whatIsNotUnderstoodIsLeftOutAndNamed() {
        AuditQueryString read = AuditQueryString.read(
                "user=&operation=steal&outcome=maybe&subject=12&from=2026-09-30&to=2026-09-01&color=red");

        assertThat(read.query())
                .isEqualTo(AuditQueryString.read("from=2026-09-30").query());
        assertThat(read.ignored())
                .containsExactlyInAnyOrder(
                        "operation=steal", "outcome=maybe", "subject=12", "to=2026-09-01", "color=red");
    }
}
