package org.sizewright.rules;

import org.sizewright.plan.setting.Setting;

/**
 * Something that rules ask for where nobody stated it.
 *
 * @param key tells it from all others
 * @param title what it is called within a sentence
 * @param heading the same at the beginning of a line
 * @param help what it is
 */
record Asked(String key, String title, String heading, String help) {
    static final Asked VMOTION = new Asked(
            "clusters/vmotionGbps",
            "the vMotion network",
            "vMotion network",
            "The bandwidth of the slower of the adapters at both ends, at the cluster's hosts.");

    static Asked of(Setting<?> setting) {
        return new Asked(setting.key(), setting.title(), setting.heading(), setting.help());
    }
}
