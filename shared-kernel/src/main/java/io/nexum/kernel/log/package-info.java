/** What the event log holds and how it is chained. */
@NullMarked
package io.nexum.kernel.log;

import org.jspecify.annotations.NullMarked;
