/** The stand-in portal: log-in, a menu that other bundles contribute to, and a few pages of its own. */
package org.openadmin.portal.internal;
