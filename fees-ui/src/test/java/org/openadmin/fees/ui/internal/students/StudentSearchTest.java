package org.openadmin.fees.ui.internal.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;

class StudentSearchTest {

    private final MemoryOffice office = Screens.office();
    private final List<AccountNumber> taken = new ArrayList<>();

    @BeforeEach
    void open() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        Screens.open(Locale.CANADA, "fees-cashier");
        Screens.show(new StudentSearch(UserContext.now(Screens.CLOCK), office.statements(), taken::add));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private static void enter(String typed) {
        type("student-search", typed);
        press(find(TextField.class, "student-search"), Key.ENTER);
    }

    private static boolean isTrouble() {
        return find(Span.class, "search-status").hasClassName("fees-hint-short");
    }

    @Test
    void anUnknownNumberIsNamedAndMarkedOnEnter() {
        type("student-search", "999");
        assertThat(text("search-status")).isEqualTo("There is no student with the number 999.");
        assertThat(isTrouble()).isFalse();
        enter("999");
        assertThat(isTrouble()).isTrue();
        assertThat(taken).isEmpty();
    }

    @Test
    void theNextSearchStartsWithoutTheTroubleOfTheLast() {
        enter("zzzz");
        assertThat(text("search-status")).isEqualTo("No students found. Try fewer letters.");
        assertThat(isTrouble()).isTrue();
        enter("00100");
        assertThat(isTrouble()).isFalse();
        assertThat(taken).containsExactly(new StudentNumber(100));
    }
}
