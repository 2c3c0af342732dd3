/** The page of parents: what they owe for their own children. */
package org.openadmin.fees.ui.internal.parents;
