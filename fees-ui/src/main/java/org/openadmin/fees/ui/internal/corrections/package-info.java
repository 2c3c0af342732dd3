/** The dialogs that correct the journal, from whichever page. */
package org.openadmin.fees.ui.internal.corrections;
