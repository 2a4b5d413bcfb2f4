import { newDraft, saveDraft } from './draft';
import { claimSlot } from './slot';

/** Locks of one browser: each name is held by one tab until that tab is closed. */
class Locks {
  readonly held = new Set<string>();

  request(
    name: string,
    options: { ifAvailable?: boolean; signal?: AbortSignal },
    held: (lock: object | null) => Promise<void> | undefined,
  ): Promise<void> {
    if (this.held.has(name))
      return options.ifAvailable
        ? Promise.resolve(held(null))
        : new Promise((_, reject) => {
            options.signal?.addEventListener('abort', () => reject(new Error('taken')));
          });
    this.held.add(name);
    return Promise.resolve(held({}));
  }
}

function withLocks(): Locks {
  const locks = new Locks();
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  return locks;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => Reflect.deleteProperty(navigator, 'locks'));

test('a reloaded tab goes on with its own draft', async () => {
  const locks = withLocks();
  const first = await claimSlot('order');
  locks.held.clear();
  expect(await claimSlot('order')).toBe(first);
});

test('two open tabs have a draft each, a copied tab too', async () => {
  withLocks();
  const first = await claimSlot('order');
  saveDraft(first, newDraft(1));
  const copied = await claimSlot('order');
  expect(copied).not.toBe(first);
  sessionStorage.clear();
  expect(await claimSlot('order')).not.toBe(first);
});

test('a new tab goes on with a draft that no open tab holds, and with none of another form', async () => {
  const locks = withLocks();
  const left = await claimSlot('order');
  saveDraft(left, newDraft(1));
  locks.held.clear();
  sessionStorage.clear();
  expect(await claimSlot('contact')).not.toBe(left);
  expect(await claimSlot('order')).toBe(left);
});

test('without locks a tab goes on with its own draft alone', async () => {
  const own = await claimSlot('order');
  saveDraft(own, newDraft(1));
  expect(await claimSlot('order')).toBe(own);
  sessionStorage.clear();
  expect(await claimSlot('order')).not.toBe(own);
});
