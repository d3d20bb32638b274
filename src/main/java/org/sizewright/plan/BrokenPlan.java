package org.sizewright.plan;

/** A file that cannot be read as a plan; the message is a sentence for the user. */
final class BrokenPlan extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final String advice;

    BrokenPlan(String sentence, String advice) {
        super(sentence);
        this.sentence = sentence;
        this.advice = advice;
    }

    ReadPlan.Refused toRefusal() {
        return new ReadPlan.Refused(sentence, advice);
    }
}
