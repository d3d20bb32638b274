package org.sizewright.ui.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.catalog.ClassJoin;
import org.sizewright.catalog.Conflict;
import org.sizewright.catalog.Field;
import org.sizewright.catalog.Question;
import org.sizewright.ui.part.MappingEditor;

/**
 * What the page shows.
 *
 * @param title the file
 * @param about sheet, header row, date
 * @param refusal why nothing can be taken over yet, with what to do; empty if all is well
 * @param lines the fields and their columns
 * @param sources the columns
 * @param unused columns that no field is read from, in a sentence; may be empty
 * @param questions open ones first
 * @param conflicts undecided ones first
 * @param join how classes were joined, if there is a certified list
 * @param byHand servers whose class the user named
 * @param ownHeader whether the user said where the header stands
 * @param rows the rows of the chosen fate
 * @param counts how many rows have which fate
 * @param entries entries that would be taken over
 */
record IntakePage(
        String title,
        String about,
        Optional<String> refusal,
        List<MappingEditor.Line<Field>> lines,
        List<MappingEditor.Source> sources,
        String unused,
        List<Question> questions,
        List<Conflict> conflicts,
        Optional<ClassJoin> join,
        List<HandClass> byHand,
        boolean ownHeader,
        List<IntakeRow> rows,
        Map<Fate, Integer> counts,
        int entries) {
    /**
     * A class that the user named.
     *
     * @param server vendor and model as a key
     * @param name vendor and model for people
     * @param wording the class in the user's words
     */
    record HandClass(String server, String name, String wording) {}

    /** The fates that rows are shown by. */
    enum Fate {
        ALL,
        KEPT,
        CHECK,
        MERGED,
        SKIPPED,
        HEADER
    }

    IntakePage {
        lines = List.copyOf(lines);
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
        conflicts = List.copyOf(conflicts);
        byHand = List.copyOf(byHand);
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    long openQuestions() {
        return questions.stream().filter(question -> !question.answered()).count();
    }

    long openConflicts() {
        return conflicts.stream()
                .filter(conflict -> conflict.decided().isEmpty())
                .count();
    }
}
