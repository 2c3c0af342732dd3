package org.openadmin.fees.itest.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Selects the classes that are shipped to the school, without the stand-in portal, the sample school and the tests. */
public final class Product implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/org/openadmin/fees/itest/");
    }
}
