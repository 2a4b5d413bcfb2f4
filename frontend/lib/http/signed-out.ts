type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let asking: Promise<boolean> | null = null;

/** Says how to sign in again in place; null: there is no way, as on every page but the console's. */
export function whenSignedOut(next: Ask | null): void {
  ask = next;
}

/**
 * Has the person sign in again where a session ended on the way. False where there is no way to, or
 * they did not want to. Asks once, however many requests want to know.
 */
export async function signedInAgain(): Promise<boolean> {
  if (!ask) return false;
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}
