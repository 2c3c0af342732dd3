package org.openadmin.fees.api.invoicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;

/**
 * The stored log of an invoice run: its request and its result. The students are in its {@link Line}s.
 *
 * @param kind what was printed or sent; what is said of invoices below holds for reminders too
 * @param stage the only stage of which reminders were wanted, if the request had one
 * @param audience the students that were selected, such as {@code grade 9 10}; empty for all
 * @param minimum the minimum amount due, if the request had one
 * @param invoices the number of students who got an invoice; in a run by e-mail that is in progress, so far
 * @param pages the number of pages printed; zero for e-mail
 * @param charged the sum of all lines of all invoices
 * @param credit the credit on account that was subtracted; zero or more
 * @param outcomes the number of students by outcome; outcomes without students are absent
 * @param problem why the run failed, or what it is waiting for, in English, for the log; empty if neither
 */
public record InvoiceRun(
        RunNumber number,
        Kind kind,
        Optional<Integer> stage,
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

    /** What a run prints or sends. */
    public enum Kind {
        /** Of what is outstanding. */
        INVOICES,
        /** Of what is overdue. */
        REMINDERS
    }

    /** How the invoices are delivered. */
    public enum Channel {
        PRINT,
        EMAIL
    }

    /** The state of a run. */
    public enum State {
        /** In progress, or interrupted because its portal stopped. */
        RUNNING,
        /** In progress; a user has asked it to stop, which it does before its next message. */
        STOPPING,
        DONE,
        /** Stopped by a user. There is no printed document; messages that were sent remain sent. */
        CANCELLED,
        /** Ended by an error. There is no printed document; messages that were sent remain sent. */
        FAILED;

        /** Whether a run in this state has not ended, so that its figures can still change. */
        public boolean isUnderWay() {
            return this == RUNNING || this == STOPPING;
        }
    }

    /** The outcomes of messages, the one that needs most attention first. */
    private static final List<Outcome> DELIVERY_ORDER = List.of(
            Outcome.SENDING,
            Outcome.UNCERTAIN,
            Outcome.WAITING,
            Outcome.SENT,
            Outcome.FAILED,
            Outcome.ALREADY_SENT,
            Outcome.SHARED_EMAIL);

    /** The result of the run for one student. */
    public enum Outcome {
        /** There is an invoice in the PDF. */
        INVOICED,
        /** There would be an invoice, but the print run was stopped or failed, so there is no document. */
        UNMADE,
        /** Left out: nothing is outstanding on the date, or the credit covers it. */
        NOTHING_DUE,
        /** Left out: the amount due is less than the minimum of the run. */
        BELOW_MINIMUM,
        /** Left out of reminders: nothing is overdue, or the credit covers what is. */
        NOTHING_OVERDUE,
        /** Left out of reminders: nothing has been overdue for as long as the first stage takes. */
        NOT_YET,
        /** Left out of reminders: there has been one of each stage that is reached. */
        REMINDED,
        /** Left out of reminders: the stage that is due is not the one that was wanted. */
        OTHER_STAGE,
        /** Left out: there is no postal address in the host's records. */
        NO_ADDRESS,
        /** Left out: the student owes money but is no longer in the host's records. */
        UNKNOWN_STUDENT,
        /** Left out: there is no e-mail address in the host's records, or it is not valid. */
        NO_EMAIL,
        /** Left out: several families share the e-mail address, so nothing is sent to it. */
        SHARED_EMAIL,
        /** Left out: an invoice of the same charges has already been e-mailed to each address. */
        ALREADY_SENT,
        /** The message has not been sent yet. */
        WAITING,
        /** The message is being sent to the mail server. */
        SENDING,
        /** The mail server has accepted the message. */
        SENT,
        /** Sending was given up. The mail server has not accepted the message. */
        FAILED,
        /**
         * The connection was lost before the mail server confirmed the message, so it may or may not have been
         * accepted. It is not sent again automatically.
         */
        UNCERTAIN;

        /** The words for this outcome in the detail of a line, in English for the log, such as {@code already sent}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether the student was left out of the run, so that no invoice was attempted. */
        public boolean isLeftOut() {
            return compareTo(NOTHING_DUE) >= 0 && compareTo(ALREADY_SENT) <= 0;
        }

        /**
         * Returns this outcome as it applies in a run of this state: a print run that did not complete has no invoices.
         */
        public Outcome in(State state) {
            return this == INVOICED && (state == State.CANCELLED || state == State.FAILED) ? UNMADE : this;
        }
    }

    /**
     * What became of a student's invoice at one e-mail address.
     *
     * @param detail further information, such as the mail server's reply; may be empty
     */
    public record Delivery(String address, Outcome outcome, String detail) {}

    /**
     * One student of a run.
     *
     * @param due the amount due on the invoice, or the amount that would have been due
     * @param recipient the e-mail addresses of the messages, separated by commas; empty if there is no message
     * @param detail further information, such as the mail server's reply; may be empty
     * @param unprintable the letters on the invoice that no font of the documents contains, each once; usually empty
     * @param reminder the stage of the reminder; empty for invoices, and for students who were left out
     */
    public record Line(
            StudentSnapshot student,
            Outcome outcome,
            Money due,
            String recipient,
            String detail,
            String unprintable,
            Optional<ReminderStage> reminder) {

        /** A line that is not of a reminder. */
        public Line(
                StudentSnapshot student,
                Outcome outcome,
                Money due,
                String recipient,
                String detail,
                String unprintable) {
            this(student, outcome, due, recipient, detail, unprintable, Optional.empty());
        }

        /** A line whose invoice can be printed with all its letters, or that has no invoice. */
        public Line(StudentSnapshot student, Outcome outcome, Money due, String recipient, String detail) {
            this(student, outcome, due, recipient, detail, "");
        }

        /** The same line, of an invoice with these letters that cannot be printed. */
        public Line withUnprintable(String letters) {
            return new Line(student, outcome, due, recipient, detail, letters, reminder);
        }

        /** The same line, of a reminder of this stage. */
        public Line withReminder(Optional<ReminderStage> stage) {
            return new Line(student, outcome, due, recipient, detail, unprintable, stage);
        }

        /** The same line with another outcome and its detail. */
        public Line with(Outcome other, String reason) {
            return new Line(student, other, due, recipient, reason, unprintable, reminder);
        }

        /** Returns a line without a message: of a print run, or of a student who was left out. */
        public static Line of(StudentSnapshot student, Outcome outcome, Money due) {
            return new Line(student, outcome, due, "", "");
        }

        /**
         * Returns the line of a student whose invoice goes to these addresses. Its outcome is the one that needs most
         * attention: being sent, then uncertain, then waiting; otherwise sent, if this run has sent it to one of the addresses.
         * The detail names each address whose outcome is another one, or that has a detail of its own.
         *
         * @param deliveries at least one
         */
        public static Line of(StudentSnapshot student, Money due, List<Delivery> deliveries) {
            Outcome outcome = DELIVERY_ORDER.stream()
                    .filter(each -> deliveries.stream().anyMatch(delivery -> delivery.outcome() == each))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no delivery"));
            String recipient = deliveries.stream()
                    .filter(delivery -> !delivery.outcome().isLeftOut())
                    .map(Delivery::address)
                    .collect(Collectors.joining(","));
            return new Line(student, outcome, due, recipient, detail(outcome, deliveries));
        }

        private static String detail(Outcome outcome, List<Delivery> deliveries) {
            if (outcome == Outcome.SHARED_EMAIL) {
                return deliveries.stream().map(Delivery::address).collect(Collectors.joining(", "));
            }
            return deliveries.size() == 1
                    ? deliveries.get(0).detail()
                    : deliveries.stream()
                            .filter(delivery -> delivery.outcome() != outcome
                                    || !delivery.detail().isEmpty())
                            .map(Line::words)
                            .collect(Collectors.joining("; "));
        }

        private static String words(Delivery delivery) {
            String words = delivery.detail().isEmpty() ? delivery.outcome().words() : delivery.detail();
            return delivery.address() + ": " + words;
        }
    }

    /** A run of invoices. */
    public InvoiceRun(
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
        this(
                number,
                Kind.INVOICES,
                Optional.empty(),
                channel,
                state,
                date,
                audience,
                minimum,
                order,
                invoices,
                pages,
                charged,
                credit,
                outcomes,
                problem,
                startedAt,
                endedAt,
                startedBy);
    }

    public InvoiceRun {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        counts.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(counts);
    }

    /** The students that were selected, to select them again; empty for all. */
    public Optional<Audience> selection() {
        if (audience.isEmpty()) {
            return Optional.empty();
        }
        String[] kindAndValues = audience.split(" ", 2);
        return Optional.of(
                kindAndValues[0].equals("profile")
                        ? new Audience.Profile(kindAndValues[1])
                        : Audience.Group.parse(GroupKind.parse(kindAndValues[0]), kindAndValues[1]));
    }

    /** Whether this is a run of reminders. */
    public boolean isOfReminders() {
        return kind == Kind.REMINDERS;
    }

    /** Whether this is a run by e-mail that has ended without a result for each of its messages, or with failures. */
    public boolean canBeFinished() {
        boolean cutShort = state != State.DONE && (outcomes.isEmpty() || count(Outcome.WAITING) > 0);
        return channel == Channel.EMAIL && endedAt.isPresent() && (cutShort || count(Outcome.FAILED) > 0);
    }

    /** Whether this is a print run that made a document. */
    public boolean hasDocument() {
        return channel == Channel.PRINT && state == State.DONE && pages > 0;
    }

    /** The total amount due on all invoices. */
    public Money due() {
        return charged.minus(credit);
    }

    /** The number of students with this outcome. */
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** The number of students who were to receive an invoice, whatever the outcome. */
    public int meant() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum() - leftOut();
    }

    /** The number of students whose message has not been sent yet, in a run by e-mail. */
    public int waiting() {
        return count(Outcome.WAITING) + count(Outcome.SENDING);
    }

    /** The number of students who were left out. */
    public int leftOut() {
        return outcomes.entrySet().stream()
                .filter(each -> each.getKey().isLeftOut())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
