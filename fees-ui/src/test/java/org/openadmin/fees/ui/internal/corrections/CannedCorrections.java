package org.openadmin.fees.ui.internal.corrections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.testkit.Kit;

/** Corrections that record the requests and return the results that the test has set. */
final class CannedCorrections implements Corrections {

    final List<CorrectionRequest> sent = new ArrayList<>();
    final Map<RequestKey, Correction> done = new LinkedHashMap<>();
    /** The number of charges that become outstanding again. */
    int reopened;

    /** The receipts that show such charges as paid. */
    List<ReceiptNumber> otherReceipts = List.of();

    Money reopenedTotal = Kit.cad("0.00");
    Money toCredit = Kit.cad("0.00");
    /** The total of the rows if the request does not include an amount; above zero. */
    Money amount = Kit.cad("24.95");

    int rows = 1;
    RuntimeException previewFailure;
    RuntimeException nextFailure;
    RuntimeException nextFailureAfter;

    @Override
    public Correction preview(CorrectionRequest request) {
        request.actor().require(request.needed());
        if (previewFailure != null && request.confirmed().isEmpty()) {
            throw previewFailure;
        }
        return answer(request);
    }

    @Override
    public Correction apply(CorrectionRequest request) {
        sent.add(request);
        request.actor().require(request.needed());
        RuntimeException before = nextFailure;
        nextFailure = null;
        if (before != null) {
            throw before;
        }
        Correction correction = done.computeIfAbsent(request.key(), key -> answer(request));
        RuntimeException after = nextFailureAfter;
        nextFailureAfter = null;
        if (after != null) {
            throw after;
        }
        return correction;
    }

    @Override
    public Optional<Correction> find(Actor reader, RequestKey key) {
        RuntimeException before = nextFailure;
        nextFailure = null;
        if (before != null) {
            throw before;
        }
        return Optional.ofNullable(done.get(key));
    }

    private Correction answer(CorrectionRequest request) {
        if (request instanceof CorrectionRequest.Refund refund) {
            return correction(EntryKind.REFUND, request, refund.amount());
        }
        if (request instanceof CorrectionRequest.VoidReceipt) {
            return correction(EntryKind.VOID, request, amount);
        }
        return correction(
                request instanceof CorrectionRequest.Waive ? EntryKind.WAIVER : EntryKind.REVERSAL,
                request,
                amount.negated());
    }

    private Correction correction(EntryKind kind, CorrectionRequest request, Money sum) {
        return new Correction(kind, request.date(), rows, sum, reopened, reopenedTotal, toCredit, otherReceipts);
    }
}
