package org.sizewright.catalog;

/** What a list of servers can be narrowed by. */
public enum Facet {
    VENDOR,
    GPU,
    VALIDATION,
    FORM,
    CPU_FAMILY,
    MAX_GPU,
    SYSTEM_CLASS
}
