package org.sizewright.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that makes no sense with a sentence and the way to help, not with the whole help. */
final class WrongUsage implements IParameterExceptionHandler {
    private static final int OFFERED = 3;

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        String help = "\"" + line.getCommandSpec().qualifiedName() + " --help\" lists what there is.";
        line.getErr().println(sentence(wrong) + " " + help);
        return Console.UNREADABLE;
    }

    private static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().getFirst();
            List<String> near = unmatched.getSuggestions();
            String what = unmatched.isUnknownOption()
                    ? "There is no option " + first
                    : "\"" + first + "\" stands alone: no option takes it";
            return near.isEmpty()
                    ? what + "."
                    : what + "; did you mean " + near.stream().limit(OFFERED).collect(Collectors.joining(", ")) + "?";
        }
        String message = String.valueOf(wrong.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }
}
