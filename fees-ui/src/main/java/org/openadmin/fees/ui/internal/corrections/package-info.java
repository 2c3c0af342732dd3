/** The dialogs that correct the journal, for use on any page. */
package org.openadmin.fees.ui.internal.corrections;
