/** A module by other developers, which depends only on the portal's menu and the fees api. */
package org.openadmin.neighbours.internal;
