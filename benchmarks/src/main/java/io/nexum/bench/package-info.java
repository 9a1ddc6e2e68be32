/** What measures the bank and what breaks it on purpose. */
@NullMarked
package io.nexum.bench;

import org.jspecify.annotations.NullMarked;
