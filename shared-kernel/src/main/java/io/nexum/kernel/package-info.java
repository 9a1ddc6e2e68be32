/** What the sides of the program say to each other: commands, queries, refusals. */
@NullMarked
package io.nexum.kernel;

import org.jspecify.annotations.NullMarked;
