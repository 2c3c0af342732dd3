/** What parents see of the accounts of their own children. */
package org.openadmin.fees.internal.parents;
