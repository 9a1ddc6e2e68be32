/** The parts of the bench, one measurement a file. */
@NullMarked
package io.nexum.bench.part;

import org.jspecify.annotations.NullMarked;
