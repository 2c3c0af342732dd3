/** The page that shows who has joined or left a group since a fee was charged to it. */
package org.openadmin.fees.ui.internal.catchup;
