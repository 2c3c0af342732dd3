/** The page Till: counting drawers, and deposits. */
package org.openadmin.fees.ui.internal.till;
