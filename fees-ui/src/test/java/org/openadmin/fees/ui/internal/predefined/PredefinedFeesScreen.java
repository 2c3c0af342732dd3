package org.openadmin.fees.ui.internal.predefined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;

/**
 * The page of predefined fees in a simulated browser. Inès (100) is in grade 9, Anh (101) in grade 10, and the profile {@code Band} is
 * grade 10.
 */
final class PredefinedFeesScreen implements AfterEachCallback {

    final MemoryOffice office = Screens.office();

    PredefinedFeesScreen() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
        office.configure(
                Kit.settings(Locale.CANADA, Map.of("Band", new Audience.Group(GroupKind.GRADE, List.of("10")))));
    }

    PredefinedFeesView open(Locale locale, String... roles) {
        Screens.open(locale, roles);
        return Screens.show(new PredefinedFeesView(
                office.students(), office.catalogue(), office.assessment(), office, Screens.CLOCK));
    }

    /** @param audience null for none */
    PredefinedFee predefine(String name, String amount, Audience audience, int charged, String... taxes) {
        Fee fee = Kit.fee(name, amount, taxes);
        PredefinedFeeId id = office.catalogue()
                .add(new AddRequest(RequestKey.fresh(), Kit.CLERK, fee, Optional.ofNullable(audience)))
                .id();
        for (int i = 0; i < charged; i++) {
            office.assessment()
                    .post(Kit.assessing(new AssessmentDraft(
                            Optional.of(id), fee, Kit.DAY.minusDays(30L * i), Kit.only(new StudentNumber(100)))));
        }
        return office.catalogue().find(id).orElseThrow();
    }

    PredefinedFee onlyFee() {
        assertThat(office.catalogue().list()).hasSize(1);
        return office.catalogue().list().get(0);
    }

    @SuppressWarnings("unchecked")
    static CheckboxGroup<TaxRate> taxes() {
        return find(CheckboxGroup.class, "fee-taxes");
    }

    static String cell(int row, String column) {
        return GridKt._getCellComponent((Grid<?>) find(Grid.class, "fee-grid"), row, column)
                .getElement()
                .getTextRecursively();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens.close();
    }
}
