import type { DraftOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { textOf } from '../model/history';
import { mergeDocuments } from '../model/merge-documents';
import { act, currentText, type EditorStore } from '../store/editor-store';
import { dropCopy, keepCopy } from './local-copy';

/** After the last key, in milliseconds. */
const SAVE_AFTER = 1200;
const COPY_AFTER = 300;
const AGAIN_AFTER = [2_000, 5_000, 15_000, 30_000];

export type Draft = Pick<DraftOut, 'document' | 'etag' | 'is_draft'>;
export type Server = {
  save: (text: string, tag: string) => Promise<Draft>;
  read: () => Promise<Draft>;
};
type Saver = { flush: () => Promise<void>; stop: () => void };

/**
 * Saves the draft a moment after each change, one request at a time. Nothing is saved over what
 * somebody else saved meanwhile: it is merged first. Until it is saved, a copy stays in this browser.
 */
export function createSaver(store: EditorStore, organization: string, server: Server): Saver {
  const { slug } = store.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let copying: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let tries = 0;

  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  };
  const copy = () => {
    clearTimeout(copying);
    const { tag, ancestor, saving } = store.getState();
    if (saving !== 'saved')
      keepCopy(organization, slug, { tag, ancestor, text: currentText(store) });
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.history.now === before.history.now || state.saving === 'saved') return;
    clearTimeout(copying);
    copying = setTimeout(copy, COPY_AFTER);
    if (state.clashes.length === 0) later(SAVE_AFTER);
  });
  const onHide = () => copy();
  const onOnline = () => void flush();
  addEventListener('pagehide', onHide);
  addEventListener('online', onOnline);

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (running) {
      await running;
      if (store.getState().saving !== 'unsaved') return;
    }
    running = saveOnce().finally(() => {
      running = null;
    });
    await running;
  }

  async function saveOnce(): Promise<void> {
    const { history, tag, ancestor, clashes, isDraft } = store.getState();
    if (clashes.length > 0) return;
    const text = textOf(history.now);
    if (text === ancestor) return saved(text, { etag: tag, is_draft: isDraft }, history.now);
    store.setState({ saving: 'saving', trouble: '' });
    try {
      const draft = await server.save(text, tag);
      tries = 0;
      saved(text, draft, history.now);
    } catch (error) {
      await failed(error);
    }
  }

  function saved(text: string, { etag, is_draft }: Omit<Draft, 'document'>, now: unknown) {
    const isAll = store.getState().history.now === now;
    store.setState({
      tag: etag,
      ancestor: text,
      isDraft: is_draft,
      saving: isAll ? 'saved' : 'unsaved',
      trouble: '',
    });
    if (isAll) {
      clearTimeout(copying);
      dropCopy(organization, slug);
    } else later(SAVE_AFTER);
  }

  async function failed(error: unknown): Promise<void> {
    copy();
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 412) return mergeTheirs();
    if (!error.retryable) {
      const { detail, errors } = error.problem;
      const said = errors.map(({ message }) => message).join('; ');
      store.setState({ saving: 'refused', trouble: said || detail || error.message });
      return;
    }
    store.setState({ saving: 'offline', trouble: error.problem.detail });
    later(AGAIN_AFTER[Math.min(tries, AGAIN_AFTER.length - 1)] ?? SAVE_AFTER);
    tries += 1;
  }

  async function mergeTheirs(): Promise<void> {
    try {
      const theirs = await server.read();
      takeTheirs(store, theirs);
      if (store.getState().clashes.length === 0) later(0);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status === 412) throw error;
      await failed(error);
    }
  }

  // What this browser had kept of an earlier visit is saved without another key.
  const { saving, clashes } = store.getState();
  if (saving === 'unsaved' && clashes.length === 0) later(SAVE_AFTER);
  return {
    flush,
    stop: () => {
      copy();
      clearTimeout(timer);
      clearTimeout(copying);
      removeEventListener('pagehide', onHide);
      removeEventListener('online', onOnline);
      unsubscribe();
    },
  };
}

/** Put what the server has now together with what is here. It can be undone. */
export function takeTheirs(store: EditorStore, theirs: Draft): void {
  const { ancestor } = store.getState();
  const { text, clashes } = mergeDocuments(ancestor, currentText(store), theirs.document);
  const { etag, document, is_draft } = theirs;
  store.setState({ tag: etag, ancestor: document, isDraft: is_draft, clashes });
  act(store, { do: 'write', text, at: 0 });
  store.setState({ saving: 'unsaved' });
}
