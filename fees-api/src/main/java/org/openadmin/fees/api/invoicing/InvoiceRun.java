package org.openadmin.fees.api.invoicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * The log of a run of invoices, as it is kept: who asked for what, and what came of it. Whom it was about is in its {@link Line}s.
 *
 * @param audience whom it was for, such as {@code grade 9 10}; empty for everybody
 * @param minimum the least that had to be due, if there was such a limit
 * @param invoices how many students got one
 * @param pages how many pages they take; zero for e-mail
 * @param charged the sum of all lines of all invoices
 * @param credit the credit on account that was taken off, zero or more
 * @param outcomes how many students met with what; outcomes that nobody met with are absent
 * @param problem why it failed, in English, for the log; empty when it did not
 */
public record InvoiceRun(
        RunNumber number,
        Channel channel,
        State state,
        LocalDate date,
        String audience,
        Optional<Money> minimum,
        InvoiceOrder order,
        int invoices,
        int pages,
        Money charged,
        Money credit,
        Map<Outcome, Integer> outcomes,
        String problem,
        Instant startedAt,
        Optional<Instant> endedAt,
        String startedBy) {

    /** How the invoices go out. */
    public enum Channel {
        PRINT,
        EMAIL
    }

    /** How far a run has come. */
    public enum State {
        /** It is being worked on, or was when its portal stopped. */
        RUNNING,
        DONE,
        /** Its user stopped it. Of a print nothing is left; e-mail that was sent is sent. */
        CANCELLED,
        /** Something went wrong. Of a print nothing is left; e-mail that was sent is sent. */
        FAILED
    }

    /** What a student met with. */
    public enum Outcome {
        /** Has an invoice in the PDF. */
        INVOICED,
        /** Would have an invoice, but the print was stopped or failed, and nothing is left of it. */
        UNMADE,
        /** Left out: nothing is outstanding at that date, or credit covers it. */
        NOTHING_DUE,
        /** Left out: less is due than the run asks for. */
        BELOW_MINIMUM,
        /** Left out: the host has no postal address. */
        NO_ADDRESS,
        /** Left out: owes something, but the host does not know the student any more. */
        UNKNOWN_STUDENT,
        /** Left out: the host has no e-mail address, or one that none can be sent to. */
        NO_EMAIL,
        /** Left out: the same invoice was e-mailed before. */
        ALREADY_SENT,
        /** Its message was not tried yet. */
        WAITING,
        /** Its message is being handed over. */
        SENDING,
        /** The mail server has taken its message. */
        SENT,
        /** Its message was given up: the mail server does not have it. */
        FAILED,
        /** The connection broke at the end: the mail server may have its message or not, and it is not sent again by itself. */
        UNCERTAIN;

        /** Whether the student was left out from the beginning. */
        public boolean isLeftOut() {
            return compareTo(NOTHING_DUE) >= 0 && compareTo(ALREADY_SENT) <= 0;
        }

        /** What it has come to in a run of that state: the invoices of a print that did not reach its end do not exist. */
        public Outcome in(State state) {
            return this == INVOICED && (state == State.CANCELLED || state == State.FAILED) ? UNMADE : this;
        }
    }

    /**
     * One student of a run.
     *
     * @param due what the invoice asks for, or would have
     * @param recipient the e-mail addresses of the message, with commas between; empty without one
     * @param detail what else there is to say, such as the mail server's answer; may be empty
     */
    public record Line(StudentSnapshot student, Outcome outcome, Money due, String recipient, String detail) {

        /** A line of a print, or of somebody who was left out. */
        public static Line of(StudentSnapshot student, Outcome outcome, Money due) {
            return new Line(student, outcome, due, "", "");
        }
    }

    public InvoiceRun {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        counts.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(counts);
    }

    /** What all invoices together ask for. */
    public Money due() {
        return charged.minus(credit);
    }

    /** How many students met with this. */
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** How many students were left out. */
    public int leftOut() {
        return outcomes.entrySet().stream()
                .filter(each -> each.getKey().isLeftOut())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
