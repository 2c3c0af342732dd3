package org.openadmin.fees.internal.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.internal.schema.HostWatch;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the commands have in common: who acts, options behind arguments, and an error as one sentence with a failed result.
 *
 * <p>Karaf offers the commands of a bundle all together or not at all, so every service is optional, and a command says itself what it waits for.
 */
abstract class ShellCommand implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(ShellCommand.class);

    /** For the currency, and for the language. */
    @Reference(optional = true)
    FeesSettings settings;

    @Reference(optional = true)
    private HostWatch host;

    @Reference(filter = SchoolClock.TARGET, optional = true)
    Clock clock;

    private final ShellUser user;
    private final Output output;
    private ShellMessages texts = ShellMessages.ENGLISH;

    ShellCommand() {
        this(new ShellUser(), Output.ofThread());
    }

    /** For tests. */
    ShellCommand(ShellUser user, Output output) {
        this.user = user;
        this.output = output;
    }

    /** What everybody needs who uses this command; what it changes is checked by the service again. */
    Role needed() {
        return Role.VIEW;
    }

    /** The words behind the first argument, options among them: Karaf itself reads options in front only. */
    List<String> words() {
        return List.of();
    }

    /** @param arguments the words that are no options */
    abstract void run(List<String> arguments, Output out) throws Exception;

    @Override
    public final Object execute() throws Exception {
        texts = ShellMessages.of(settings);
        ShellErrorMessages sentences = new ShellErrorMessages(texts);
        try {
            actor().require(needed());
            run(new InterleavedOptions(this).read(words()), output);
            return null;
        } catch (FeesException | UsageException e) {
            throw failure(sentences.of(e), e);
        } catch (CommandException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("A command of the shell failed", e);
            throw failure(say("unexpected", e.getClass().getSimpleName()), e);
        } finally {
            output.flush();
        }
    }

    /** The user of the shell. */
    final Actor actor() {
        return user.actor();
    }

    /** Today at the school. */
    final LocalDate today() {
        return LocalDate.now(needs(clock));
    }

    /** What to print, in the language of the school. */
    final String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    /** Rows for scripts, or for people, who read the headings in their language. */
    final void rows(boolean csv, List<String> heading, List<List<Object>> rows, Output out) {
        if (csv) {
            out.csv(heading, rows);
        } else {
            out.table(
                    heading.stream()
                            .map(column -> column.isEmpty() ? "" : say("column." + column))
                            .toList(),
                    rows);
        }
    }

    /** @throws UsageException when the service is not there */
    final <T> T needs(T service) {
        if (service == null) {
            throw Optional.ofNullable(host)
                    .flatMap(HostWatch::missing)
                    .map(sentence -> new UsageException("not-ready.waits", sentence))
                    .orElseGet(() -> new UsageException("not-ready"));
        }
        return service;
    }

    /** Of the exact type that Karaf prints as one line, without a stack trace; the sentence twice, or it would be red. */
    private static CommandException failure(String sentence, Exception cause) {
        return new CommandException(sentence, sentence, cause);
    }
}
