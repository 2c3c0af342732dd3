package org.openadmin.fees.testkit;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.till.DepositNumber;

/** Refuses every export, in English; a test overrides those that it needs. */
public class NoExports implements FeeExports {

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public MonthSummary summary(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public JournalTotals transactions(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void journal(Actor reader, JournalQuery query, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void receipts(Actor reader, ReceiptQuery query, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void statement(StatementRequest request, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void history(Actor reader, AccountNumber student, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void receivables(Actor reader, LocalDate today, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void receivables(
            Actor reader, LocalDate today, Set<? extends AccountNumber> students, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void collection(Actor reader, CollectionPeriod period, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void collection(Actor reader, CollectionQuery query, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void chargedStudents(
            Actor reader, CollectionQuery query, Optional<String> group, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void classList(Actor reader, CollectionQuery query, String group, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void cheques(Actor reader, DepositNumber number, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void run(Actor reader, RunNumber number, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    @Override
    public void audit(Actor reader, AuditQuery query, ListFormat format, OutputStream out) {
        throw unexpected();
    }

    private static UnsupportedOperationException unexpected() {
        return new UnsupportedOperationException("no export is expected here");
    }
}
