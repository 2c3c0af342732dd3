/** Makes invoices in the background and offers the finished file. */
package org.openadmin.fees.ui.internal.printing;
