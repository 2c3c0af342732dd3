package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.spi.search.TextFolding;

/**
 * The e-mail addresses that several families have in the student records, such as {@code none@school.example}: anyone who
 * reads the mail there would see the names and debts of all of them.
 *
 * <p>Students with the same address are a family if they also have the same guardian, or live in the same street at the same
 * number. Where the records have neither of the two, the last name decides.
 */
final class SharedAddresses {

    private final Map<String, Integer> familiesByAddress;

    private SharedAddresses(Map<String, Integer> familiesByAddress) {
        this.familiesByAddress = familiesByAddress;
    }

    /** @param students a student may occur twice */
    static SharedAddresses among(Collection<Student> students) {
        Map<StudentNumber, Student> each = new LinkedHashMap<>();
        students.forEach(student -> each.putIfAbsent(student.number(), student));
        Map<String, List<Student>> byAddress = new HashMap<>();
        for (Student student : each.values()) {
            for (String address : Recipients.of(student.email()).addresses()) {
                byAddress
                        .computeIfAbsent(address.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(student);
            }
        }
        Map<String, Integer> shared = new TreeMap<>();
        byAddress.forEach((address, there) -> {
            int families = there.size() == 1 ? 1 : families(there);
            if (families > 1) {
                shared.put(address, families);
            }
        });
        return new SharedAddresses(shared);
    }

    /** @param address in small letters */
    boolean contains(String address) {
        return familiesByAddress.containsKey(address);
    }

    /** The number of families with this address. */
    int families(String address) {
        return familiesByAddress.getOrDefault(address, 1);
    }

    /** Students belong together if they have a trait in common, directly or through others. */
    private static int families(List<Student> students) {
        List<Set<String>> families = new ArrayList<>();
        for (Student student : students) {
            Set<String> family = new HashSet<>(traits(student));
            families.removeIf(other -> {
                boolean same = other.stream().anyMatch(family::contains);
                if (same) {
                    family.addAll(other);
                }
                return same;
            });
            families.add(family);
        }
        return families.size();
    }

    private static Set<String> traits(Student student) {
        Set<String> traits = new HashSet<>();
        String guardian = TextFolding.words(student.guardian());
        if (!guardian.isEmpty()) {
            traits.add("guardian " + guardian);
        }
        // "General Delivery" is the address of half a village: only a line with a number is somebody's home
        student.address().stream()
                .findFirst()
                .map(TextFolding::words)
                .filter(street -> street.chars().anyMatch(Character::isDigit))
                .ifPresent(street -> traits.add("street " + street));
        return traits.isEmpty() ? Set.of("name " + TextFolding.words(student.lastname())) : traits;
    }
}
