/** The page that charges a fee to many students, in three steps. */
package org.openadmin.fees.ui.internal.assessment;
