package org.openadmin.fees.itest.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A section of a subject.
 *
 * @param code the subject-section, such as Math9-1
 */
public record Section(String code, String description, String grade, String teacher) {
    private static final int SIZE = 28;

    private static final Map<Integer, List<String>> SUBJECTS = new TreeMap<>(Map.of(
            7, List.of("Math7", "Mathematics 7", "Art7", "Art 7", "Fr7", "Français 7"),
            8, List.of("Math8", "Mathematics 8", "Art8", "Art 8", "Cree8", "Nēhiyawēwin 8"),
            9, List.of("Math9", "Mathematics 9", "Sci9", "Science 9", "Band9", "Band 9"),
            10, List.of("Math10", "Mathematics 10", "Band10", "Band 10", "WW10", "Woodworking & Welding 10"),
            11, List.of("Bio20", "Biology 20", "Chem20", "Chemistry 20", "Fr20", "Français langue 20"),
            12, List.of("Bio30", "Biology 30", "Phys30", "Physics 30", "Fr30", "Français langue 30")));

    /** Returns the sections of a grade with this number of students, grouped by subject. */
    static List<List<Section>> ofGrade(int grade, int students) {
        var name = gradeName(grade);
        var subjects = SUBJECTS.getOrDefault(grade, List.of("Mus" + name, "Music " + name));
        var bySubject = new ArrayList<List<Section>>();
        for (var i = 0; i < subjects.size(); i += 2) {
            var sections = new ArrayList<Section>();
            for (var number = 1; number <= Math.max(1, (students + SIZE - 1) / SIZE); number++) {
                var teacher = "Teacher " + (1 + (7 * grade + 3 * i + number) % 40);
                sections.add(new Section(subjects.get(i) + "-" + number, subjects.get(i + 1), name, teacher));
            }
            bySubject.add(sections);
        }
        return bySubject;
    }

    static String gradeName(int grade) {
        return grade == 0 ? "K" : Integer.toString(grade);
    }
}
