package org.openadmin.fees.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** Receipts by e-mail that are never sent; the outcome is the test's. */
public final class FakeReceiptMailer implements ReceiptMailer {

    /** Whether there is a mail server. */
    public boolean configured;

    public final List<ReceiptMailRequest> requests = new ArrayList<>();
    public final List<MailedReceipt> messages = new ArrayList<>();
    public Outcome outcome = Outcome.SENT;
    public String reply = "";
    public RuntimeException failure;

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public List<String> addresses(Actor reader, ReceiptNumber number) {
        return List.of("d@home.example", "m@home.example");
    }

    @Override
    public MailedReceipt send(ReceiptMailRequest request) {
        requests.add(request);
        if (failure != null) {
            throw failure;
        }
        MailedReceipt message = new MailedReceipt(
                request.document(),
                request.receipt(),
                List.of(request.addresses().split(", ")),
                request.copy(),
                outcome,
                reply,
                Instant.parse("2026-09-08T14:05:00Z"),
                request.actor().name());
        messages.add(message);
        return message;
    }

    @Override
    public List<MailedReceipt> messages(Actor reader, ReceiptNumber number) {
        return messages.stream()
                .filter(message -> message.receipt().equals(number))
                .toList();
    }
}
