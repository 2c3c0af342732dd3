/** Two modules by other developers, which depend only on the portal's menu and the fees api. */
package org.openadmin.neighbours.internal;
