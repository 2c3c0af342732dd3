/** The screens: Vaadin views that the portal puts into its menu. */
package org.openadmin.fees.ui.internal;
