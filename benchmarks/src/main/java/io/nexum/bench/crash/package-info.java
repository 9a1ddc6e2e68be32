/** Kills the bank under load and checks that its books hold what was acknowledged, once. */
@NullMarked
package io.nexum.bench.crash;

import org.jspecify.annotations.NullMarked;
