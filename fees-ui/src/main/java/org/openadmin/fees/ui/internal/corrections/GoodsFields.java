package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** Whether what was sold with a receipt came back; nothing is chosen at first. */
final class GoodsFields extends CorrectionFields {

    private final RadioButtonGroup<SoldGoods> goods = Styles.id("void-goods", new RadioButtonGroup<>());

    GoodsFields(UserContext context) {
        goods.setLabel(context.text("correct.void.goods"));
        goods.setItems(SoldGoods.RETURNED, SoldGoods.KEPT);
        goods.setItemLabelGenerator(each -> context.text("correct.void.goods." + each.keyword()));
        goods.setManualValidation(true);
        add(goods);
    }

    SoldGoods stated() {
        return Optional.ofNullable(goods.getValue()).orElse(SoldGoods.NOT_STATED);
    }

    @Override
    void listen(Runnable typed, Runnable entered) {
        goods.addValueChangeListener(e -> typed.run());
    }

    /** Typing begins with the reason, as wherever a receipt is voided. */
    @Override
    boolean areFirst() {
        return false;
    }

    @Override
    void focus() {
        goods.getElement().callJsFunction("focus");
    }

    @Override
    List<Component> fields() {
        return List.of(goods);
    }

    @Override
    boolean refuse(Field field, String sentence) {
        return false;
    }
}
