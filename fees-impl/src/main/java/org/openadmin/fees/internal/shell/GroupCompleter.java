package org.openadmin.fees.internal.shell;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openadmin.fees.api.students.GroupKind;

/** Completes the kinds of groups. */
@Service
public final class GroupCompleter implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(Arrays.stream(GroupKind.values())
                        .map(GroupKind::keyword)
                        .toList())
                .complete(session, line, candidates);
    }
}
