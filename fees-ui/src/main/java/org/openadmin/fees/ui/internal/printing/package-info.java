/** Making invoices in the background and offering them. */
package org.openadmin.fees.ui.internal.printing;
