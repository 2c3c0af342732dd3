/** The page of the audit log. */
package org.openadmin.fees.ui.internal.audit;
