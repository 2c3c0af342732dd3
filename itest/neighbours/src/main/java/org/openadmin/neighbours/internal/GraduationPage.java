package org.openadmin.neighbours.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.LocalDate;
import java.util.List;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Students;
import org.openadmin.neighbours.internal.GraduationCheck.Candidate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Shows counsellors which students of a grade can graduate, without any amount. */
@org.osgi.service.component.annotations.Component(
        service = Component.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            "portal.menu.path=graduation",
            "portal.menu.title=Graduation check",
            "portal.menu.title.fr=Fin des études",
            "portal.menu.icon=vaadin:academy-cap",
            "portal.menu.order:Integer=500",
            "portal.menu.roles=counsellor"
        })
public final class GraduationPage extends VerticalLayout implements HasDynamicTitle {

    private final transient GraduationCheck check;
    private final Grid<Candidate> grid = new Grid<>();
    private final Span summary = new Span();

    @Activate
    public GraduationPage(@Reference Students students, @Reference FeeAccounts accounts) {
        check = new GraduationCheck(students, accounts);
        setId("graduation");
        setSizeFull();
        List<String> grades = students.values(GroupKind.GRADE);
        ComboBox<String> grade = new ComboBox<>(say("Grade", "Niveau"), grades);
        grade.addValueChangeListener(event -> show(event.getValue()));
        summary.setId("graduation-summary");
        grid.setId("graduation-list");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        String yes = say("may graduate", "peut obtenir son diplôme");
        String no = say("has fees that are due", "a des frais à payer");
        grid.addColumn(each -> each.student().snapshot().nameOrNumber())
                .setHeader(say("Student", "Élève"))
                .setFlexGrow(1);
        grid.addColumn(each -> each.mayGraduate() ? yes : no)
                .setHeader(say("Result", "Résultat"))
                .setAutoWidth(true);
        add(new H1(getPageTitle()), grade, summary, grid);
        if (!grades.isEmpty()) {
            grade.setValue(grades.get(grades.size() - 1));
        }
    }

    private void show(String grade) {
        List<Candidate> candidates = grade == null ? List.of() : check.candidates(grade, LocalDate.now());
        grid.setItems(candidates);
        summary.setText(candidates.stream().filter(Candidate::mayGraduate).count()
                + say(" of ", " sur ")
                + candidates.size()
                + say(" may graduate.", " peuvent obtenir leur diplôme."));
    }

    @Override
    public String getPageTitle() {
        return say("Graduation check", "Fin des études");
    }

    private static String say(String english, String french) {
        return UI.getCurrent().getLocale().getLanguage().equals("fr") ? french : english;
    }
}
