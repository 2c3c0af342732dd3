package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.netbeans.lib.profiler.heap.ArrayItemValue;
import org.netbeans.lib.profiler.heap.Field;
import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.PrimitiveArrayInstance;
import org.netbeans.lib.profiler.heap.Value;

/** A heap dump of a JVM, and a search for what keeps a class loader in memory. */
final class HeapDump {

    private final Heap heap;

    private HeapDump(Heap heap) {
        this.heap = heap;
    }

    static HeapDump read(Path file) {
        try {
            return new HeapDump(HeapFactory.createHeap(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns for each reachable class loader of classes below a package a shortest chain of references from it to a GC
     * root.
     */
    List<String> holdersOfLoaders(String classes) {
        return all(heap.getAllClasses(), JavaClass.class)
                .filter(type -> type.getName().startsWith(classes))
                .map(JavaClass::getClassLoader)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(loader -> chain(loader).stream())
                .toList();
    }

    /** An object that refers to another, and the field or element with the reference. */
    private record Holder(Instance object, String place) {}

    private Optional<String> chain(Instance held) {
        Map<Long, String> chains = new LinkedHashMap<>();
        Deque<Instance> next = new ArrayDeque<>(List.of(held));
        chains.put(held.getInstanceId(), named(held));
        while (!next.isEmpty()) {
            Instance object = next.remove();
            String chain = chains.get(object.getInstanceId());
            if (object.isGCRoot()) {
                return Optional.of(chain + "\n    held by a root: "
                        + Objects.requireNonNull(heap.getGCRoot(object)).getKind());
            }
            for (Holder holder : holders(object)) {
                String longer = chain + "\n    held by " + named(holder.object()) + holder.place();
                if (chains.putIfAbsent(holder.object().getInstanceId(), longer) == null) {
                    next.add(holder.object());
                }
            }
        }
        return Optional.empty();
    }

    private List<Holder> holders(Instance object) {
        List<Holder> holders = new ArrayList<>();
        all(object.getReferences(), Value.class)
                .filter(HeapDump::counts)
                .forEach(value -> holders.add(new Holder(value.getDefiningInstance(), place(value))));
        // an object keeps its class in memory
        classOf(object).ifPresent(type -> all(type.getInstances(), Instance.class)
                .forEach(instance -> holders.add(new Holder(instance, ", an object of it"))));
        return holders;
    }

    /**
     * Whether a reference keeps its object in memory. Weak and soft references do not; an object that waits for its
     * finalizer is kept. The JDK's own method handles, such as those that compare records, keep the last type that they
     * were adapted to until the next one (JDK-8078641, fixed in Java 18); these are ignored.
     */
    private static boolean counts(Value value) {
        if (!(value instanceof FieldValue reference)) {
            return true;
        }
        Field field = reference.getField();
        return switch (field.getDeclaringClass().getName() + "." + field.getName()) {
            case "java.lang.ref.Reference.referent" ->
                value.getDefiningInstance().getJavaClass().getName().equals("java.lang.ref.Finalizer");
            case "java.lang.invoke.MethodHandle.asTypeCache" -> false;
            default -> true;
        };
    }

    private static String place(Value value) {
        if (value instanceof ArrayItemValue item) {
            return "[" + item.getIndex() + "]";
        }
        return value instanceof FieldValue reference
                ? "." + reference.getField().getName()
                : "";
    }

    private Optional<JavaClass> classOf(Instance object) {
        return object.getJavaClass().getName().equals(Class.class.getName())
                ? Optional.ofNullable(heap.getJavaClassByID(object.getInstanceId()))
                : Optional.empty();
    }

    /** Returns the name of a class, or the type of any other object, with details such as the name of a thread. */
    private String named(Instance object) {
        return classOf(object)
                .map(type -> "class " + type.getName())
                .orElseGet(() -> object.getJavaClass().getName() + "#" + object.getInstanceNumber() + name(object));
    }

    private static String name(Instance object) {
        return object.getValueOfField("name") instanceof Instance name
                        && name.getValueOfField("value") instanceof PrimitiveArrayInstance letters
                ? all(letters.getValues(), String.class)
                        .map(letter -> String.valueOf((char) Integer.parseInt(letter)))
                        .reduce(" ", String::concat)
                : "";
    }

    /** Casts the elements; the library predates generics. */
    private static <T> Stream<T> all(List<?> elements, Class<T> type) {
        return elements.stream().map(type::cast);
    }
}
