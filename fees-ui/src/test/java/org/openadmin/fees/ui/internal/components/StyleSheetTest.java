package org.openadmin.fees.ui.internal.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ui.Dependency;
import com.vaadin.flow.shared.ui.LoadMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.ui.internal.Screens;

class StyleSheetTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern STRING = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.-])fees-[a-z-]*[a-z](?![\\w/-])");
    private static final Pattern CLASS = Pattern.compile("\\.(fees-[a-z-]+)");

    /** Role names look like class names. */
    private static final Set<String> NO_CLASSES =
            Stream.of(Role.values()).map(Role::roleName).collect(Collectors.toSet());

    private static final Pattern INLINE = Pattern.compile("(?:getStyle\\(\\)|\"style\"|\\bstyle=|\\.style\\b)[^;]*;");

    /** Only computed styles are set in the code and not in the sheet. */
    private static final Set<String> COMPUTED = Set.of(
            "BarCell.java: getStyle().set(\"width\", percent(amount, longest) + \"%\");",
            "ChargeSelection.java: getStyle().set(\"--fees-rest-of-page\", forOthers + \"rem\");",
            "Styles.java: getStyle().set(\"--fees-lines\", String.valueOf(lines));");

    private VerticalLayout page;

    @BeforeEach
    void open() {
        Screens.open(Locale.CANADA, "fees-view");
        page = new VerticalLayout();
        Styles.page(page, "Receipts", "Today's receipts.");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    @Test
    void theSheetIsLoadedOnceBeforeThePageIsShown() {
        Screens.show(page);
        UI.getCurrent().removeAll();
        VerticalLayout another = new VerticalLayout();
        Styles.page(another, "Journal", "All rows.");
        Screens.show(another);

        assertThat(sheets()).singleElement().satisfies(sheet -> {
            assertThat(sheet.getLoadMode()).isEqualTo(LoadMode.EAGER);
            assertThat(sheet.getUrl()).matches("base://VAADIN/dynamic/fees-style/[0-9a-f]{16}/fees\\.css");
        });
    }

    @Test
    void theSessionServesTheSheetForTheBrowserToKeep() throws IOException {
        Screens.show(page);
        FakeResponse answer = new FakeResponse();

        assertThat(isServed(path(), answer)).isTrue();
        assertThat(answer.getContentType()).startsWith("text/css");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(answer.getBuffer().toString(StandardCharsets.UTF_8)).isEqualTo(sheet());
    }

    @Test
    void nothingElseIsServed() throws IOException {
        Screens.show(page);

        assertThat(isServed(path() + ".map", new FakeResponse())).isFalse();
        assertThat(isServed("/fees/receipts", new FakeResponse())).isFalse();
    }

    /** A leftover handler would keep the module's classes in memory after the module is removed. */
    @Test
    void theSessionForgetsTheSheetWithItsPage() {
        Collection<RequestHandler> before =
                List.copyOf(VaadinSession.getCurrent().getRequestHandlers());
        Screens.show(page);
        assertThat(VaadinSession.getCurrent().getRequestHandlers()).hasSize(before.size() + 1);

        UI.getCurrent().removeAll();
        assertThat(VaadinSession.getCurrent().getRequestHandlers()).containsExactlyElementsOf(before);
    }

    @Test
    void everyClassNameIsInTheSheetAndUsed() {
        Set<String> used = new TreeSet<>();
        sources().forEach(source -> STRING.matcher(text(source))
                .results()
                .flatMap(literal -> NAME.matcher(literal.group(1)).results())
                .map(MatchResult::group)
                .filter(Predicate.not(NO_CLASSES::contains))
                .forEach(used::add));
        Set<String> inSheet = CLASS.matcher(sheet())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without(used, inSheet)).as("missing in fees.css").isEmpty();
        assertThat(without(inSheet, used)).as("used nowhere").isEmpty();
    }

    @Test
    void inlineStylesAreOnlyForComputedValues() {
        Set<String> inline = new TreeSet<>();
        for (Path source : sources()) {
            INLINE.matcher(text(source))
                    .results()
                    .map(found -> found.group().replaceAll("\\s+", " "))
                    .forEach(found -> inline.add(source.getFileName() + ": " + found));
        }

        assertThat(inline).isEqualTo(COMPUTED);
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static Collection<Dependency> sheets() {
        return UI.getCurrent().getInternals().getDependencyList().getPendingSendToClient().stream()
                .filter(dependency -> dependency.getType() == Dependency.Type.STYLESHEET)
                .filter(dependency -> dependency.getUrl().contains("fees-style"))
                .toList();
    }

    private static String path() {
        return sheets().iterator().next().getUrl().substring("base:/".length());
    }

    private static boolean isServed(String path, FakeResponse answer) throws IOException {
        FakeRequest request = (FakeRequest) ((VaadinServletRequest) VaadinRequest.getCurrent()).getRequest();
        VaadinServletService service = (VaadinServletService) VaadinService.getCurrent();
        VaadinServletRequest asked = new VaadinServletRequest(request, service) {
            @Override
            public String getPathInfo() {
                return path;
            }
        };
        for (RequestHandler handler : VaadinSession.getCurrent().getRequestHandlers()) {
            if (handler.handleRequest(VaadinSession.getCurrent(), asked, new VaadinServletResponse(answer, service))) {
                return true;
            }
        }
        return false;
    }

    private static String sheet() {
        try (InputStream sheet = StyleSheet.class.getResourceAsStream("fees.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
