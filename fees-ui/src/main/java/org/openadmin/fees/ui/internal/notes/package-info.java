/** The notes on an account, which the pages that show an account share. */
package org.openadmin.fees.ui.internal.notes;
