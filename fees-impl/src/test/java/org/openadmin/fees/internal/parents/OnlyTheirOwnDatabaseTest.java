package org.openadmin.fees.internal.parents;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.Office;

/** Every method of every service refuses a parent before it looks at anything else, the parents' own services apart. */
class OnlyTheirOwnDatabaseTest {

    private static final Actor PARENT = new Actor("parent", EnumSet.of(Role.PARENT));

    /** For parameters that are read before the role is checked; all others are null. */
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            int.class,
            1,
            boolean.class,
            false,
            LocalDate.class,
            Kit.DAY,
            AccountPeriod.class,
            AccountPeriod.all(new StudentNumber(704)),
            RequestKey.class,
            RequestKey.fresh(),
            PredefinedFeeId.class,
            new PredefinedFeeId(1),
            BatchNumber.class,
            new BatchNumber(1),
            RunNumber.class,
            new RunNumber(1));

    @Test
    void aParentMayDoNothingOfTheOffice() throws Exception {
        List<String> refused = new ArrayList<>();
        List<String> open = new ArrayList<>();
        try (Office office = new ContractOffice()) {
            for (Method getter : Office.class.getMethods()) {
                if (getter.getParameterCount() > 0
                        || !getter.getReturnType().isInterface()
                        || getter.getReturnType() == ParentAccounts.class) {
                    continue;
                }
                Object service = getter.invoke(office);
                for (Method method : getter.getReturnType().getMethods()) {
                    if (method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class) {
                        (isRefused(service, method) ? refused : open)
                                .add(getter.getReturnType().getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(refused).hasSizeGreaterThan(40);
    }

    private static boolean isRefused(Object service, Method method) throws IllegalAccessException {
        Object[] arguments = new Object[method.getParameterCount()];
        arguments[0] = PARENT;
        for (int i = 1; i < arguments.length; i++) {
            arguments[i] = ARGUMENTS.get(method.getParameterTypes()[i]);
        }
        try {
            method.invoke(service, arguments);
            return false;
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof NotAllowedException;
        }
    }
}
