/** A lean HTTP client that keeps a number of connections busy and says how fast they were answered. */
@NullMarked
package io.nexum.bench.load;

import org.jspecify.annotations.NullMarked;
