package io.nexum.kernel;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** With {@code -Dnexum.thorough}, every property is tried many times as often as it says. */
public final class ThoroughProperties implements AroundPropertyHook {
    private static final int TIMES = System.getProperty("nexum.thorough") == null ? 1 : 20;
    private static final int TRIES_OF_JQWIK = 1000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int tries = context.attributes().tries().orElse(TRIES_OF_JQWIK);
        if (tries > 1) { // an example is none
            context.attributes().setTries(tries * TIMES);
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
