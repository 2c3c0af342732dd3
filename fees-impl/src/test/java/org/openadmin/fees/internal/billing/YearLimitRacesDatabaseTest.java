package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.only;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.YearLimitException;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.testkit.Kit;

/** Sales and assessments at the same moment do not exceed the limit of a fee. */
class YearLimitRacesDatabaseTest {

    private static final int ROUNDS = 6;

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(120, 8);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void salesAndAssessmentsTogetherStopAtTheLimit() {
        for (int round = 0; round < ROUNDS; round++) {
            PredefinedFee lock = limited("Lock " + round);
            StudentNumber student = new StudentNumber(100 + round);
            List<CompletableFuture<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                LocalDate date = DAY.plusDays(i);
                all.add(CompletableFuture.supplyAsync(() -> assess(lock, date, student)));
                all.add(CompletableFuture.supplyAsync(() -> sell(lock, student)));
            }

            assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(3);
            assertThat(office.ask(
                            "SELECT SUM(total) FROM fees_jrl WHERE trans_type = 'chg' AND name = 'Lock " + round + "'"))
                    .isEqualTo("30.00");
        }
        assertThat(office.faults()).isEmpty();
    }

    private static PredefinedFee limited(String name) {
        return office.catalogue.add(new AddRequest(
                RequestKey.fresh(),
                DatabaseOffice.CLERK,
                fee(name, "10.00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new FeeTerms(Optional.of(cad("39.99")), Optional.empty())));
    }

    /** How many charges it made. */
    private static int assess(PredefinedFee fee, LocalDate date, StudentNumber student) {
        AssessmentDraft draft = new AssessmentDraft(Optional.of(fee.id()), fee.fee(), date, only(student));
        try {
            return office.assessment
                    .post(new AssessmentRequest(
                            RequestKey.fresh(),
                            DatabaseOffice.CLERK,
                            draft,
                            Set.of(),
                            Set.of(student),
                            OptionalInt.empty()))
                    .count();
        } catch (NobodyToChargeException e) {
            return 0;
        }
    }

    private static int sell(PredefinedFee fee, StudentNumber student) {
        try {
            office.cashier.receive(Kit.paying(RequestKey.fresh(), Kit.ADMIN, student, "10.00")
                    .confirming(Confirmation.ALREADY_CHARGED)
                    .confirming(Confirmation.REPEATED_AMOUNT)
                    .selling(new SoldFee(fee.id(), 1)));
            return 1;
        } catch (YearLimitException e) {
            return 0;
        }
    }
}
