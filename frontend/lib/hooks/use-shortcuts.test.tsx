import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useKnownShortcuts, useShortcuts } from './use-shortcuts';

function Page({ keys, run, what = 'Next row' }: { keys: string; run: () => void; what?: string }) {
  useShortcuts([{ keys, what, run }]);
  return (
    <>
      <textarea aria-label="Note" />
      <button type="button">Press</button>
    </>
  );
}

function Help() {
  return (
    <ul>
      {useKnownShortcuts().map(({ keys, what }) => (
        <li key={keys}>{`${keys}: ${what}`}</li>
      ))}
    </ul>
  );
}

test('a key does what the page says, and not while somebody types', async () => {
  const run = jest.fn();
  const user = userEvent.setup();
  render(<Page keys="j" run={run} />);
  await user.keyboard('j');
  expect(run).toHaveBeenCalledTimes(1);
  await user.type(screen.getByRole('textbox'), 'jjj');
  expect(run).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('textbox')).toHaveValue('jjj');
});

test('together with Ctrl it stays the key of the browser', async () => {
  const run = jest.fn();
  render(<Page keys="k" run={run} />);
  await userEvent.setup().keyboard('{Control>}k{/Control}');
  expect(run).not.toHaveBeenCalled();
});

test('Enter on a button presses the button', async () => {
  const run = jest.fn();
  const user = userEvent.setup();
  render(<Page keys="Enter" run={run} />);
  screen.getByRole('button').focus();
  await user.keyboard('{Enter}');
  expect(run).not.toHaveBeenCalled();
  screen.getByRole('button').blur();
  await user.keyboard('{Enter}');
  expect(run).toHaveBeenCalledTimes(1);
});

test('an open dialog has the keys to itself', async () => {
  const run = jest.fn();
  render(
    <>
      <Page keys="x" run={run} />
      <dialog open>Sure?</dialog>
    </>,
  );
  await userEvent.setup().keyboard('x');
  expect(run).not.toHaveBeenCalled();
});

test('the later part has the key, and what is gone has none', async () => {
  const [first, second] = [jest.fn(), jest.fn()];
  const user = userEvent.setup();
  const one = render(<Page keys="j" run={first} />);
  const other = render(<Page keys="j" run={second} />);
  await user.keyboard('j');
  expect(first).not.toHaveBeenCalled();
  other.unmount();
  await user.keyboard('j');
  expect(first).toHaveBeenCalledTimes(1);
  one.unmount();
  await user.keyboard('j');
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(1);
});

test('whoever asks is told the keys that work now', () => {
  const { rerender } = render(
    <>
      <Page keys="j" run={() => undefined} />
      <Help />
    </>,
  );
  expect(screen.getByRole('listitem')).toHaveTextContent('j: Next row');
  rerender(
    <>
      <Page keys="j" run={() => undefined} what="Nächste Zeile" />
      <Help />
    </>,
  );
  expect(screen.getByRole('listitem')).toHaveTextContent('j: Nächste Zeile');
});
