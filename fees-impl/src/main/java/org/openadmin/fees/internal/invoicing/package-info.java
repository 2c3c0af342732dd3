/** The logs of the invoice runs. */
package org.openadmin.fees.internal.invoicing;
