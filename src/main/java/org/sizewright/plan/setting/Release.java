package org.sizewright.plan.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as its maker writes it, ordered by its numbers: {@code 8.0 U3 P06} comes after {@code 8.0 Update 2}. Numbers that are
 * missing count as zero, so that {@code 8.0} is {@code 8.0.0}. Number of a build and what follows a plus, as in
 * {@code v1.34.2+vmware.1}, say nothing about the order.
 */
public record Release(String text) implements Comparable<Release> {
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z ]{0,24}\\d{1,9}([. -]?[A-Za-z]{0,8}[ -]?\\d{1,9}){0,6}[a-z]?([+][A-Za-z0-9.+-]{1,40})?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Numbers of more digits count builds. */
    private static final int DIGITS = 6;

    public Release {
        text = text.strip();
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no version such as 8.0U3 or 580.105.08");
        }
    }

    public static Release of(String text) {
        return new Release(text);
    }

    /** The first number. */
    public int major() {
        return numbers().getFirst();
    }

    /** The second number, or zero. */
    public int minor() {
        return at(1);
    }

    private int at(int place) {
        List<Integer> numbers = numbers();
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text.split("[+]", 2)[0]);
        while (matcher.find()) {
            if (numbers.isEmpty() || matcher.group().length() <= DIGITS) {
                numbers.add(Integer.parseInt(matcher.group()));
            }
        }
        return numbers;
    }

    public boolean isBefore(String other) {
        return compareTo(of(other)) < 0;
    }

    public boolean isAtLeast(String other) {
        return compareTo(of(other)) >= 0;
    }

    /** Whether its numbers begin with those, as 8.0U3 does with 8.0. */
    public boolean isWithin(String beginning) {
        List<Integer> wanted = of(beginning).numbers();
        List<Integer> numbers = numbers();
        return numbers.size() >= wanted.size()
                && numbers.subList(0, wanted.size()).equals(wanted);
    }

    @Override
    public int compareTo(Release other) {
        int places = Math.max(numbers().size(), other.numbers().size());
        for (int place = 0; place < places; place++) {
            int difference = Integer.compare(at(place), other.at(place));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
