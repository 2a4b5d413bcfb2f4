import { render, screen } from '@testing-library/react';
import { AsServed } from './as-served';

const Broken = () => {
  throw new Error('broken');
};

test('where the script of a page fails, what was served is there and works', () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const served = '<form method="post"><button>Send</button></form>';
  render(
    <AsServed html={served}>
      <Broken />
    </AsServed>,
  );
  expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
});
