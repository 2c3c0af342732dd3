package org.openadmin.fees.ui.internal.students;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.KnownValues;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ChoiceField;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.ErrorMessages;

/** Selects students: by a kind of group and its values, as the office types them, or by a profile, which overrides the group. */
public final class AudienceField extends FormLayout {

    /** The most names shown below the student numbers. */
    private static final int MAX_NAMES = 5;

    private final UserContext context;
    private final Students students;
    private final Map<String, Audience.Group> profiles;
    private final Select<String> profile = new Select<>();
    private final Select<GroupKind> kind = new Select<>();
    private final TextField values = new TextField();
    private final ChoiceField<String> known;
    /** Adds the number of a student who is found by name. */
    private final StudentField finder;

    private KnownValues school = new KnownValues(GroupKind.GRADE, List.of());
    private ValueCheck check = new ValueCheck(school);

    public AudienceField(UserContext context, Students students, Map<String, Audience.Group> profiles) {
        this.context = context;
        this.students = students;
        this.profiles = profiles;
        setUpProfile();
        setUpKind();
        setUpValues();
        known = Styles.id("audience-known", new ChoiceField<>(context));
        setUpKnown();
        finder = Styles.id("audience-student", new StudentField(context, students));
        setUpFinder();
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("20rem", 2), new ResponsiveStep("46rem", 4));
        add(kind, values, known, finder, profile);
        kind.setValue(GroupKind.GRADE);
    }

    private void setUpProfile() {
        profile.setId("audience-profile");
        profile.setLabel(context.text("audience.profile"));
        profile.setItems(profiles.keySet());
        profile.setEmptySelectionAllowed(true);
        profile.setEmptySelectionCaption(context.text("audience.profile.none"));
        profile.setItemLabelGenerator(name -> name == null ? context.text("audience.profile.none") : name);
        profile.setVisible(!profiles.isEmpty());
        profile.setManualValidation(true);
        profile.addValueChangeListener(e -> profileChosen(e.getValue()));
    }

    private void setUpKind() {
        kind.setId("audience-kind");
        kind.setLabel(context.text("audience.kind"));
        kind.setItems(GroupKind.values());
        kind.setItemLabelGenerator(context::format);
        kind.addValueChangeListener(e -> {
            // the values of one group mean nothing in another
            values.clear();
            kindChosen(e.getValue());
        });
    }

    private void setUpValues() {
        values.setId("audience-values");
        values.setManualValidation(true);
        values.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        values.setValueChangeMode(ValueChangeMode.EAGER);
        values.addValueChangeListener(e -> check(true));
        values.addBlurListener(e -> check(false));
    }

    /**
     * Shows at once which values the school does not have, and the names for student numbers. Only the result of {@link #read}
     * counts.
     *
     * @param typing whether the last value may be incomplete
     */
    private void check(boolean typing) {
        values.setInvalid(false);
        values.setHelperText("");
        if (!values.isEnabled() || typed().isEmpty()) {
            return;
        }
        try {
            if (kind.getValue() == GroupKind.STUDENT) {
                checkNumbers(typing);
            } else {
                List<String> unknown = check.unknown(typed(), typing && ValueList.isOpenEnded(values.getValue()));
                if (!unknown.isEmpty()) {
                    refuse(new UnknownGroupValueException(kind.getValue(), unknown));
                }
            }
        } catch (InvalidInputException e) {
            refuse(e);
        } catch (FeesException e) {
            // checked again when the values are used
            values.setInvalid(false);
        }
    }

    private void checkNumbers(boolean typing) {
        List<StudentNumber> numbers =
                typed().stream().map(StudentNumber::parse).distinct().toList();
        Map<StudentNumber, Student> found = students.find(numbers);
        boolean goesOn = typing && ValueList.isOpenEnded(values.getValue());
        List<StudentNumber> unknown = numbers.stream()
                .filter(number -> !found.containsKey(number))
                .filter(number -> !goesOn || !number.equals(numbers.get(numbers.size() - 1)))
                .toList();
        if (!unknown.isEmpty()) {
            refuse(new UnknownStudentException(unknown));
        }
        List<String> names = numbers.stream()
                .filter(found::containsKey)
                .limit(MAX_NAMES)
                .map(number -> found.get(number).name())
                .toList();
        int more = found.size() - names.size();
        String all = String.join(" · ", names);
        values.setHelperText(more > 0 ? context.text("audience.names.more", all, more) : all);
    }

    private void setUpKnown() {
        known.setLabel(context.text("audience.known"));
        known.setPlaceholder(context.text("audience.known.choose"));
        known.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                append(e.getValue());
                known.clear();
            }
        });
    }

    private void setUpFinder() {
        finder.setLabel(context.text("audience.student"));
        finder.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                append(e.getValue().number().toString());
                finder.clear();
            }
        });
    }

    private void append(String value) {
        Set<String> all = new LinkedHashSet<>(typed());
        all.add(value);
        values.setValue(new Audience.Group(kind.getValue(), List.copyOf(all)).text());
    }

    private List<String> typed() {
        if (values.getValue().isBlank()) {
            return List.of();
        }
        try {
            return school.read(
                    Audience.Group.parse(kind.getValue(), values.getValue()).values());
        } catch (InvalidInputException e) {
            // nothing but commas
            return List.of();
        }
    }

    private void kindChosen(GroupKind chosen) {
        boolean listed = chosen != null && chosen != GroupKind.STUDENT;
        known.setVisible(listed);
        finder.setVisible(chosen == GroupKind.STUDENT);
        List<String> all = listed ? students.values(chosen) : List.of();
        school = new KnownValues(chosen, all);
        check = new ValueCheck(school);
        known.offer(all);
        values.setLabel(context.several(chosen));
        values.setPlaceholder(context.text("audience.example." + chosen.keyword()));
        check(true);
    }

    private void profileChosen(String chosen) {
        boolean free = chosen == null;
        kind.setEnabled(free);
        values.setEnabled(free);
        known.setEnabled(free);
        finder.setEnabled(free);
        check(false);
        profile.setInvalid(false);
        Audience.Group named = free ? null : profiles.get(chosen);
        profile.setHelperText(
                named == null
                        ? ""
                        : context.text("audience.profile.overrides", context.format(named.kind()), named.text()));
    }

    public void show(Audience audience) {
        if (audience instanceof Audience.Profile named) {
            profile.setValue(profiles.containsKey(named.name()) ? named.name() : null);
        } else if (audience instanceof Audience.Group shown) {
            profile.clear();
            kind.setValue(shown.kind());
            values.setValue(shown.text());
        }
    }

    public void clear() {
        profile.clear();
        values.clear();
        kind.setValue(GroupKind.GRADE);
    }

    public boolean isEmpty() {
        return profile.getValue() == null && typed().isEmpty();
    }

    /** The selection, with each value checked against those of the school; if it is invalid, the fields show why. */
    public Optional<Audience> read() {
        try {
            Audience audience = audience();
            students.in(audience);
            values.setInvalid(false);
            profile.setInvalid(false);
            return Optional.of(audience);
        } catch (FeesException e) {
            if (!refuse(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Audience audience() {
        if (profile.getValue() != null) {
            return new Audience.Profile(profile.getValue());
        }
        if (typed().isEmpty()) {
            throw new InvalidInputException(Field.VALUES, Problem.MISSING, "");
        }
        if (kind.getValue() == GroupKind.STUDENT) {
            typed().forEach(StudentNumber::parse);
        }
        return new Audience.Group(kind.getValue(), typed());
    }

    /** Shows an error beside the field it belongs to; false if it belongs to none of these fields. */
    public boolean refuse(FeesException refusal) {
        Field field = ErrorMessages.field(refusal).orElse(null);
        if (field == Field.PROFILE) {
            profile.setErrorMessage(context.errors().of(refusal));
            profile.setInvalid(true);
            return true;
        }
        if (field == Field.VALUES || field == Field.STUDENT) {
            values.setErrorMessage(context.errors().of(refusal));
            values.setInvalid(true);
            return true;
        }
        return false;
    }

    /** The fields, in the order of the form. */
    public List<Component> fields() {
        return List.of(kind, values, profile);
    }

    /** What was typed and selected, as a line of text that {@link #restore} reads. */
    public String typedText() {
        return kind.getValue().keyword() + " " + values.getValue();
    }

    /** The name of the selected profile, if one is selected. */
    public Optional<String> selectedProfile() {
        return Optional.ofNullable(profile.getValue());
    }

    /** Fills the fields with what was typed and selected before, valid or not. */
    public void restore(String typedText, Optional<String> selectedProfile) {
        int blank = typedText.indexOf(' ');
        kind.setValue(GroupKind.parse(typedText.substring(0, blank)));
        values.setValue(typedText.substring(blank + 1));
        profile.setValue(selectedProfile.filter(profiles::containsKey).orElse(null));
    }

    /** What was typed and selected, to find out later whether anything has changed. */
    public List<Object> content() {
        return List.of(kind.getValue(), values.getValue(), Optional.ofNullable(profile.getValue()));
    }

    public void focus() {
        values.focus();
    }

    public void onChange(Runnable changed) {
        profile.addValueChangeListener(e -> changed.run());
        kind.addValueChangeListener(e -> changed.run());
        values.addValueChangeListener(e -> changed.run());
    }

    public Registration onEnter(Runnable entered) {
        return values.addKeyDownListener(com.vaadin.flow.component.Key.ENTER, e -> entered.run());
    }

    /** The text for an audience, such as {@code Grade 9 10}. */
    public static String label(UserContext context, Audience audience) {
        if (audience instanceof Audience.Group group) {
            return context.format(group.kind()) + " " + group.text();
        }
        return context.text("audience.profile") + " " + ((Audience.Profile) audience).name();
    }

    /** The text for an audience; for a profile, also the group that it selects. */
    public static String label(UserContext context, Audience audience, Map<String, Audience.Group> profiles) {
        String words = label(context, audience);
        if (audience instanceof Audience.Profile named) {
            Audience.Group group = profiles.get(named.name());
            return group == null
                    ? words + " – " + context.errors().of(new UnknownProfileException(named.name(), List.of()))
                    : words + " (" + label(context, group) + ")";
        }
        return words;
    }
}
