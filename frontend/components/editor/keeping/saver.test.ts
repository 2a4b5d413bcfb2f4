import { ApiError } from '@/lib/http/api-error';
import { change, createEditorStore, currentText, type EditorStore } from '../store/editor-store';
import { readCopy } from './local-copy';
import { createSaver, type Server } from './saver';

const TEXT = `workflow: order
name: Order # ours
subject: Orders
form:
  title: Order
  fields: {company: {label: Company, kind: text}}
steps: {mail: {use: mail/email.send}}
`;
const ORGANIZATION = 'org';

const refused = (status: number) =>
  new ApiError({
    type: 'about:blank',
    title: '',
    status,
    detail: 'No.',
    code: 'x',
    request_id: null,
    errors: [],
  });
const rename = (store: EditorStore, name: string) =>
  change(store, 'name', (draft) => void (draft.name = name));

function opened(server: Partial<Server>) {
  const store = createEditorStore('order', TEXT, '"1"');
  const saved: [string, string][] = [];
  const saver = createSaver(store, ORGANIZATION, {
    save: async (document, tag) => {
      saved.push([document, tag]);
      return { document, etag: `"${saved.length + 1}"`, is_draft: true };
    },
    read: async () => ({ document: TEXT, etag: '"9"', is_draft: true }),
    ...server,
  });
  return { store, saver, saved };
}

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});
afterEach(() => jest.useRealTimers());

test('typing is saved once, a moment after the last key, and the copy here is dropped', async () => {
  const { store, saved } = opened({});
  rename(store, 'A');
  await jest.advanceTimersByTimeAsync(400);
  expect(readCopy(ORGANIZATION, 'order')?.text).toContain('name: A # ours');
  rename(store, 'Acme');
  await jest.advanceTimersByTimeAsync(2000);
  expect(saved).toEqual([[TEXT.replace('Order # ours', 'Acme # ours'), '"1"']]);
  expect(store.getState()).toMatchObject({ saving: 'saved', tag: '"2"' });
  expect(readCopy(ORGANIZATION, 'order')).toBeNull();
});

test('what was typed while it was being saved is saved next, with the new tag', async () => {
  const tags: string[] = [];
  const { store } = opened({
    save: async (document, tag) => {
      tags.push(tag);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      return { document, etag: `"${tags.length + 1}"`, is_draft: true };
    },
  });
  rename(store, 'A');
  await jest.advanceTimersByTimeAsync(2000);
  rename(store, 'B');
  await jest.advanceTimersByTimeAsync(10_000);
  expect(tags).toEqual(['"1"', '"2"']);
  expect(store.getState().saving).toBe('saved');
});

test('a network that is away loses nothing: it is kept here and sent again', async () => {
  let isAway = true;
  const { store } = opened({
    save: async (document) => {
      if (isAway) throw refused(0);
      return { document, etag: '"2"', is_draft: true };
    },
  });
  rename(store, 'A');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(store.getState().saving).toBe('offline');
  expect(readCopy(ORGANIZATION, 'order')?.text).toContain('name: A # ours');
  isAway = false;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(store.getState().saving).toBe('saved');
});

test('what somebody else saved meanwhile is put together with what is here', async () => {
  const theirs = TEXT.replace('subject: Orders', 'subject: Sales');
  const saved: [string, string][] = [];
  const { store } = opened({
    save: async (document, tag) => {
      if (tag === '"1"') throw refused(412);
      saved.push([document, tag]);
      return { document, etag: '"10"', is_draft: true };
    },
    read: async () => ({ document: theirs, etag: '"9"', is_draft: true }),
  });
  rename(store, 'A');
  await jest.advanceTimersByTimeAsync(5000);
  expect(saved).toEqual([[theirs.replace('Order # ours', 'A # ours'), '"9"']]);
});

test('one place that both changed is asked about, and saved after the answer only', async () => {
  const theirs = TEXT.replace('Order # ours', 'Theirs # ours');
  const saved: string[] = [];
  const { store, saver } = opened({
    save: async (document, tag) => {
      if (tag === '"1"') throw refused(412);
      saved.push(document);
      return { document, etag: '"10"', is_draft: true };
    },
    read: async () => ({ document: theirs, etag: '"9"', is_draft: true }),
  });
  rename(store, 'Mine');
  await jest.advanceTimersByTimeAsync(20_000);
  expect(store.getState().clashes).toEqual([{ path: ['name'], mine: 'Mine', theirs: 'Theirs' }]);
  expect(saved).toEqual([]);
  store.setState({ clashes: [] });
  await saver.flush();
  expect(saved).toEqual([TEXT.replace('Order # ours', 'Mine # ours')]);
});

test('a refusal is said, and what was typed stays', async () => {
  const { store } = opened({ save: () => Promise.reject(refused(413)) });
  rename(store, 'A');
  await jest.advanceTimersByTimeAsync(5000);
  expect(store.getState()).toMatchObject({ saving: 'refused', trouble: 'No.' });
  expect(currentText(store)).toContain('name: A');
  expect(readCopy(ORGANIZATION, 'order')).not.toBeNull();
});

test('what this browser had kept of an earlier visit is saved by itself', async () => {
  const store = createEditorStore('order', TEXT, '"1"');
  rename(store, 'Kept');
  const saved: string[] = [];
  createSaver(store, ORGANIZATION, {
    save: async (document) => {
      saved.push(document);
      return { document, etag: '"2"', is_draft: true };
    },
    read: async () => ({ document: TEXT, etag: '"1"', is_draft: true }),
  });
  await jest.advanceTimersByTimeAsync(2000);
  expect(saved).toEqual([TEXT.replace('Order # ours', 'Kept # ours')]);
});

test('what the server refuses is told in its words', async () => {
  const { store } = opened({
    save: () =>
      Promise.reject(
        new ApiError({ ...refused(422).problem, errors: [{ field: 'name', message: 'too long' }] }),
      ),
  });
  rename(store, 'A');
  await jest.advanceTimersByTimeAsync(2000);
  expect(store.getState()).toMatchObject({ saving: 'refused', trouble: 'too long' });
});
