/** Two modules of other people: they know the portal's menu and the fees module's api, and nothing else. */
package org.openadmin.neighbours.internal;
