package org.openadmin.fees.internal.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's transport, extended to record how far a message has been transmitted. The library's exceptions do not show this:
 * a connection lost after the end of a message looks like one lost before, and an answer is lost when the reset after it fails.
 */
final class TrackingTransport extends SMTPTransport {

    /** How far a message has been transmitted. */
    enum Stage {
        SENDER,
        RECIPIENTS,
        CONTENT,
        /** The line that ends the message may have been sent: from here on the server may accept it. */
        END
    }

    private Stage stage = Stage.SENDER;
    private boolean greeted;
    private boolean answered;
    private int answer;
    private String words = "";

    TrackingTransport(Session session, boolean tls) {
        super(session, null, "smtp", tls);
    }

    /** Whether the server has sent anything. */
    synchronized boolean isGreeted() {
        return greeted;
    }

    /** How far the last message was transmitted. */
    synchronized Stage stage() {
        return stage;
    }

    /** The server's reply code to the end of the last message: 0 without a reply, negative for an invalid one. */
    synchronized int answerToEnd() {
        return answer;
    }

    /** The text of that reply. */
    synchronized String wordsToEnd() {
        return words;
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] addresses) throws MessagingException {
        stage = Stage.SENDER;
        answered = false;
        answer = 0;
        words = "";
        super.sendMessage(message, addresses);
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENTS;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.CONTENT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.END;
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        greeted = true;
        if (stage == Stage.END && !answered) {
            answered = true;
            answer = code;
            words = getLastServerResponse();
        }
        return code;
    }
}
