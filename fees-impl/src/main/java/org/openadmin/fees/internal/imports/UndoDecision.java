package org.openadmin.fees.internal.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.imports.ImportInUseException;
import org.openadmin.fees.api.imports.ImportInUseException.Use;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.imports.UnknownImportException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.imports.ImportStore.Payment;
import org.openadmin.fees.internal.ledger.ReceiptVoider;
import org.openadmin.fees.spi.Settings;

/** Undoes an import, unless something was done with it since. */
final class UndoDecision {

    private final EntityManager em;
    private final ImportStore store;
    private final ClaimStore claims;
    private final ReceiptVoider voider;
    private final LocalDate today;
    private final Instant now;

    UndoDecision(EntityManager em, Settings settings, ReceiptVoider voider, LocalDate today, Instant now) {
        this.em = em;
        this.voider = voider;
        this.today = today;
        this.now = now;
        store = new ImportStore(em, settings.currency());
        claims = new ClaimStore(em, settings.currency());
    }

    PostedImport undo(UndoImportRequest request) {
        PostedImport posted =
                store.find(request.number()).orElseThrow(() -> new UnknownImportException(request.number()));
        if (posted.undone()) {
            throw refusal(request, Use.UNDONE, 0);
        }
        claims.ended(request.number()).ifPresent(ended -> {
            throw ended.getValue() > 0
                    ? refusal(request, Use.CLAIMED, ended.getValue())
                    : refusal(request, Use.SENT_BACK, ended.getKey());
        });
        List<Payment> payments = store.payments(request.number());
        payments.stream().filter(Payment::voided).findFirst().ifPresent(payment -> {
            throw refusal(request, Use.VOIDED, payment.receipt());
        });
        voidAll(request, payments);
        store.undo(request.number(), request.reason(), request.key(), request.actor(), now);
        return store.find(request.number()).orElseThrow();
    }

    private void voidAll(UndoImportRequest request, List<Payment> payments) {
        List<VoidReceipt> voids = payments.stream()
                .map(payment -> new VoidReceipt(
                        request.key().derived("void " + payment.receipt()),
                        request.actor(),
                        new ReceiptNumber(payment.receipt()),
                        today,
                        request.reason()))
                .toList();
        try {
            voider.voidAll(em, voids);
        } catch (ReceiptVoider.InUseException e) {
            throw e.relying()
                    .map(other -> refusal(request, Use.RELIED_ON, other.value()))
                    .orElseGet(() -> refusal(request, Use.SPENT, e.receipt().value()));
        }
    }

    private static ImportInUseException refusal(UndoImportRequest request, Use use, long subject) {
        return new ImportInUseException(request.number(), use, subject);
    }
}
