package io.nexum.gateway.privacy;

import io.nexum.command.store.key.KeyRotation;
import io.nexum.command.store.key.KeyStore;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.MasterKeyForm;
import io.nexum.gateway.settings.Secrets;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.privacy.LocalMasterKey;
import io.nexum.kernel.privacy.MasterKey;
import java.security.SecureRandom;

/** The keys to personal data, opened with the master key of the settings. */
public final class PersonalKeys {
    private PersonalKeys() {}

    public static KeyStore open(Database database, Settings settings) {
        return new KeyStore(database.program(), masterKey(settings), new SecureRandom());
    }

    /** Changes of keys; one that was under way when the program stopped goes on. */
    public static KeyRotation rotation(Database database, KeyStore keys, Settings settings) {
        return new KeyRotation(database.program(), keys, masterKey(settings), new SecureRandom()).resume();
    }

    private static MasterKey masterKey(Settings settings) {
        String key = new Secrets(settings.dataDir()).masterKey(settings).value();
        return new LocalMasterKey(
                MasterKeyForm.bytes(key), settings.previousMasterKey().map(MasterKeyForm::bytes), new SecureRandom());
    }
}
