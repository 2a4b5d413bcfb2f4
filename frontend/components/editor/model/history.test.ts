import { changed, historyOf, textOf, type History } from './history';

const TEXT = `workflow: order
name: Order # ours
form:
  title: Order
  fields:
    company: {label: Company, kind: text}
steps:
  mail: {use: mail/email.send}
`;

const named = (history: History, name: string, at: number) =>
  changed(history, {
    do: 'change',
    place: 'name',
    at,
    recipe: (draft) => void (draft.name = name),
  });

test('typing at one place is undone together, and back again', () => {
  let history = historyOf(TEXT);
  history = named(history, 'O', 10_000);
  history = named(history, 'Or', 10_200);
  expect(textOf(history.now)).toBe(TEXT.replace('Order #', 'Or #'));
  history = changed(history, { do: 'undo' });
  expect(textOf(history.now)).toBe(TEXT);
  history = changed(history, { do: 'redo' });
  expect(history.now.definition?.name).toBe('Or');
});

test('a pause or another place is a change of its own', () => {
  let history = named(named(historyOf(TEXT), 'A', 10_000), 'B', 20_000);
  expect(changed(history, { do: 'undo' }).now.definition?.name).toBe('A');
  history = changed(history, {
    do: 'change',
    place: 'subject',
    at: 20_001,
    recipe: (draft) => void (draft.subject = 'x'),
  });
  const back = changed(history, { do: 'undo' }).now.definition;
  expect(back).toMatchObject({ name: 'B' });
  expect(back?.subject).toBeUndefined();
});

test('a text that cannot be read is kept, and undone', () => {
  const broken = changed(historyOf(TEXT), { do: 'write', text: 'name: [', at: 5_000 });
  expect(broken.now).toMatchObject({ base: 'name: [', definition: null });
  expect(named(broken, 'C', 9_000)).toBe(broken);
  expect(textOf(changed(broken, { do: 'undo' }).now)).toBe(TEXT);
});

test('what changes nothing is no change', () => {
  const history = historyOf(TEXT);
  expect(named(history, 'Order', 10_000)).toBe(history);
});
