/** The journal page. */
package org.openadmin.fees.ui.internal.journal;
