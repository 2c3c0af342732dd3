/** The stand-in portal: log-in, a menu to which other bundles add entries, and a few pages of its own. */
package org.openadmin.portal.internal;
