/** The page of payers: who they are, what they owe, and how they are reached. */
package org.openadmin.fees.ui.internal.payers;
