package org.openadmin.portal.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.shared.Registration;
import java.io.Serial;
import java.net.URL;
import java.util.Locale;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The Vaadin service, adapted to OSGi. */
final class PortalService extends VaadinServletService {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String COMPONENT_METADATA = "com.vaadin.flow.component.internal.ComponentMetaData";

    private final transient Bundle portal;
    private final transient PortalPages pages;
    private final Languages languages = new Languages();

    PortalService(VaadinServlet servlet, DeploymentConfiguration configuration, Bundle portal, PortalPages pages) {
        super(servlet, configuration);
        this.portal = portal;
        this.pages = pages;
    }

    @Override
    public void init() throws ServiceException {
        super.init();
        addSessionInitListener(event -> event.getSession().setErrorHandler(new ErrorNotice()));
        // Flow would take the language of the machine that the portal runs on
        addUIInitListener(event -> translate(
                event.getUI(), Languages.best(VaadinRequest.getCurrent().getLocales())));
        setSystemMessagesProvider(info -> ErrorNotice.messages(Texts.in(info.getLocale())));
    }

    private static void translate(UI page, Locale language) {
        page.setLocale(language);
        Texts texts = Texts.in(language);
        page.getReconnectDialogConfiguration().setDialogText(texts.get("connection.trying"));
        page.getReconnectDialogConfiguration().setDialogTextGaveUp(texts.get("connection.lost"));
    }

    @Override
    protected Instantiator createInstantiator() {
        return new DefaultInstantiator(this) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public <T> T getOrCreate(Class<T> type) {
                return pages.make(type).orElseGet(() -> super.getOrCreate(type));
            }

            @Override
            public I18NProvider getI18NProvider() {
                return languages;
            }
        };
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
        Locale language = Languages.best(page.getVaadinRequest().getLocales());
        page.getDocument().child(0).attr("lang", language.toLanguageTag());
        super.modifyIndexHtmlResponse(page);
    }

    /**
     * Flow adds one listener for each component class and never removes it, which would keep every removed module in
     * memory.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        return listener.getClass().getName().startsWith(COMPONENT_METADATA)
                ? () -> {}
                : super.addServiceDestroyListener(listener);
    }

    @Override
    public URL getStaticResource(String path) {
        if (path.endsWith("/") || path.contains("..")) {
            return null;
        }
        URL own = portal.getResource("META-INF/resources" + path);
        return own != null
                ? own
                : FrameworkUtil.getBundle(VaadinServlet.class).getResource("META-INF/resources" + path);
    }
}
