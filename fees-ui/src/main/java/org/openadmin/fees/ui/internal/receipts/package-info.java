/** The page of the receipts. */
package org.openadmin.fees.ui.internal.receipts;
