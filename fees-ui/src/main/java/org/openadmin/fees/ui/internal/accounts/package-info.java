/** The page of one student's account. */
package org.openadmin.fees.ui.internal.accounts;
