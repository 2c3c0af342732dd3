package org.openadmin.fees.testkit;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.till.DepositNumber;

/** Refuses every document; a test overrides those that it needs. */
public class NoReports implements FeeReports {

    @Override
    public Locale language() {
        throw unexpected();
    }

    @Override
    public void receipt(Actor reader, ReceiptNumber number, Print print, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void refund(Actor reader, RefundNumber number, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void returnedPayment(Actor reader, ReceiptNumber number, OutputStream out) {
        throw unexpected();
    }

    @Override
    public int receipts(Actor reader, ReceiptQuery query, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void receipts(Actor reader, List<ReceiptNumber> numbers, Print print, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void statement(StatementRequest request, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void familyStatement(StatementRequest request, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void payerInvoice(Actor reader, PayerNumber payer, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void familyInvoice(Actor reader, StudentNumber student, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void history(Actor reader, AccountNumber student, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void daySheet(Actor reader, LocalDate day, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void receivables(Actor reader, LocalDate today, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void receivables(Actor reader, LocalDate today, Set<? extends AccountNumber> students, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void classList(Actor reader, CollectionQuery query, String group, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void depositSlip(Actor reader, DepositNumber number, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void summary(Actor reader, YearMonth month, OutputStream out) {
        throw unexpected();
    }

    private static UnsupportedOperationException unexpected() {
        return new UnsupportedOperationException("no document is expected here");
    }
}
