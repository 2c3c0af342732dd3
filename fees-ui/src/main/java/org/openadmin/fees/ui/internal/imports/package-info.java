/** The page that imports files of the bank, and shows the money that nobody has claimed yet. */
package org.openadmin.fees.ui.internal.imports;
