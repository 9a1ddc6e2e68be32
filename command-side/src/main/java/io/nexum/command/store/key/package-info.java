/** Where the keys to personal data are kept, and how they are changed. */
@NullMarked
package io.nexum.command.store.key;

import org.jspecify.annotations.NullMarked;
