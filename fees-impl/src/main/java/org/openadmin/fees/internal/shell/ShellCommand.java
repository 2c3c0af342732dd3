package org.openadmin.fees.internal.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.internal.persistence.Refusals;
import org.openadmin.fees.internal.schema.HostWatch;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.messages.KindLabels;
import org.openadmin.fees.spi.messages.Medium;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The common part of the commands: the acting user, options after arguments, and errors reported as one sentence with a
 * failed result.
 *
 * <p>Karaf registers either all commands of a bundle or none, so every service is optional, and each command reports
 * which service is missing.
 */
abstract class ShellCommand implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(ShellCommand.class);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final String TODAY = "today";

    /** Used for the currency and the language. */
    @Reference(optional = true)
    FeesSettings settings;

    @Reference(optional = true)
    private HostWatch host;

    @Reference(filter = SchoolClockReference.TARGET, optional = true)
    Clock clock;

    /** Records a user without the role of a command; the services record all other refusals. */
    @Reference(optional = true)
    Refusals refusals;

    private final ShellUser user;
    private final Output output;
    private ShellMessages texts = ShellMessages.ENGLISH;
    private RequestKey requestKey;
    private boolean mayBeRepeated;

    ShellCommand() {
        this(new ShellUser(), Output.ofThread());
    }

    /** Used by tests. */
    ShellCommand(ShellUser user, Output output) {
        this.user = user;
        this.output = output;
    }

    /** Returns the role that is required to run this command. The services check the role for each change again. */
    Role requiredRole() {
        return Role.VIEW;
    }

    /**
     * Returns the first argument and the words after it, including options, because Karaf parses options only in front
     * of the arguments.
     */
    List<String> arguments() {
        return List.of();
    }

    /** @param arguments the words without the options */
    abstract void run(List<String> arguments, Output out) throws Exception;

    @Override
    public final Object execute() throws Exception {
        texts = ShellMessages.of(settings);
        ShellErrorMessages sentences = new ShellErrorMessages(texts);
        try {
            requireRole();
            run(new InterleavedOptions(this).read(arguments()), output);
            return null;
        } catch (StorageException e) {
            throw failure(sentence(e, sentences) + whereToLook(e), e);
        } catch (FeesException | UsageException e) {
            throw failure(sentences.of(e) + whereToLook(e), e);
        } catch (CommandException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("A shell command failed", e);
            throw failure(message("unexpected", e.getClass().getSimpleName()) + whereToLook(e), e);
        } finally {
            output.flush();
        }
    }

    private void requireRole() {
        Actor actor = actor();
        try {
            actor.require(requiredRole(), operation());
        } catch (NotAllowedException e) {
            if (refusals != null) {
                ShellOperations.of(operation())
                        .ifPresent(operation -> refusals.refused(AuditedCommand.unread(operation, actor), e));
            }
            throw e;
        }
    }

    /** Returns a sentence after that of the failure, with a blank before it, such as the run that it belongs to; or an empty text. */
    String whereToLook(Exception failure) {
        return "";
    }

    /** If the request may have been stored, the user needs its key to send it again. */
    private String sentence(StorageException failure, ShellErrorMessages sentences) {
        StorageException of = mayBeRepeated ? failure.ofRepeatedRequest() : failure;
        return of.outcome() == StorageException.Outcome.UNKNOWN && requestKey != null
                ? message("storage.unknown", requestKey)
                : sentences.of(of);
    }

    /** Returns the name of the command, for the log. */
    private String operation() {
        Command command = getClass().getAnnotation(Command.class);
        return command == null ? getClass().getSimpleName() : command.scope() + ":" + command.name();
    }

    /** Returns the key of the request: the one that the user gave, perhaps not for the first time, or a new one. */
    final RequestKey requestKey(String given) {
        mayBeRepeated = given != null;
        requestKey = mayBeRepeated ? RequestKey.parse(given) : RequestKey.fresh();
        return requestKey;
    }

    /** Returns the user of the shell session. */
    final Actor actor() {
        return user.actor();
    }

    /** Returns the current date in the school's time zone. */
    final LocalDate today() {
        return LocalDate.now(require(clock));
    }

    /**
     * Returns the date that was given: {@code today}, or one such as 2026-09-08.
     *
     * @throws org.openadmin.fees.api.InvalidInputException if it is neither
     */
    final LocalDate date(String given) {
        return given.strip().equalsIgnoreCase(TODAY) ? today() : Dates.parse(given);
    }

    /**
     * Returns the period of charges that was given; this school year if neither date was.
     *
     * @throws org.openadmin.fees.api.InvalidInputException if a date is not one, or the last is before the first
     */
    final CollectionPeriod period(String from, String to) {
        return period(from, to, today());
    }

    /** @param day the day whose school year is meant if neither date was given */
    final CollectionPeriod period(String from, String to, LocalDate day) {
        return from == null && to == null
                ? CollectionPeriod.schoolYear(day)
                : new CollectionPeriod(
                        Optional.ofNullable(from).map(this::date),
                        Optional.ofNullable(to).map(this::date));
    }

    /**
     * Returns an amount in the school's currency.
     *
     * @param option the name of the option that has the amount
     * @throws UsageException if the option was not given
     */
    final Money money(String option, String given) {
        return Money.parse(
                UsageException.required(option, given),
                require(settings).current().currency());
    }

    /** @param given the option {@code --discount}, or null */
    final Discount discount(String given) {
        return given == null
                ? Discount.NONE
                : Discount.parse(given, require(settings).current().currency());
    }

    /**
     * @param yes whether the user gave the option {@code --yes}
     * @param again whether the user gave the option {@code --again}
     */
    static Set<Confirmation> confirmed(boolean yes, boolean again) {
        Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
        if (yes) {
            confirmed.add(Confirmation.UNUSUAL_DATE);
        }
        if (again) {
            confirmed.add(Confirmation.REPEATED_AMOUNT);
        }
        return confirmed;
    }

    /** Returns a moment as the school's clock shows it, such as {@code 2026-09-08 14:03}. */
    final String time(Instant moment) {
        return TIME.withZone(require(clock).getZone()).format(moment);
    }

    /** Returns the texts in the school's language. */
    final ShellMessages texts() {
        return texts;
    }

    /** Returns a text in the school's language. */
    final String message(String key, Object... arguments) {
        return texts.message(key, arguments);
    }

    /** Returns the words for kinds and states in the school's language. */
    final KindLabels kinds() {
        return new KindLabels(texts.locale(), Medium.CONSOLE);
    }

    /** Writes rows as a table with headings in the school's language. */
    final void table(List<String> heading, List<List<Object>> rows, Output out) {
        out.table(headings(heading), rows);
    }

    /** Returns headings in the school's language. */
    final List<String> headings(List<String> columns) {
        return columns.stream()
                .map(column -> column.isEmpty() ? "" : message("column." + column))
                .toList();
    }

    /** @throws UsageException if the service is not available */
    final <T> T require(T service) {
        if (service == null) {
            throw Optional.ofNullable(host)
                    .flatMap(HostWatch::missing)
                    .map(sentence -> new UsageException("not-ready.waits", sentence))
                    .orElseGet(() -> new UsageException("not-ready"));
        }
        return service;
    }

    /**
     * Karaf prints exactly this type as one line without a stack trace; the sentence is passed twice, because it would
     * be red otherwise.
     */
    private static CommandException failure(String sentence, Exception cause) {
        String visible = VisibleText.of(sentence);
        return new CommandException(visible, visible, cause);
    }
}
