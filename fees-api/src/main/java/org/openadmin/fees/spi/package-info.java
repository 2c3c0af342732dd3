/**
 * Types shared by the module's own bundles only: the configuration in force and the drawing of invoices and receipts. The
 * mandatory attribute keeps other bundles from importing the package by accident.
 */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
