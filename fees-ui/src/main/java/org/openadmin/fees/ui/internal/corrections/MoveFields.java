package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.spi.search.TextFolding;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ChoiceField;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;

/** The account that gets the credit, one of the siblings or any other by number, and the amount; the whole credit is proposed. */
final class MoveFields extends CorrectionFields {

    private final UserContext context;
    private final Money credit;
    private final ChoiceField<StudentSnapshot> to;
    private final MoneyField amount;

    MoveFields(UserContext context, Money credit, List<StudentSnapshot> siblings) {
        this.context = context;
        this.credit = credit;
        amount = Styles.id(
                "move-amount", new MoneyField(context, context.text("correct.move.amount"), credit.currency()));
        amount.show(credit);
        to = Styles.id("move-to", new ChoiceField<>(context));
        to.setLabel(context.text("correct.move.to"));
        to.setHelperText(context.text("correct.move.to.help"));
        to.setItemLabelGenerator(student ->
                student.name().isEmpty() ? student.nameOrNumber() : student.name() + " · " + student.number());
        to.setWidth("18rem");
        // a number is that of one account, never a part of another one's
        to.offer(
                (student, typed) -> TextFolding.contains(student.name(), typed)
                        || student.number().toString().equals(typed),
                siblings);
        to.allowOther(typed -> new StudentSnapshot(AccountNumber.parse(typed), "", "", ""));
        siblings.stream().findFirst().ifPresent(to::setValue);
        add(to, amount);
    }

    private void refuseTo(String sentence) {
        to.setErrorMessage(sentence);
        to.setInvalid(true);
    }

    @Override
    void listen(Runnable typed, Runnable entered) {
        to.addValueChangeListener(e -> typed.run());
        to.whenUnreadable(typed::run);
        amount.addValueChangeListener(e -> typed.run());
        amount.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    @Override
    void focus() {
        if (to.chosen().isEmpty()) {
            to.focus();
        } else {
            amount.focus();
        }
    }

    @Override
    List<Component> fields() {
        return List.of(to, amount);
    }

    /** @throws InvalidInputException if no account was chosen */
    AccountNumber to() {
        return to.chosen()
                .map(StudentSnapshot::number)
                .orElseThrow(() -> new InvalidInputException(Field.STUDENT, Problem.MISSING, ""));
    }

    /** The name of the account, or its number. */
    String who() {
        return to.getOptionalValue()
                .map(student -> student.name().isEmpty() ? student.nameOrNumber() : student.spokenName())
                .orElse("");
    }

    /** @throws InvalidInputException if the input is not a valid amount */
    Money amount() {
        return context.money().read(amount.getValue(), credit.currency());
    }

    @Override
    Optional<AccountNumber> receiver() {
        return to.getOptionalValue().map(StudentSnapshot::number);
    }

    @Override
    boolean refuse(Field field, String sentence) {
        if (field == Field.AMOUNT) {
            amount.refuse(sentence);
        } else if (field == Field.STUDENT) {
            refuseTo(sentence);
        }
        return field == Field.AMOUNT || field == Field.STUDENT;
    }
}
