package org.openadmin.fees.ui.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * A page's entry in the portal's menu. Each element becomes a service property with the prefix {@code portal.menu.}; an underscore
 * becomes a dot, so that {@code title_fr} is {@code portal.menu.title.fr}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PortalPage {

    /** The names of our roles in the host, as constants for annotations. */
    String VIEW = "fees-view";

    String BILL = "fees-bill";
    String CASHIER = "fees-cashier";
    String ADMIN = "fees-admin";
    String PARENT = "fees-parent";

    String PREFIX_ = "portal.menu.";

    /** The address, from {@link Routes}. */
    String path();

    String title();

    String title_fr();

    String group() default "Fees";

    String group_fr() default "Frais";

    /** The name of the icon in Vaadin's collection, such as {@code vaadin:cash}. */
    String icon();

    /** The position within the group; smaller numbers come first. */
    int order();

    /** Users with at least one of these roles see the entry. */
    String[] roles();
}
