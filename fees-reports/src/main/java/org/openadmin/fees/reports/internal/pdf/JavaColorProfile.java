package org.openadmin.fees.reports.internal.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import net.sf.jasperreports.repo.InputStreamResource;
import net.sf.jasperreports.repo.RepositoryService;
import net.sf.jasperreports.repo.Resource;

/** Provides the colour profile that Jasper requests by name; it is part of Java. */
final class JavaColorProfile implements RepositoryService {

    static final String SRGB = "sRGB";

    @Override
    public <K extends Resource> K getResource(String name, Class<K> type) {
        if (!SRGB.equals(name) || type != InputStreamResource.class) {
            return null;
        }
        InputStreamResource profile = new InputStreamResource();
        profile.setInputStream(new ByteArrayInputStream(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()));
        return type.cast(profile);
    }

    @Override
    public Resource getResource(String name) {
        return null;
    }

    /** Jasper's interface requires it; this repository is only read. */
    @Override
    public void saveResource(String name, Resource resource) {
        throw new UnsupportedOperationException("read-only: " + name);
    }
}
