package org.openadmin.fees.ui.internal.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import elemental.json.Json;
import elemental.json.JsonObject;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;

class DownloadTest {

    private final List<RuntimeException> told = new ArrayList<>();
    private FakeResponse answer;
    private UserContext visit;

    @BeforeEach
    void open() {
        Screens.open(Locale.CANADA, "fees-view");
        visit = UserContext.now(Screens.CLOCK);
        answer = new FakeResponse();
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void ask(Download.Content content) throws IOException {
        Download.csv(visit, "list.csv", content, told::add).handleDownloadRequest(request());
    }

    private DownloadEvent request() {
        return request(response(answer));
    }

    private DownloadEvent request(VaadinServletResponse response) {
        Div owner = new Div();
        UI.getCurrent().add(owner);
        return new DownloadEvent(VaadinRequest.getCurrent(), response, VaadinSession.getCurrent(), owner.getElement());
    }

    private String body() {
        return answer.getBuffer().toString(StandardCharsets.UTF_8);
    }

    @Test
    void aListIsSavedUnderItsNameAndNeverTakenForAPage() throws IOException {
        ask(out -> {
            out.write("Tremblay, Inès\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
        assertThat(body()).isEqualTo("Tremblay, Inès\r\n");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"list.csv\"");
        assertThat(answer.getContentType()).isEqualTo("text/csv; charset=utf-8");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store, private");
    }

    @Test
    void aWorkbookHasTheTypeOfExcel() throws IOException {
        Download.xlsx(visit, "list.xlsx", out -> out.write('P'), told::add).handleDownloadRequest(request());
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"list.xlsx\"");
        assertThat(answer.getContentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store, private");
    }

    @Test
    void whatFailsAfterItsFirstLinesIsASentenceAndNoList() throws IOException {
        ask(out -> {
            out.write("number,name\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            throw new StorageException(StorageException.Outcome.NOTHING_STORED, null);
        });
        MockVaadin.clientRoundtrip();
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(body()).startsWith("The database did not respond").doesNotContain("number,name");
        assertThat(answer.getHeader("Content-Disposition")).isNull();
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store, private");
        assertThat(told).hasSize(1);
    }

    @Test
    void aLongListThatFailsIsBrokenOffAndNotEndedAsIfItWereWhole() {
        assertThatIOException()
                .isThrownBy(() -> ask(out -> {
                    out.write(new byte[100_000]);
                    throw new StorageException(StorageException.Outcome.NOTHING_STORED, null);
                }))
                .withMessageContaining("broken off");
        MockVaadin.clientRoundtrip();
        assertThat(told).hasSize(1);
    }

    /** Closes the page, as the browser reports it. */
    private static void closeThePage() {
        MockVaadin.clientRoundtrip();
        UI page = UI.getCurrent();
        page.getSession().removeUI(page);
    }

    @Test
    void workWithoutBytesYetIsInterruptedWhenThePageIsClosed() throws IOException {
        AtomicBoolean stopped = new AtomicBoolean();
        ask(out -> {
            closeThePage();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                stopped.set(true);
                Thread.currentThread().interrupt();
                throw new DocumentException(Problem.FAILED, "it was interrupted", e);
            }
        });
        assertThat(stopped).isTrue();
        // the thread serves other requests next
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(body()).isEqualTo("The page was closed, so this file was not made.");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(told).isEmpty();
    }

    @Test
    void aListStopsAtItsNextLinesWhenThePageIsClosed() {
        AtomicInteger lines = new AtomicInteger();
        assertThatIOException()
                .isThrownBy(() -> ask(out -> {
                    while (lines.incrementAndGet() < 10_000) {
                        out.write(new byte[1_000]);
                        if (lines.get() == 100) {
                            closeThePage();
                        }
                    }
                }));
        assertThat(lines).hasValue(101);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aPageThatIsClosedBeforeItsDownloadBeginsGetsNone() throws IOException {
        DownloadEvent request = request();
        closeThePage();
        Download.csv(visit, "list.csv", DownloadTest::interruptible, told::add).handleDownloadRequest(request);
        assertThat(body()).startsWith("The page was closed");
    }

    @Test
    void aDocumentStopsWhenItsTabIsClosed() throws IOException {
        askInTab("3", out -> {
            closeTab("2");
            interruptible(out);
            closeTab("3");
            interruptible(out);
        });
        assertThat(body()).isEqualTo("The tab was closed, so this document was not made.");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(told).isEmpty();
        closeTab("3");
        assertThat(Thread.currentThread().isInterrupted()).as("after the work").isFalse();
    }

    /** A browser that saves documents closes the tab as soon as it gets one. */
    @Test
    void aDocumentThatIsBeingSentGoesOnWithoutItsTab() throws IOException {
        askInTab("1", out -> {
            out.write(new byte[100_000]);
            closeTab("1");
            interruptible(out);
            out.write(new byte[100_000]);
        });
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(body()).hasSize(200_000);
    }

    private void askInTab(String number, Download.Content content) throws IOException {
        VaadinServletRequest request = (VaadinServletRequest) VaadinRequest.getCurrent();
        ((FakeRequest) request.getRequest()).setParameter("tab", number);
        Download.pdf(visit, "long.pdf", content, told::add).handleDownloadRequest(request());
    }

    /** As the page reports it. */
    private static void closeTab(String number) {
        MockVaadin.clientRoundtrip();
        JsonObject data = Json.createObject();
        data.put("event.detail", number);
        Element page = UI.getCurrent().getElement();
        page.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(page, "feesTabClosed", data));
    }

    private static void interruptible(OutputStream out) {
        if (Thread.currentThread().isInterrupted()) {
            throw new DocumentException(Problem.FAILED, "it was interrupted", null);
        }
    }

    /** As by a user who has closed the tab in which it should open. */
    @Test
    void aDocumentThatIsOpenedOnceMoreReplacesTheOneThatIsBeingMade() throws Exception {
        FakeResponse second = new FakeResponse();
        AtomicInteger times = new AtomicInteger();
        Download[] document = new Download[1];
        DownloadEvent again = request(response(second));
        document[0] = Download.pdf(
                visit,
                "long.pdf",
                out -> {
                    if (times.incrementAndGet() == 1) {
                        CompletableFuture.runAsync(() -> answer(document[0], again))
                                .join();
                        interruptible(out);
                    }
                    out.write('P');
                },
                told::add);

        document[0].handleDownloadRequest(request());

        assertThat(body()).isEqualTo("This document was opened once more, in another tab.");
        assertThat(second.getBuffer().toString(StandardCharsets.UTF_8)).isEqualTo("P");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void aListIsSavedTwiceIfThatIsWanted() throws Exception {
        FakeResponse second = new FakeResponse();
        AtomicInteger times = new AtomicInteger();
        Download[] list = new Download[1];
        DownloadEvent again = request(response(second));
        list[0] = Download.csv(
                visit,
                "list.csv",
                out -> {
                    if (times.incrementAndGet() == 1) {
                        CompletableFuture.runAsync(() -> answer(list[0], again)).join();
                        interruptible(out);
                    }
                    out.write('L');
                },
                told::add);

        list[0].handleDownloadRequest(request());

        assertThat(body()).isEqualTo("L");
        assertThat(second.getBuffer().toString(StandardCharsets.UTF_8)).isEqualTo("L");
    }

    private static void answer(Download file, DownloadEvent request) {
        try {
            file.handleDownloadRequest(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VaadinServletResponse response(FakeResponse response) {
        return new VaadinServletResponse(response, (VaadinServletService) VaadinService.getCurrent());
    }

    @Test
    void aListStopsWhenTheConnectionIsClosedAndNobodyIsTold() {
        AtomicInteger lines = new AtomicInteger();
        Download list = Download.csv(
                visit,
                "list.csv",
                out -> {
                    while (lines.incrementAndGet() < 10_000) {
                        write(out);
                    }
                },
                told::add);
        assertThatIOException().isThrownBy(() -> list.handleDownloadRequest(request(new ClosedConnection(answer))));
        MockVaadin.clientRoundtrip();
        assertThat(lines).hasValueLessThan(300);
        assertThat(told).isEmpty();
    }

    /** As an export does. */
    private static void write(OutputStream out) {
        try {
            out.write(new byte[1_000]);
        } catch (IOException e) {
            throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /** Takes the beginning of a file. */
    private static final class ClosedConnection extends VaadinServletResponse {

        private int taken;

        ClosedConnection(FakeResponse response) {
            super(response, (VaadinServletService) VaadinService.getCurrent());
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (taken++ > 1) {
                throw new IOException("Broken pipe");
            }
            return super.getOutputStream();
        }
    }
}
