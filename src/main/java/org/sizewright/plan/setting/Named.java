package org.sizewright.plan.setting;

/** A choice with the words that people read. */
public interface Named {
    String title();
}
