package org.openadmin.fees.reports.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.util.ContextClassLoaderObjectInputStream;

/**
 * The classes in the module's own compiled templates. Only these are read from a template of the school, because reading
 * an object from a file can run code of its class.
 */
final class ReportClasses {

    private final Set<String> names = new HashSet<>();

    /** Adds the classes in one of the module's templates. */
    void add(InputStream compiled) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in =
                new ContextClassLoaderObjectInputStream(DefaultJasperReportsContext.getInstance(), compiled)) {
            in.setObjectInputFilter(info -> {
                element(info).ifPresent(type -> names.add(type.getName()));
                return Status.UNDECIDED;
            });
            in.readObject();
        }
    }

    Filter filter(ObjectInputFilter limits) {
        return new Filter(limits);
    }

    /** The class of an array is admitted with that of its elements. */
    private static Optional<Class<?>> element(FilterInfo info) {
        Class<?> type = info.serialClass();
        while (type != null && type.isArray()) {
            type = type.getComponentType();
        }
        return Optional.<Class<?>>ofNullable(type).filter(each -> !each.isPrimitive());
    }

    /** Rejects all other classes, and remembers the first one. */
    final class Filter implements ObjectInputFilter {

        private final ObjectInputFilter limits;
        private String rejected = "";

        private Filter(ObjectInputFilter limits) {
            this.limits = limits;
        }

        @Override
        public Status checkInput(FilterInfo info) {
            if (limits.checkInput(info) == Status.REJECTED) {
                return Status.REJECTED;
            }
            Optional<Class<?>> unknown = element(info).filter(type -> !names.contains(type.getName()));
            unknown.filter(type -> rejected.isEmpty()).ifPresent(type -> rejected = type.getName());
            return unknown.isPresent() ? Status.REJECTED : Status.ALLOWED;
        }

        /** Returns the first class that was rejected; empty if there was none. */
        String rejected() {
            return rejected;
        }
    }
}
