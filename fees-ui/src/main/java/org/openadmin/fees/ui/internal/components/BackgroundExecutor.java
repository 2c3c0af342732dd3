package org.openadmin.fees.ui.internal.components;

import java.util.concurrent.Executor;
import org.openadmin.fees.spi.ModuleThread;
import org.osgi.service.component.annotations.Component;

/** Runs the long work of a page in a thread of its own, so that the page stays usable. */
@Component(property = BackgroundExecutor.PROPERTY)
public final class BackgroundExecutor implements Executor {

    /** The target of a reference to this executor. */
    public static final String TARGET = "(" + BackgroundExecutor.PROPERTY + ")";

    static final String PROPERTY = "fees.executor=background";

    @Override
    public void execute(Runnable work) {
        ModuleThread.daemon("fees-page", BackgroundExecutor.class.getClassLoader(), work)
                .start();
    }
}
