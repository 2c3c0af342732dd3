package org.openadmin.fees.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;

/** The calls of the services: runs one command at a time, answers a repeated request, and fails when a test wants it. */
final class MemoryCalls {

    private final List<Object> requests = new ArrayList<>();
    private final Map<RequestKey, Answered> answered = new HashMap<>();
    private final Map<Class<?>, Integer> queries = new HashMap<>();
    private final Map<Class<?>, IntConsumer> watchers = new HashMap<>();
    private Optional<RuntimeException> failureBefore = Optional.empty();
    private Optional<RuntimeException> failureAfter = Optional.empty();
    /** Of the command that the thread carries out: empty until its time is asked for; null between commands. */
    private final ThreadLocal<Optional<Instant>> moment = new ThreadLocal<>();

    /** @param meaning what makes another request a different one */
    private record Answered(Object meaning, Object answer) {}

    /**
     * Carries out a command once for its key.
     *
     * @param meaning the values that a repeated request must have too
     */
    synchronized <R> R command(Object request, RequestKey key, Object meaning, Class<R> type, Supplier<R> work) {
        return command(request, () -> {
            R answer = answer(key, meaning).map(type::cast).orElseGet(work);
            answered.put(key, new Answered(meaning, answer));
            return answer;
        });
    }

    /** Carries out a command that has no key. */
    synchronized <R> R command(Object request, Supplier<R> work) {
        requests.add(request);
        Optional<RuntimeException> before = failureBefore;
        failureBefore = Optional.empty();
        before.ifPresent(MemoryCalls::fail);
        R answer = atOneMoment(work);
        Optional<RuntimeException> after = failureAfter;
        failureAfter = Optional.empty();
        after.ifPresent(MemoryCalls::fail);
        return answer;
    }

    private <R> R atOneMoment(Supplier<R> work) {
        if (moment.get() != null) {
            return work.get();
        }
        moment.set(Optional.empty());
        try {
            return work.get();
        } finally {
            moment.remove();
        }
    }

    /** The time; during a command always the same, as all its rows are recorded at one moment. */
    Instant moment(Supplier<Instant> clock) {
        if (moment.get() == null) {
            return clock.get();
        }
        Instant now = moment.get().orElseGet(clock);
        moment.set(Optional.of(now));
        return now;
    }

    /**
     * The answer to an earlier request with this key.
     *
     * @throws RequestKeyReusedException if that request had another meaning
     */
    synchronized Optional<Object> answer(RequestKey key, Object meaning) {
        Optional<Answered> earlier = Optional.ofNullable(answered.get(key));
        if (earlier.isPresent() && !earlier.get().meaning().equals(meaning)) {
            throw new RequestKeyReusedException(key);
        }
        return earlier.map(Answered::answer);
    }

    /** The answer to an earlier request with this key, if it was of this type. */
    synchronized <R> Optional<R> answer(RequestKey key, Class<R> type) {
        return Optional.ofNullable(answered.get(key))
                .map(Answered::answer)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Counts a query of this service, and runs what the test has set to happen before its answer. */
    synchronized void query(Class<?> service) {
        int number = queries.merge(service, 1, Integer::sum);
        watchers.getOrDefault(service, none -> {}).accept(number);
    }

    synchronized int queries(Class<?> service) {
        return queries.getOrDefault(service, 0);
    }

    synchronized <Q> List<Q> requests(Class<Q> type) {
        return requests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    synchronized void failNext(RuntimeException failure) {
        failureBefore = Optional.of(failure);
    }

    synchronized void failAfterNext(RuntimeException failure) {
        failureAfter = Optional.of(failure);
    }

    synchronized void watch(Class<?> service, IntConsumer beforeQuery) {
        watchers.put(service, beforeQuery);
    }

    synchronized void failNextQuery(Class<?> service, RuntimeException failure) {
        watch(service, number -> {
            watchers.remove(service);
            throw failure;
        });
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }
}
