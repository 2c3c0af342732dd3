package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.imports.AlreadyImportedException;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportInUseException;
import org.openadmin.fees.api.imports.ImportInUseException.Use;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.imports.UnknownImportException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;

/** What {@link org.openadmin.fees.api.imports.Imports} promises about what becomes of a file. */
public abstract class ImportsContract extends BankFileContract {

    private PostedImport undo(PostedImport posted) {
        return office.imports().undo(new UndoImportRequest(RequestKey.fresh(), CASHIER, posted.number(), "wrong file"));
    }

    @Test
    void aTransferWithAPayCodeSettlesWhatItCovers() {
        StudentNumber student = student();
        ChargeId later = charge(student, DAY.plusDays(1), "Trip", "30.00");
        ChargeId first = charge(student, DAY, "Lab", "20.00");
        ChargeId last = charge(student, DAY.plusDays(2), "Bus", "5.00");
        ImportFile file = csv(line("45.50", "e-Transfer fees " + code(student)));

        ImportPreview preview = office.imports().preview(CASHIER, file);
        assertThat(preview.lines())
                .extracting(ImportLine::outcome, each -> each.account().map(StudentSnapshot::number))
                .containsExactly(tuple(Outcome.CERTAIN, Optional.of(student)));
        assertThat(preview.canBePosted()).isTrue();
        assertThat(owed(student)).hasSize(3);

        PostedImport posted = post(file);

        assertThat(posted)
                .extracting(PostedImport::lines, PostedImport::total, PostedImport::receipts, PostedImport::unclaimed)
                .containsExactly(1, cad("45.50"), 1, 0);
        assertThat(owed(student)).containsExactly(later);
        assertAccount(student, "9.50", "30.00");
        JournalEntry payment = payment(student);
        assertThat(payment.date()).contains(DAY);
        assertThat(payment.method()).contains(PaymentMethod.TRANSFER);
        assertThat(payment.reference()).startsWith("e-Transfer fees " + code(student));
        assertThat(row(student, first.value()).settledBy()).hasValue(payment.id());
        assertThat(row(student, last.value()).settledBy()).hasValue(payment.id());
    }

    @Test
    void severalTransfersForOneAccountSettleOneAfterTheOther() {
        StudentNumber student = student();
        charge(student, "Lab", "20.00");
        charge(student, "Trip", "30.00");

        PostedImport posted =
                post(csv(line("25.00", code(student)), line("10.00", code(student)), line("15.00", code(student))));

        assertThat(posted.receipts()).isEqualTo(3);
        assertThat(owed(student)).isEmpty();
        assertAccount(student, "0.00", "0.00");
        List<JournalEntry> receipts =
                rows(student).stream().filter(row -> row.receipt().isPresent()).toList();
        assertThat(receipts)
                .extracting(JournalEntry::kind)
                .containsExactly(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT, EntryKind.PAYMENT);
        assertThat(receipts.get(2).receipt().orElseThrow().value())
                .isEqualTo(receipts.get(0).receipt().orElseThrow().value() + 2);
    }

    @Test
    void aPayersCodeIsAPayment() {
        PayerNumber band = office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), CLERK, PayerKind.SPONSOR, PayerDetails.named("Band")))
                .number();

        post(csv(line("80.00", "invoice " + code(band).toString().toLowerCase(Locale.ROOT))));

        assertThat(office.accounts().balance(band).credit()).isEqualTo(cad("80.00"));
    }

    @Test
    void anAmountAloneIsASuggestionAndIsNotSelectedByItself() {
        StudentNumber student = student();
        charge(student, "Unusual", "1234.57");
        ImportFile file = csv(line("1234.57", "no code"));

        ImportLine line = office.imports().preview(CASHIER, file).lines().get(0);
        assertThat(line.outcome()).isEqualTo(Outcome.SUGGESTED);
        assertThat(line.account().map(StudentSnapshot::number)).contains(student);

        PostedImport posted = post(file);
        assertThat(posted.unclaimed()).isEqualTo(1);
        assertAccount(student, "1234.57", "1234.57");
        assertThat(unclaimed(posted))
                .extracting(UnclaimedMoney::day, UnclaimedMoney::amount, UnclaimedMoney::age)
                .containsExactly(DAY, cad("1234.57"), 12);
    }

    @Test
    void anAcceptedSuggestionIsAPayment() {
        StudentNumber student = student();
        charge(student, "Unusual", "1234.61");
        ImportFile file = csv(line("1234.61", "no code"));

        PostedImport posted =
                office.imports().post(new ImportRequest(RequestKey.fresh(), CASHIER, file, Map.of(2, student)));

        assertThat(posted.receipts()).isEqualTo(1);
        assertAccount(student, "0.00", "0.00");
        refusal(UnknownStudentException.class, () -> office.imports()
                .post(new ImportRequest(RequestKey.fresh(), CASHIER, csv(line("3.00", "none")), Map.of(2, STRANGER))));
    }

    @Test
    void theSameFileIsImportedOnce() {
        StudentNumber student = student();
        ImportFile file = csv(line("5.00", code(student)), line("6.00", "nobody"));
        PostedImport posted = post(file);

        ImportPreview again = office.imports().preview(CASHIER, file);
        assertThat(again.newLines()).isZero();
        assertThat(again.canBePosted()).isFalse();
        assertThat(again.earlier().map(PostedImport::number)).contains(posted.number());
        AlreadyImportedException refused = refusal(AlreadyImportedException.class, () -> post(file));
        assertThat(refused.earlier().number()).isEqualTo(posted.number());
        assertThat(refused.day()).isEqualTo(TODAY);
        assertAccount(student, "-5.00", "0.00");
    }

    @Test
    void equalTransfersOfOneDayAreTwoAndOverlappingDownloadsAreOne() {
        StudentNumber student = student();
        String one = line("5.00", code(student));
        String other = line("6.00", code(student));
        post(csv(one, other));

        PostedImport posted = post(csv(other, one, one));

        assertThat(posted.lines()).isEqualTo(1);
        assertThat(posted.total()).isEqualTo(cad("5.00"));
        assertAccount(student, "-16.00", "0.00");
        refusal(AlreadyImportedException.class, () -> post(csv(one, one)));
    }

    @Test
    void theSameRequestHasOneEffect() {
        StudentNumber student = student();
        ImportRequest request =
                new ImportRequest(RequestKey.fresh(), CASHIER, csv(line("5.00", code(student))), Map.of());
        PostedImport posted = office.imports().post(request);

        assertThat(office.imports().post(request)).isEqualTo(posted);
        assertThat(office.imports().find(CASHIER, request.key())).contains(posted);
        assertThat(office.imports().find(CASHIER, RequestKey.fresh())).isEmpty();
        assertAccount(student, "-5.00", "0.00");
        refusal(RequestKeyReusedException.class, () -> office.imports()
                .post(new ImportRequest(request.key(), CASHIER, csv(line("6.00", code(student))), Map.of())));
    }

    @Test
    void undoingVoidsExactlyItsReceiptsAndTheFileCanBeImportedAgain() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab", "20.00");
        pay(student, "1.00");
        ImportFile file = csv(line("25.00", code(student)), line("3.00", "nobody"));
        PostedImport posted = post(file);
        JournalEntry payment = payment(student);

        PostedImport undone = undo(posted);

        assertThat(undone.undone()).isTrue();
        assertThat(undone.unclaimed()).isZero();
        assertThat(owed(student)).containsExactly(lab);
        assertAccount(student, "19.00", "20.00");
        assertThat(newest(student).reverses()).hasValue(payment.id());
        assertThat(newest(student).date()).contains(TODAY);
        assertThat(office.claims().unclaimed(CASHIER))
                .noneMatch(money -> money.number().equals(posted.number()));
        assertThat(refusal(ImportInUseException.class, () -> undo(posted)).use())
                .isEqualTo(Use.UNDONE);

        PostedImport again = post(file);
        assertThat(again.lines()).isEqualTo(2);
        assertThat(again.number()).isNotEqualTo(posted.number());
        assertAccount(student, "-6.00", "0.00");
    }

    @Test
    void whatWasDoneSinceKeepsAnImportFromBeingUndone() {
        StudentNumber student = student();
        PostedImport voided = post(csv(line("5.00", code(student))));
        JournalEntry payment = payment(student);
        office.corrections()
                .apply(new VoidReceipt(
                        RequestKey.fresh(), CASHIER, payment.receipt().orElseThrow(), TODAY, "mistake"));
        ImportInUseException refused = refusal(ImportInUseException.class, () -> undo(voided));
        assertThat(refused.use()).isEqualTo(Use.VOIDED);
        assertThat(refused.subject()).isEqualTo(payment.receipt().orElseThrow().value());

        StudentNumber other = student();
        PostedImport spent = post(csv(line("5.00", code(other))));
        office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(),
                        CASHIER,
                        other,
                        cad("5.00"),
                        PaymentMethod.CHEQUE,
                        "",
                        TODAY,
                        "left",
                        Set.of()));
        assertThat(refusal(ImportInUseException.class, () -> undo(spent)).use()).isEqualTo(Use.SPENT);
        assertAccount(other, "0.00", "0.00");

        StudentNumber third = student();
        PostedImport credit = post(csv(line("5.00", code(third)), line("6.00", "claimed later")));
        ChargeId charge = charge(third, "Lab", "9.00");
        Receipt relying = pay(third, "4.00", charge);
        ImportInUseException relied = refusal(ImportInUseException.class, () -> undo(credit));
        assertThat(relied.use()).isEqualTo(Use.RELIED_ON);
        assertThat(relied.subject()).isEqualTo(relying.number().value());
        assertThat(owed(third)).isEmpty();

        Receipt claimed = claim(unclaimed(credit).line(), third);
        ImportInUseException inUse = refusal(ImportInUseException.class, () -> undo(credit));
        assertThat(inUse.use()).isEqualTo(Use.CLAIMED);
        assertThat(inUse.subject()).isEqualTo(claimed.number().value());

        refusal(UnknownImportException.class, () -> office.imports()
                .undo(new UndoImportRequest(RequestKey.fresh(), CASHIER, new ImportNumber(999_999), "none")));
    }

    @Test
    void onlyCashiersImport() {
        ImportFile file = csv(line("5.00", "x"));
        for (Actor actor : List.of(VIEWER, CLERK)) {
            assertNeeds(Role.CASHIER, () -> office.imports().preview(actor, file));
            assertNeeds(Role.CASHIER, () -> office.imports()
                    .post(new ImportRequest(RequestKey.fresh(), actor, file, Map.of())));
            assertNeeds(Role.CASHIER, () -> office.imports()
                    .undo(new UndoImportRequest(RequestKey.fresh(), actor, new ImportNumber(1), "x")));
            assertNeeds(Role.CASHIER, () -> office.claims()
                    .claim(new ClaimRequest(RequestKey.fresh(), actor, NO_LINE, new StudentNumber(1))));
            assertNeeds(Role.CASHIER, () -> office.claims()
                    .sendBack(new SendBackRequest(RequestKey.fresh(), actor, NO_LINE, "x")));
            assertNeeds(Role.CASHIER, () -> office.claims().unclaimed(actor));
            assertNeeds(Role.CASHIER, () -> office.imports().list(actor));
            assertNeeds(Role.CASHIER, () -> office.imports().find(actor, RequestKey.fresh()));
        }
    }

    @Test
    void theTotalOfAnImportIsThatOfItsReceiptsAndItsUnclaimedMoney() {
        StudentNumber student = student();
        PostedImport posted = post(csv(line("5.00", code(student)), line("6.25", "x"), line("-3.00", "fee")));

        Money unclaimed = unclaimed(posted).amount();
        assertThat(payment(student).total().negated().plus(unclaimed)).isEqualTo(posted.total());
        assertThat(office.imports().list(CASHIER)).contains(posted);
    }

    @Test
    void eachCommandIsInTheAuditLog() {
        StudentNumber student = student();
        RequestKey key = RequestKey.fresh();
        PostedImport posted = office.imports()
                .post(new ImportRequest(
                        key, CASHIER, csv(line("5.00", code(student)), line("6.00", "nobody")), Map.of()));
        AuditSubject about = new AuditSubject(Kind.IMPORT, posted.number().value());
        BankLineNumber line = unclaimed(posted).line();
        Receipt claimed = claim(line, student);

        assertThat(entries(about)).extracting(AuditEntry::operation).containsExactly(AuditOperation.IMPORT);
        assertThat(entries(new AuditSubject(Kind.LINE, line.value())))
                .extracting(AuditEntry::operation)
                .containsExactly(AuditOperation.CLAIM);
        assertThat(entries(new AuditSubject(Kind.RECEIPT, claimed.number().value())))
                .extracting(AuditEntry::operation)
                .containsExactlyInAnyOrder(AuditOperation.CLAIM, AuditOperation.PAYMENT);
    }

    private List<AuditEntry> entries(AuditSubject subject) {
        return office.audit().entries(ADMIN, AuditQuery.everything().about(subject), Page.first(50));
    }
}
