package org.openadmin.fees.internal.students;

import java.util.List;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.Settings;

/** The meaning of an audience under the current configuration. */
public final class Audiences {

    private static final String PROFILE = "profile";

    private Audiences() {}

    /**
     * The group that an audience refers to.
     *
     * @throws UnknownProfileException when it is a profile that is not configured
     */
    public static Audience.Group group(Audience audience, Settings settings) {
        if (audience instanceof Audience.Group group) {
            return group;
        }
        String profile = ((Audience.Profile) audience).name();
        return settings.profiles().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(profile))
                .findFirst()
                .orElseThrow(() -> new UnknownProfileException(
                        profile, List.copyOf(settings.profiles().keySet())))
                .getValue();
    }

    /** The audience in one line, as in the record of an assessment: {@code grade 9 10}, {@code profile highschool}. */
    public static String text(Audience audience) {
        return audience instanceof Audience.Group group
                ? group.kind().keyword() + " " + group.text()
                : PROFILE + " " + ((Audience.Profile) audience).name();
    }

    /** The audience that {@link #text} has put in one line. */
    public static Audience parse(String text) {
        String word = text.substring(0, text.indexOf(' '));
        String rest = text.substring(word.length() + 1);
        return word.equals(PROFILE) ? new Audience.Profile(rest) : Audience.Group.parse(GroupKind.parse(word), rest);
    }
}
