/** The page that hands a month to the accountant. */
package org.openadmin.fees.ui.internal.monthexport;
