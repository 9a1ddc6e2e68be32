/** The read side: projections of the log and the answers to every query. */
@NullMarked
package io.nexum.query;

import org.jspecify.annotations.NullMarked;
