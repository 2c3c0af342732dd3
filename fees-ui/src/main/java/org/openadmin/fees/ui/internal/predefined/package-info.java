/** The page of the predefined fees. */
package org.openadmin.fees.ui.internal.predefined;
