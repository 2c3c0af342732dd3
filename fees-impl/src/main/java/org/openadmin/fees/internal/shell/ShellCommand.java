package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.internal.schema.HostWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the commands have in common: who acts, options behind arguments, and an error as one sentence with a failed result.
 *
 * <p>Karaf offers the commands of a bundle all together or not at all, so every service is optional, and a command says itself what it waits for.
 */
abstract class ShellCommand implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(ShellCommand.class);

    @Reference(optional = true)
    private HostWatch host;

    private final ShellUser user;
    private final Output output;

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
        try {
            actor().require(needed());
            run(new LateOptions(this).read(words()), output);
            return null;
        } catch (FeesException | UsageException e) {
            throw failure(e.getMessage(), e);
        } catch (CommandException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("A command of the shell failed", e);
            throw failure("This failed unexpectedly (" + e.getClass().getSimpleName() + "); the log says more.", e);
        } finally {
            output.flush();
        }
    }

    /** The user of the shell. */
    final Actor actor() {
        return user.actor();
    }

    /** @throws UsageException when the service is not there */
    final <T> T needs(T service) {
        if (service == null) {
            throw new UsageException(Optional.ofNullable(host)
                    .flatMap(HostWatch::missing)
                    .orElse("Open Admin Fees is not ready: a part of it is missing. fees:status says more."));
        }
        return service;
    }

    /** Of the exact type that Karaf prints as one line, without a stack trace; the sentence twice, or it would be red. */
    private static CommandException failure(String sentence, Exception cause) {
        return new CommandException(sentence, sentence, cause);
    }
}
