/** The page that takes payments at the counter. */
package org.openadmin.fees.ui.internal.payments;
