package io.nexum.gateway.privacy;

import io.nexum.command.store.key.KeyRotation;
import io.nexum.command.store.key.KeyStore;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.database.DatabaseUnusable;
import io.nexum.gateway.settings.MasterKeyForm;
import io.nexum.gateway.settings.Secrets;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.privacy.LocalMasterKey;
import io.nexum.kernel.privacy.MasterKey;
import io.nexum.kernel.privacy.WrongKeyException;
import java.security.SecureRandom;

/** The keys to personal data, opened with the master key of the settings. */
public final class PersonalKeys {
    private PersonalKeys() {}

    /** @throws DatabaseUnusable if the keys in the database are another master key's */
    public static KeyStore open(Database database, Settings settings) {
        try {
            return new KeyStore(database.stores(), masterKey(settings), new SecureRandom()).requireMasterKey();
        } catch (WrongKeyException e) {
            throw new DatabaseUnusable(e.getMessage() + "; set NEXUM_MASTER_KEY or NEXUM_MASTER_KEY_PREVIOUS", e);
        }
    }

    /** Changes of keys; one that was under way when the program stopped goes on. */
    public static KeyRotation rotation(Database database, KeyStore keys, Settings settings) {
        return new KeyRotation(database.stores(), keys, masterKey(settings), new SecureRandom()).resume();
    }

    private static MasterKey masterKey(Settings settings) {
        String key = new Secrets(settings.dataDir()).masterKey(settings).value();
        return new LocalMasterKey(
                MasterKeyForm.bytes(key), settings.previousMasterKey().map(MasterKeyForm::bytes), new SecureRandom());
    }
}
