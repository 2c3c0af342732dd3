package org.openadmin.portal.internal;

import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates users against a JAAS realm.
 *
 * @param name the realm, such as {@code karaf}, whose users are in {@code etc/users.properties}
 */
record Realm(String name) {

    private static final Logger LOG = LoggerFactory.getLogger(Realm.class);

    /** Returns the user with this name and password, or empty if the log-in fails. */
    Optional<User> user(String userName, String password) {
        try {
            LoginContext login = new LoginContext(name, callbacks -> answer(callbacks, userName, password));
            login.login();
            return Optional.of(new User(
                    userName,
                    login.getSubject().getPrincipals(RolePrincipal.class).stream()
                            .map(Principal::getName)
                            .collect(Collectors.toUnmodifiableSet())));
        } catch (LoginException refused) {
            LOG.info("Log-in of {} refused: {}", LogLine.of(userName), LogLine.of(refused.getMessage()));
            return Optional.empty();
        }
    }

    private static void answer(Callback[] callbacks, String userName, String password)
            throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback asked) {
                asked.setName(userName);
            } else if (callback instanceof PasswordCallback asked) {
                asked.setPassword(password.toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
