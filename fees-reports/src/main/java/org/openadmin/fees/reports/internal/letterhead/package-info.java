/** The school's letterhead and logo. */
package org.openadmin.fees.reports.internal.letterhead;
