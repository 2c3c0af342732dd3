/** The texts of the screens in English and French, and amounts as people write them. */
package org.openadmin.fees.ui.internal.i18n;
