/** The office's figures and the aged receivables. */
package org.openadmin.fees.internal.overview;
