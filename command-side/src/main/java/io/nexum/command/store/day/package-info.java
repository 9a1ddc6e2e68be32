/** Closing the bank's days: what runs the steps over all the entities that take part. */
@NullMarked
package io.nexum.command.store.day;

import org.jspecify.annotations.NullMarked;
