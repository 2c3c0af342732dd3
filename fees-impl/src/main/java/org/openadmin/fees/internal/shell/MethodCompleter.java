package org.openadmin.fees.internal.shell;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.openadmin.fees.api.payments.PaymentMethod;

/** Completes the payment methods. */
@Service
public final class MethodCompleter implements Completer {

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(Arrays.stream(PaymentMethod.values())
                        .map(PaymentMethod::keyword)
                        .toList())
                .complete(session, line, candidates);
    }
}
