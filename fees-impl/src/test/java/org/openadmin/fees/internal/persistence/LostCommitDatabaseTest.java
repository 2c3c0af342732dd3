package org.openadmin.fees.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.only;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.itest.database.LostCommitProxy;

/**
 * The database commits a command, its answer is lost, and the database stays away. What is reported about the request then is
 * true of its key and not only of the last attempt.
 */
class LostCommitDatabaseTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static LostCommitProxy proxy;
    private static DatabaseOffice office;
    private static int students = 100;

    private StudentNumber student;

    /** A command, prepared on the journal as it is. */
    private enum Command {
        PAYMENT {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                PaymentRequest request = payment(student, "8.00", charge(student));
                return () -> office.cashier.receive(request);
            }
        },
        ASSESSMENT {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                AssessmentRequest request = request(fee("Agenda", "8.00"), only(student));
                return () -> office.assessment.post(request);
            }
        },
        PREDEFINED_FEE {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                FeeCatalogue.AddRequest request = new FeeCatalogue.AddRequest(
                        RequestKey.fresh(), CLERK, fee("Fee of " + student, "8.00", "GST"), Optional.empty());
                return () -> office.catalogue.add(request);
            }
        },
        CANCELLATION {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                return correct(
                        new CorrectionRequest.Cancel(RequestKey.fresh(), CLERK, charge(student), DAY, "Left early"));
            }
        },
        WAIVER {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                return correct(new CorrectionRequest.Waive(RequestKey.fresh(), CLERK, charge(student), DAY, "Bursary"));
            }
        },
        UNDO {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                BatchNumber batch = office.charge(student, "Locker", "5.00").batch();
                return correct(new CorrectionRequest.Undo(RequestKey.fresh(), CLERK, batch, DAY, ""));
            }
        },
        VOID {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                ReceiptNumber receipt =
                        office.cashier.receive(payment(student, "3.00")).number();
                return correct(new CorrectionRequest.VoidReceipt(RequestKey.fresh(), CASHIER, receipt, DAY, ""));
            }
        },
        REFUND {
            @Override
            Supplier<Object> prepare(StudentNumber student) {
                office.cashier.receive(payment(student, "3.00"));
                return correct(new CorrectionRequest.Refund(
                        RequestKey.fresh(), CASHIER, student, cad("1.00"), PaymentMethod.CASH, "", DAY, "Moved"));
            }
        };

        abstract Supplier<Object> prepare(StudentNumber student);

        private static ChargeId charge(StudentNumber student) {
            office.charge(student, "Locker", "8.00");
            return office.owed(student).get(0);
        }

        private static Supplier<Object> correct(CorrectionRequest request) {
            return () -> office.corrections.apply(request);
        }
    }

    @BeforeAll
    static void open() {
        office = DatabaseOffice.behind(
                database -> {
                    proxy = LostCommitProxy.before(database);
                    return proxy.database();
                },
                PATIENCE);
    }

    @AfterAll
    static void close() {
        office.close();
        proxy.close();
    }

    @BeforeEach
    void enrol() {
        restore();
        student = new StudentNumber(students++);
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatedCommandIsInDoubtUntilTheDatabaseAnswersAndIsDoneOnce(Command command) {
        Supplier<Object> send = command.prepare(student);
        proxy.loseNextCommit();
        assertThat(failure(send).outcome()).isEqualTo(Outcome.UNKNOWN);
        long rows = rows();
        assertThat(proxy.isDown()).isTrue();

        StorageException second = failure(send);
        assertThat(second.outcome()).isEqualTo(Outcome.ATTEMPT_NOT_STORED);
        assertThat(second.ofRepeatedRequest().outcome()).isEqualTo(Outcome.UNKNOWN);

        restore();
        Object answer = send.get();
        assertThat(send.get()).isEqualTo(answer);
        assertThat(rows()).isEqualTo(rows);
        assertThat(office.count("fees_audit WHERE outcome = 'refused'")).isZero();
        assertThat(office.faults()).isEmpty();
    }

    /** Without a key, another attempt cannot tell its own removal from that of somebody else. */
    @Test
    void aRemovalWhoseAnswerWasLostIsInDoubtAndNeverRefused() {
        PredefinedFeeId id = office.catalogue
                .add(new FeeCatalogue.AddRequest(
                        RequestKey.fresh(), CLERK, fee("Fee of " + student, "8.00"), Optional.empty()))
                .id();
        proxy.loseNextCommit();

        assertThat(failure(() -> {
                            office.catalogue.remove(CLERK, id);
                            return id;
                        })
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);

        restore();
        assertThat(office.catalogue.find(id)).isEmpty();
        assertThat(office.count("fees_audit WHERE operation = 'remove-fee' AND subject = " + id))
                .isOne();
        assertThat(office.count("fees_audit WHERE outcome = 'refused'")).isZero();
    }

    @Test
    void theQueryForTheReceiptOfAKeyProvesNothingWhileTheDatabaseIsAway() {
        PaymentRequest request = payment(student, "8.00");
        proxy.loseNextCommit();
        assertThat(failure(() -> office.cashier.receive(request)).outcome()).isEqualTo(Outcome.UNKNOWN);

        assertThat(failure(() -> office.cashier.receipt(CASHIER, request.key())).outcome())
                .isEqualTo(Outcome.ATTEMPT_NOT_STORED);
        restore();
        assertThat(office.cashier.receipt(CASHIER, request.key())).isPresent();
    }

    /** The connection pool tries again only from time to time, so this asks for a connection until it gets one. */
    private static void restore() {
        proxy.restore();
        Instant end = Instant.now().plusSeconds(30);
        while (!isReachable()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static boolean isReachable() {
        try (Connection connection = office.database.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static StorageException failure(Supplier<?> command) {
        return catchThrowableOfType(StorageException.class, command::get);
    }

    /** The rows that commands add, as the administrator counts them past the proxy. */
    private static long rows() {
        return Stream.of("fees_jrl", "fees_batch", "fees_correction", "fees_predefined", "fees_audit")
                .mapToLong(office::count)
                .sum();
    }
}
