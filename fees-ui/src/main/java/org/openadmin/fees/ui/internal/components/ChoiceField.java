package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.spi.search.TextFolding;
import org.openadmin.fees.ui.internal.UserContext;

/**
 * A list to choose from. What is typed and entered before the list arrives from a slow server is taken as well: a whole label, or
 * letters that only one entry has. Any other text is an error, unless other values are allowed: the value from before is then not the
 * {@linkplain #chosen chosen} one.
 */
public final class ChoiceField<T> extends ComboBox<T> {

    /** What was typed last stays in the browser's field when the value was empty before. */
    private static final String SHOW_NOTHING = "if (!this.value) { this.inputElement.value = ''; }";

    private final transient UserContext context;
    private transient Supplier<List<T>> entries = List::of;
    private ItemFilter<T> matches = (entry, typed) -> TextFolding.contains(label(entry), typed);
    private SerializableFunction<String, T> other;
    private SerializableRunnable unreadable = () -> {};
    private boolean readable = true;

    public ChoiceField(UserContext context) {
        this.context = context;
        setManualValidation(true);
        setAllowCustomValue(true);
        addCustomValueSetListener(e -> enter(e.getDetail().strip()));
        addValueChangeListener(e -> accept());
        // typing goes on after an error; that the text is empty again is no change of an empty value
        getElement().addEventListener("input", e -> accept()).setFilter("element.invalid");
    }

    /** Offers entries that are found by their labels. */
    public void offer(List<T> offered) {
        entries = () -> offered;
        setItems(offered);
    }

    /** Offers entries that are found in another way than by their labels. */
    public void offer(ItemFilter<T> found, List<T> offered) {
        matches = found;
        entries = () -> offered;
        setItems(found, offered);
    }

    /** Offers entries that are loaded when the list is opened. */
    public void offer(Supplier<List<T>> loaded) {
        entries = loaded;
        setItems(query -> {
            String typed = query.getFilter().orElse("");
            return loaded.get().stream()
                    .filter(entry -> matches.test(entry, typed))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
    }

    /** @param read makes a value of a text that no entry has; its refusal is shown at the field */
    public void allowOther(SerializableFunction<String, T> read) {
        other = read;
    }

    /** @param changed runs when a text is entered that no entry has, so that the value from before no longer counts */
    public void whenUnreadable(SerializableRunnable changed) {
        unreadable = changed;
    }

    /** The value; empty while the field shows a text that no entry has. */
    public Optional<T> chosen() {
        return readable ? getOptionalValue() : Optional.empty();
    }

    /** Whether the field shows a value or nothing, and not a text that no entry has. */
    public boolean isReadable() {
        return readable;
    }

    /** Shows a value, or nothing, in place of what was typed. */
    public void show(Optional<T> value) {
        accept();
        setValue(value.orElse(null));
        getElement().executeJs(SHOW_NOTHING);
    }

    private void accept() {
        readable = true;
        setInvalid(false);
    }

    private void enter(String typed) {
        List<T> found = entries.get().stream()
                .filter(entry -> matches.test(entry, typed))
                .toList();
        Optional<T> whole =
                found.stream().filter(entry -> isWhole(entry, typed)).findFirst();
        if (whole.isPresent() || found.size() == 1) {
            setValue(whole.orElseGet(() -> found.get(0)));
        } else if (found.isEmpty() && other != null) {
            takeOther(typed);
        } else {
            refuse(context.text(found.isEmpty() ? "choice.unknown" : "choice.several", typed));
        }
    }

    /** Whether this is the label, or the name or number in a label such as {@code Band office · P1}. */
    private boolean isWhole(T entry, String typed) {
        String label = label(entry);
        return label.equalsIgnoreCase(typed)
                || Arrays.stream(label.split(" · ")).anyMatch(typed::equalsIgnoreCase);
    }

    private void takeOther(String typed) {
        try {
            setValue(other.apply(typed));
        } catch (FeesException e) {
            refuse(context.errors().of(e));
        }
    }

    private void refuse(String sentence) {
        readable = false;
        setErrorMessage(sentence);
        setInvalid(true);
        unreadable.run();
    }

    private String label(T entry) {
        return getItemLabelGenerator().apply(entry);
    }
}
