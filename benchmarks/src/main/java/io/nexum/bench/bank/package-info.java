/** The bank under test: its database server, its process and its accounts. */
@NullMarked
package io.nexum.bench.bank;

import org.jspecify.annotations.NullMarked;
