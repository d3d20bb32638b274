/**
 * The command line: commands, their exit codes (0 fine, 1 findings of severity error, 2 wrong usage or unreadable input) and what
 * they print. Messages go to standard error, results to standard output, JSON to a file on request.
 *
 * <p>A face of {@code session}; knows nothing of the window. What a command needs of the window comes in as
 * {@link org.sizewright.cli.WindowFace}.
 */
@NullMarked
package org.sizewright.cli;

import org.jspecify.annotations.NullMarked;
