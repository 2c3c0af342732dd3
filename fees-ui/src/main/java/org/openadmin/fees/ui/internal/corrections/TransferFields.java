package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.spi.search.PayerOrder;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ChoiceField;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** The payer who owes a charge from now on, found by name or number. */
final class TransferFields extends CorrectionFields {

    private final ChoiceField<PayerAccount> payer;

    /** @param payers those that are active */
    TransferFields(UserContext context, List<PayerAccount> payers) {
        payer = Styles.id("transfer-payer", new ChoiceField<>(context));
        payer.setLabel(context.text("correct.transfer.payer"));
        payer.setItemLabelGenerator(each -> label(context, each));
        payer.offer((each, typed) -> PayerOrder.matches(each.payer(), typed), payers);
        payer.setRequiredIndicatorVisible(true);
        payer.setWidthFull();
        setWidthFull();
        add(payer);
    }

    /** With the credit of a fund, which is all that it can pay. */
    private static String label(UserContext context, PayerAccount each) {
        Payer known = each.payer();
        String name = Messages.isolated(known.name()) + " · " + known.number();
        return known.kind() == PayerKind.FUND
                ? name + " · "
                        + context.text(
                                "correct.transfer.credit",
                                context.format(each.balance().credit()))
                : name;
    }

    @Override
    void listen(Runnable typed, Runnable entered) {
        payer.addValueChangeListener(e -> typed.run());
        payer.whenUnreadable(typed::run);
    }

    @Override
    void focus() {
        payer.focus();
    }

    @Override
    List<Component> fields() {
        return List.of(payer);
    }

    /** @throws InvalidInputException if none is chosen */
    Payer payer() {
        return payer.chosen()
                .map(PayerAccount::payer)
                .orElseThrow(() -> new InvalidInputException(Field.PAYER, Problem.MISSING, ""));
    }

    @Override
    boolean refuse(Field field, String sentence) {
        if (field == Field.PAYER) {
            payer.setErrorMessage(sentence);
            payer.setInvalid(true);
        }
        return field == Field.PAYER;
    }
}
