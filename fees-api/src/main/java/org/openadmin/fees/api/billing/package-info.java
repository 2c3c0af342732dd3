/**
 * Predefined fees, their prices, and charging a fee to many students.
 *
 * <p>{@code FeeCatalogue.list}, {@code FeeCatalogue.find} and {@code FeeAssessment.price} are open to every module in
 * the portal: they check no role, so the caller must. All other methods check the role named in their Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.billing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
