type Options = { publicKey: unknown };

/** Whether this browser, at this address, can make and use passkeys. */
export function passkeysWork(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'
  );
}

/** Has the device make a passkey. Throws when the person or the device declines. */
export async function passkeyCreate(options: Options): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options.publicKey as PublicKeyCredentialCreationOptionsJSON,
  );
  return shown(await navigator.credentials.create({ publicKey }));
}

/** Has the device sign with one of its passkeys. Throws when the person or the device declines. */
export async function passkeyGet(options: Options): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options.publicKey as PublicKeyCredentialRequestOptionsJSON,
  );
  return shown(await navigator.credentials.get({ publicKey }));
}

function shown(credential: Credential | null): unknown {
  if (credential === null) throw new Error('No passkey was given.');
  return (credential as PublicKeyCredential).toJSON();
}
