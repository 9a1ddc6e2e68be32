/** Reading the log in order and following it as it grows. */
@NullMarked
package io.nexum.query.log;

import org.jspecify.annotations.NullMarked;
