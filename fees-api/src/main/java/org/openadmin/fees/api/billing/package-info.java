/**
 * Predefined fees and their prices, and charging one fee to many students.
 *
 * <p>{@code FeeCatalogue.list}, {@code FeeCatalogue.find} and {@code FeeAssessment.price} are open to every module in the
 * portal; every other method checks the role that its comment names.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.billing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
