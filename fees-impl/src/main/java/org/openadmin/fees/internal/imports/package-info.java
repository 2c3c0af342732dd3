/** Imported files and unclaimed money. */
package org.openadmin.fees.internal.imports;
