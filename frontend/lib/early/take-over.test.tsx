import { act } from '@testing-library/react';
import { useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { AWAKE, KEEP_SCRIPT } from './keep';
import { useTakeOver } from './use-take-over';

const sent = jest.fn();
const pressed = jest.fn();

function Page({ ready, language = 'en' }: { ready: boolean; language?: string }) {
  useTakeOver(ready);
  return <Form key={language} />;
}

function Form() {
  const [email, setEmail] = useState('');
  const [order, setOrder] = useState('newest');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sent({ email, order });
      }}
    >
      <input name="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      <select name="order" value={order} onChange={(event) => setOrder(event.target.value)}>
        <option value="newest">Newest</option>
        <option value="oldest">Oldest</option>
      </select>
      <button type="button" onClick={pressed}>
        Menu
      </button>
      <button type="submit">Send</button>
    </form>
  );
}

const find = <T extends Element>(what: string) => document.querySelector<T>(what) as T;
const input = () => find<HTMLInputElement>('input');
const select = () => find<HTMLSelectElement>('select');
const root = document.documentElement;

beforeAll(() => void new Function(KEEP_SCRIPT)());

let served: HTMLElement;

beforeEach(() => {
  sent.mockReset();
  pressed.mockReset();
  root.removeAttribute(AWAKE);
  served = document.createElement('div');
  served.innerHTML = renderToString(<Page ready={false} />);
  document.body.replaceChildren(served);
});

const wake = (page = <Page ready />) => act(async () => hydrateRoot(served, page));

test('what was typed and chosen before the script is what is sent', async () => {
  input().value = 'ada@example.com';
  select().value = 'oldest';
  await wake();
  expect(root).toHaveAttribute(AWAKE);
  expect(sent).not.toHaveBeenCalled();
  act(() => find<HTMLButtonElement>('[type=submit]').click());
  expect(sent).toHaveBeenCalledWith({ email: 'ada@example.com', order: 'oldest' });
});

test('what was sent before is sent once, with what was typed, and not by the browser', async () => {
  input().value = 'ada@example.com';
  const send = new SubmitEvent('submit', { bubbles: true, cancelable: true });
  find('form').dispatchEvent(send);
  expect(send.defaultPrevented).toBe(true);
  expect(sent).not.toHaveBeenCalled();
  await wake();
  expect(sent.mock.calls).toEqual([[{ email: 'ada@example.com', order: 'newest' }]]);
});

test('a button that was pressed several times is pressed once', async () => {
  const menu = find<HTMLButtonElement>('[type=button]');
  menu.click();
  menu.click();
  await wake();
  expect(pressed).toHaveBeenCalledTimes(1);
  menu.click();
  expect(pressed).toHaveBeenCalledTimes(2);
});

test('a page that is drawn anew in another language has it, and sends it', async () => {
  input().value = 'ada@example.com';
  input().focus();
  find('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  let again: ReturnType<typeof hydrateRoot> | undefined;
  await act(async () => (again = hydrateRoot(served, <Page ready={false} />)));
  expect(root).not.toHaveAttribute(AWAKE);
  await act(async () => again?.render(<Page ready language="de" />));
  expect(input()).toHaveValue('ada@example.com');
  expect(input()).toHaveFocus();
  expect(sent.mock.calls).toEqual([[{ email: 'ada@example.com', order: 'newest' }]]);
});

test('what is typed while it wakes is the newer one', async () => {
  input().value = 'ada';
  let again: ReturnType<typeof hydrateRoot> | undefined;
  await act(async () => (again = hydrateRoot(served, <Page ready={false} />)));
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), 'ada@');
  act(() => void input().dispatchEvent(new Event('input', { bubbles: true })));
  await act(async () => again?.render(<Page ready />));
  expect(input()).toHaveValue('ada@');
});
