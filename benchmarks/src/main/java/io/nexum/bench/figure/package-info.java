/** What was measured, against which target, on which machine. */
@NullMarked
package io.nexum.bench.figure;

import org.jspecify.annotations.NullMarked;
