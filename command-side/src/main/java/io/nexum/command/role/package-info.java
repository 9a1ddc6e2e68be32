/** What roles permit, and who holds them. */
@NullMarked
package io.nexum.command.role;

import org.jspecify.annotations.NullMarked;
