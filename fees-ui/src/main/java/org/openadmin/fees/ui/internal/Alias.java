package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * An address that people type although no page has it, such as {@code fees}, or {@code fees/accounts} for {@code fees/account}. It
 * leads to the page that they mean. It has no title, so it is not in the menu.
 */
abstract class Alias extends Div implements BeforeEnterObserver {

    private static final String PATH = PortalPage.PREFIX_ + "path=";

    private String target;

    private Alias(String page) {
        target = page;
    }

    final void append(String rest) {
        target += "/" + rest;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(target);
    }

    /** Takes the rest of the address along. */
    private abstract static class OfPage extends Alias implements HasUrlParameter<String> {

        private OfPage(String page) {
            super(page);
        }

        @Override
        public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
            if (rest != null && !rest.isBlank()) {
                append(rest);
            }
        }
    }

    /** The start page. All pages below this address have addresses of their own. */
    @org.osgi.service.component.annotations.Component(
            service = Component.class,
            scope = ServiceScope.PROTOTYPE,
            property = PATH + Routes.START)
    public static final class StartAlias extends Alias {
        public StartAlias() {
            super(Routes.OVERVIEW);
        }
    }

    @org.osgi.service.component.annotations.Component(
            service = Component.class,
            scope = ServiceScope.PROTOTYPE,
            property = PATH + Routes.ACCOUNTS_ALIAS)
    public static final class AccountsAlias extends OfPage {
        public AccountsAlias() {
            super(Routes.ACCOUNT);
        }
    }

    @org.osgi.service.component.annotations.Component(
            service = Component.class,
            scope = ServiceScope.PROTOTYPE,
            property = PATH + Routes.PAYMENT_ALIAS)
    public static final class PaymentAlias extends OfPage {
        public PaymentAlias() {
            super(Routes.PAYMENTS);
        }
    }

    @org.osgi.service.component.annotations.Component(
            service = Component.class,
            scope = ServiceScope.PROTOTYPE,
            property = PATH + Routes.RECEIPT_ALIAS)
    public static final class ReceiptAlias extends OfPage {
        public ReceiptAlias() {
            super(Routes.RECEIPTS);
        }
    }

    @org.osgi.service.component.annotations.Component(
            service = Component.class,
            scope = ServiceScope.PROTOTYPE,
            property = PATH + Routes.INVOICE_ALIAS)
    public static final class InvoiceAlias extends OfPage {
        public InvoiceAlias() {
            super(Routes.INVOICES);
        }
    }
}
