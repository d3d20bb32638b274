package org.sizewright.plan.setting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings with the values that were stated, immutable. What is not in it is unknown. */
public final class Settings {
    public static final Settings NOTHING = new Settings(Map.of());

    private final Map<Setting<?>, Object> values;

    private Settings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /** The value, if one was stated. */
    public <T> Optional<T> get(Setting<T> setting) {
        return Optional.ofNullable(values.get(setting)).map(setting::cast);
    }

    /** Whether it was stated that it is so; a wish that nobody stated is none. */
    public boolean isYes(Setting<Boolean> setting) {
        return get(setting).orElse(false);
    }

    public <T> Settings with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
        changed.put(setting, setting.cast(value));
        return ordered(changed);
    }

    /** With the value that a text says, see {@link ValueKind#parse}. */
    public <T> Settings withText(Setting<T> setting, String text) {
        return with(setting, setting.kind().parse(text));
    }

    public Settings without(Setting<?> setting) {
        Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
        changed.remove(setting);
        return ordered(changed);
    }

    private static Settings ordered(Map<Setting<?>, Object> values) {
        if (values.isEmpty()) {
            return NOTHING;
        }
        Map<Setting<?>, Object> ordered = new LinkedHashMap<>();
        AllSettings.list().stream().filter(values::containsKey).forEach(each -> ordered.put(each, values.get(each)));
        return new Settings(Collections.unmodifiableMap(ordered));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The settings that were stated, in the order of {@link AllSettings}. */
    public Stream<Setting<?>> stated() {
        return values.keySet().stream();
    }

    /** The value as people read it. */
    public <T> Optional<String> shown(Setting<T> setting) {
        return get(setting).map(setting.kind()::show);
    }

    /** The value as files write it. */
    public <T> Optional<String> written(Setting<T> setting) {
        return get(setting).map(setting.kind()::write);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
