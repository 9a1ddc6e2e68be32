/** The ring around the plain code: the only place that names Axon. */
@NullMarked
package io.nexum.command.axon;

import org.jspecify.annotations.NullMarked;
