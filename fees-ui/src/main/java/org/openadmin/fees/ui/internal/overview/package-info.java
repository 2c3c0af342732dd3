/** The overview page. */
package org.openadmin.fees.ui.internal.overview;
