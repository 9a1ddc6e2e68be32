package io.nexum.gateway.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param migrations the migrations that made the tables; a backup is restored by a program that knows the same
 * @param tables the tables with their columns, each after those that it refers to; of each there is a file a tenant
 * @param heads where each tenant's log ends, as {@code position:hash}
 */
public record BackupContents(List<String> migrations, Map<String, List<String>> tables, Map<String, String> heads) {}
