import { change, createEditorStore } from './editor-store';
import { createSettled } from './settled';

const TEXT = 'workflow: order\nname: Order\nform: {title: Order, fields: {}}\nsteps: {}\n';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function following() {
  const store = createEditorStore('order', TEXT, 'tag');
  const settled = createSettled(store);
  settled.follow();
  const name = (text: string) => change(store, 'name', (draft) => void (draft.name = text));
  return { store, name, draft: () => settled.getState().draft };
}

test('what is typed is followed once typing pauses', () => {
  const { name, draft } = following();
  name('A');
  name('Ab');
  jest.advanceTimersByTime(200);
  name('Abc');
  jest.advanceTimersByTime(200);
  expect(draft()?.name).toBe('A');
  jest.advanceTimersByTime(100);
  expect(draft()?.name).toBe('Abc');
});

test('a step that is added is there at once, also right after another one', () => {
  const { store, draft } = following();
  for (const key of ['one', 'two'])
    change(store, 'steps', (next) => void (next.steps[key] = { use: 'mail/email.send' }));
  expect(Object.keys(draft()?.steps ?? {})).toEqual(['one', 'two']);
});
