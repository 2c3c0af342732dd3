/** The counter. */
package org.openadmin.fees.ui.internal.payments;
