package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Receipt;

/** What {@link org.openadmin.fees.api.corrections.Corrections} promises of credit that is moved. */
public abstract class MovedCreditContract extends OfficeContract {

    private int house;
    private StudentNumber ines;
    private StudentNumber marc;

    @BeforeEach
    void twoSiblings() {
        String street = ++house + " Fir St.";
        ines = child("Inès", "Jo Côté", street);
        marc = child("Marc", "Jo Côté", street);
    }

    private static MoveCredit moving(AccountNumber from, AccountNumber to, String amount) {
        return moving(RequestKey.fresh(), CASHIER, from, to, amount, TODAY);
    }

    private static MoveCredit moving(
            RequestKey key, Actor actor, AccountNumber from, AccountNumber to, String amount, LocalDate date) {
        return new MoveCredit(key, actor, from, to, cad(amount), date, "Paid for the wrong child");
    }

    @Test
    void creditIsMovedByTwoRowsThatAddUpToZero() {
        ChargeId lab = charge(ines, "Lab fee", "8.00");
        pay(ines, "30.00", lab);

        Correction done = office.corrections().apply(moving(ines, marc, "12.00"));

        assertThat(done.kind()).isEqualTo(EntryKind.MOVE);
        assertThat(done.rows()).isEqualTo(2);
        assertThat(done.amount()).isEqualTo(cad("0.00"));
        assertAccount(ines, "-10.00", "0.00");
        assertAccount(marc, "-12.00", "0.00");
        JournalEntry out = newest(ines);
        JournalEntry in = newest(marc);
        assertThat(out.total()).isEqualTo(cad("12.00"));
        assertThat(in.total()).isEqualTo(cad("-12.00"));
        assertThat(out.kind()).isEqualTo(EntryKind.MOVE);
        assertThat(out.name()).isEqualTo("Moved credit");
        assertThat(in.description()).isEqualTo("Paid for the wrong child");
        assertThat(in.date()).contains(TODAY);
        assertThat(in.student().orElseThrow().name()).isEqualTo("Tremblay, Marc");
        assertThat(in.recordedBy()).isEqualTo("cashier");
        assertThat(in.receipt()).isEmpty();
    }

    @Test
    void movedCreditPaysAndIsMovedBack() {
        pay(ines, "30.00");
        ChargeId choir = charge(marc, "Choir", "20.00");
        office.corrections().apply(moving(ines, marc, "30.00"));
        office.corrections().apply(moving(marc, ines, "10.00"));
        assertAccount(ines, "-10.00", "0.00");

        assertThat(pay(marc, "0.00", choir).fromCredit()).isEqualTo(cad("20.00"));

        assertAccount(marc, "0.00", "0.00");
    }

    @Test
    void moreThanTheCreditIsRefused() {
        charge(ines, "Lab fee", "8.00");
        pay(ines, "30.00");

        NotEnoughCreditException refusal = refusal(
                NotEnoughCreditException.class, () -> office.corrections().apply(moving(ines, marc, "30.01")));

        assertThat(refusal.wanted()).isEqualTo(cad("30.01"));
        assertThat(refusal.credit()).isEqualTo(cad("30.00"));
        refusal(UnknownStudentException.class, () -> office.corrections().apply(moving(ines, STRANGER, "1.00")));
        assertAccount(ines, "-22.00", "8.00");
        assertAccount(marc, "0.00", "0.00");
    }

    @Test
    void moneyThatWasMovedAwayIsNotVoided() {
        Receipt receipt = pay(ines, "30.00");
        office.corrections().apply(moving(ines, marc, "12.00"));

        refusal(NotEnoughCreditException.class, () -> office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), TODAY, "")));
        assertAccount(ines, "-18.00", "0.00");
    }

    @Test
    void creditIsNotMovedBeforeItWasThere() {
        pay(ines, "30.00");

        DateNotAllowedException refusal = refusal(DateNotAllowedException.class, () -> office.corrections()
                .apply(moving(RequestKey.fresh(), CASHIER, ines, marc, "5.00", DAY.minusDays(1))));

        assertThat(refusal.limit()).isEqualTo(Limit.REFUND_BEFORE_CREDIT);
        assertThat(refusal.allowed()).isEqualTo(DAY);
        office.corrections().apply(moving(RequestKey.fresh(), CASHIER, ines, marc, "5.00", DAY));
        assertThat(newest(marc).date()).contains(DAY);
    }

    @Test
    void creditThatLeavesTheFamilyIsConfirmed() {
        StudentNumber stranger = child("Guy", "Al Roy", "99 Fir St.");
        pay(ines, "30.00");
        MoveCredit request = moving(ines, stranger, "5.00");

        assertThat(refusal(OutsiderException.class, () -> office.corrections().apply(request))
                        .outsiders())
                .containsExactly(stranger);
        assertAccount(stranger, "0.00", "0.00");
        office.corrections()
                .apply(new MoveCredit(
                        request.key(),
                        CASHIER,
                        ines,
                        stranger,
                        cad("5.00"),
                        TODAY,
                        "Gift",
                        Set.of(Confirmation.OUTSIDER)));
        assertAccount(stranger, "-5.00", "0.00");
    }

    @Test
    void theSameKeyHasOneEffectAndTheSameAnswer() {
        pay(ines, "30.00");
        MoveCredit request = moving(ines, marc, "12.00");
        Correction done = office.corrections().apply(request);

        assertThat(office.corrections().apply(request)).isEqualTo(done);
        assertThat(office.corrections().preview(request)).isEqualTo(done);
        StudentNumber other = child("Zoé", "Jo Côté", house + " Fir St.");
        refusal(RequestKeyReusedException.class, () -> office.corrections()
                .apply(moving(request.key(), CASHIER, ines, other, "12.00", TODAY)));
        refusal(RequestKeyReusedException.class, () -> office.corrections()
                .apply(moving(request.key(), CASHIER, ines, marc, "11.00", TODAY)));
        assertAccount(ines, "-18.00", "0.00");
    }

    @Test
    void itNeedsACashierAReasonAndAnotherAccount() {
        assertNeeds(Role.CASHIER, () -> office.corrections()
                .apply(moving(RequestKey.fresh(), CLERK, ines, marc, "1.00", TODAY)));
        assertThat(refusal(InvalidInputException.class, () -> moving(ines, ines, "1.00"))
                        .field())
                .isEqualTo(Field.STUDENT);
        assertThat(refusal(
                                InvalidInputException.class,
                                () -> new MoveCredit(RequestKey.fresh(), CASHIER, ines, marc, cad("1.00"), TODAY, " "))
                        .field())
                .isEqualTo(Field.REASON);
        assertThat(refusal(InvalidInputException.class, () -> moving(ines, marc, "0.00"))
                        .field())
                .isEqualTo(Field.AMOUNT);
    }

    @Test
    void itIsInTheAuditLogOnce() {
        pay(ines, "30.00");
        MoveCredit request = moving(ines, marc, "12.00");
        office.corrections().apply(request);
        office.corrections().apply(request);

        assertThat(office.audit().entries(Kit.ADMIN, AuditQuery.everything(), Page.first(Page.MAX_LIMIT)))
                .filteredOn(entry -> entry.key().equals(Optional.of(request.key())))
                .singleElement()
                .extracting(AuditEntry::operation)
                .isEqualTo(AuditOperation.MOVE_CREDIT);
    }
}
