/** The texts of the screens in English and French, and the format of amounts. */
package org.openadmin.fees.ui.internal.i18n;
