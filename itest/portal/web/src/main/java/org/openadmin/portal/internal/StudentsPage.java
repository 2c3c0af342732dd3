package org.openadmin.portal.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.io.Serial;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The school's students, for its staff, read from the database one page at a time. */
final class StudentsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(StudentsPage.class);

    private final transient StudentDirectory students;
    private final transient Texts texts = Texts.in(getLocale());
    private final TextField filter = new TextField();
    private final Span count = new Span();
    private final Grid<DirectoryRow> grid = new Grid<>();
    private final Div unavailable = new Div();

    StudentsPage(StudentDirectory students) {
        this.students = students;
        setId("students");
        addClassNames("portal-page", "portal-page-full");
        setUpFilter();
        setUpGrid();
        setUpUnavailable();
        Div bar = new Div(filter, count);
        bar.addClassName("portal-bar");
        add(new H1(texts.get("students")), bar, unavailable, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User user = User.current();
        if (!user.maySeeStudents()) {
            FailureLog.refused(user, "students");
            event.rerouteToError(AccessDeniedException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        search();
    }

    private void setUpFilter() {
        filter.setPlaceholder(texts.get("students.filter"));
        filter.setAriaLabel(texts.get("students.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setAutofocus(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> search());
        count.setId("student-count");
        count.getElement().setAttribute("role", "status");
    }

    private void setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        column(StudentDirectory.Order.NUMBER, DirectoryRow::number, "students.number");
        column(StudentDirectory.Order.NAME, DirectoryRow::lastName, "students.lastname");
        grid.addColumn(DirectoryRow::givenNames).setHeader(texts.get("students.firstname"));
        column(StudentDirectory.Order.GRADE, DirectoryRow::grade, "students.grade");
        column(StudentDirectory.Order.HOMEROOM, DirectoryRow::homeroom, "students.homeroom");
        grid.setItems(this::page);
    }

    private void column(
            StudentDirectory.Order order,
            com.vaadin.flow.function.ValueProvider<DirectoryRow, String> value,
            String header) {
        grid.addColumn(value)
                .setHeader(texts.get(header))
                .setSortProperty(order.name())
                .setSortable(true)
                .setWidth("8rem")
                .setFlexGrow(order == StudentDirectory.Order.NAME ? 1 : 0);
    }

    private void setUpUnavailable() {
        unavailable.setId("students-unavailable");
        unavailable.addClassName("portal-warning");
        unavailable.getElement().setAttribute("role", "alert");
        unavailable.add(
                new Paragraph(texts.get("students.unavailable")),
                new Button(texts.get("students.again"), click -> search()));
    }

    private void search() {
        try {
            int found = students.count(filter.getValue());
            count.setText(texts.get("students.count", found));
            available(true);
            grid.getLazyDataView().setItemCountCallback(query -> found);
            grid.getDataProvider().refreshAll();
        } catch (DirectoryUnavailableException e) {
            LOG.warn("The student list is not available", e);
            available(false);
        }
    }

    private void available(boolean is) {
        grid.setVisible(is);
        count.setVisible(is);
        unavailable.setVisible(!is);
    }

    private Stream<DirectoryRow> page(Query<DirectoryRow, Void> query) {
        QuerySortOrder sort = query.getSortOrders().stream()
                .findFirst()
                .orElse(new QuerySortOrder(StudentDirectory.Order.NAME.name(), SortDirection.ASCENDING));
        boolean descending = sort.getDirection() == SortDirection.DESCENDING;
        return students.page(
                filter.getValue(),
                StudentDirectory.Order.valueOf(sort.getSorted()),
                descending,
                query.getOffset(),
                query.getLimit());
    }

    @Override
    public String getPageTitle() {
        return texts.get("students");
    }
}
