package org.openadmin.fees.ui.internal.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Styles;

/** A file is dropped here, or chosen. Of a file that is too large, no more is read than shows that it is. */
final class FileDrop extends Div {

    private static final int KILOBYTES = 1000;

    /** Receives a file, on the page. */
    interface Receiver {
        void receive(ImportKind kind, String name, byte[] content);
    }

    private final transient Receiver received;
    private final Select<ImportKind> kind = new Select<>();
    private final Upload upload;

    /** @param refused shows why the browser did not send a file */
    FileDrop(UserContext context, Receiver received, Consumer<String> refused) {
        this.received = received;
        kind.setId("import-kind");
        kind.setLabel(context.text("import.kind"));
        kind.setItems(ImportKind.values());
        kind.setItemLabelGenerator(each -> context.text(label(each)));
        kind.setValue(ImportKind.BANK);
        kind.addValueChangeListener(e -> kind.setHelperText(
                e.getValue() == ImportKind.PAYMENTS ? context.text("import.kind.payments.columns") : ""));
        kind.setWidth("min(22rem, 100%)");
        upload = Styles.id("import-file", new Upload((UploadHandler) this::upload));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ImportFile.MAX_BYTES);
        upload.setUploadButton(Styles.id("import-choose", new Button(context.text("import.choose"))));
        upload.setDropLabel(new Span(context.text("import.drop")));
        upload.setI18n(texts(context));
        upload.addFileRejectedListener(e -> refused.accept(e.getErrorMessage()));
        upload.setWidthFull();
        setWidthFull();
        Styles.css("fees-stack", this);
        add(kind, upload);
    }

    private static String label(ImportKind kind) {
        return switch (kind) {
            case BANK -> "import.kind.bank";
            case PAYMENTS -> "import.kind.payments";
        };
    }

    /** Runs outside the page's lock. */
    private void upload(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        String name = event.getFileName();
        byte[] content;
        try (InputStream in = event.getInputStream()) {
            content = in.readNBytes(ImportFile.MAX_BYTES + 1);
        }
        BackgroundTask.tell(ui, () -> receive(name, content));
    }

    /** The list of the browser's own uploads has no further use. */
    void receive(String name, byte[] content) {
        upload.clearFileList();
        received.receive(kind.getValue(), name, content);
    }

    private static UploadI18N texts(UserContext context) {
        UploadI18N.AddFiles add = new UploadI18N.AddFiles().setOne(context.text("import.choose"));
        UploadI18N.DropFiles drop = new UploadI18N.DropFiles().setOne(context.text("import.drop"));
        UploadI18N.Error error = new UploadI18N.Error()
                .setTooManyFiles(context.text("import.one-file"))
                .setFileIsTooBig(context.text("import.too-big", ImportFile.MAX_BYTES / KILOBYTES / KILOBYTES))
                .setIncorrectFileType(context.text("import.one-file"));
        UploadI18N.Uploading uploading = new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(context.text("import.upload.connecting"))
                        .setStalled(context.text("import.upload.stalled"))
                        .setProcessing(context.text("import.upload.processing"))
                        .setHeld(context.text("import.upload.connecting")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(context.text("import.upload.remaining"))
                        .setUnknown(""))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(context.text("import.upload.failed"))
                        .setUnexpectedServerError(context.text("import.upload.failed"))
                        .setForbidden(context.text("import.upload.failed")));
        return new UploadI18N()
                .setAddFiles(add)
                .setDropFiles(drop)
                .setError(error)
                .setUploading(uploading)
                .setUnits(new UploadI18N.Units(List.of(
                        context.text("import.unit.b"),
                        context.text("import.unit.kb"),
                        context.text("import.unit.mb"))));
    }
}
