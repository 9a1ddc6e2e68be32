/** The one executable: what starts, wires and stops the program. */
@NullMarked
package io.nexum.gateway;

import org.jspecify.annotations.NullMarked;
