import { render } from '@testing-library/react';
import { Phrase } from './phrase';

test('each part stands where the words put it', () => {
  const { container } = render(
    <Phrase text="{by} sent it to {email}." parts={{ email: <b>ada@example.com</b>, by: 'Ben' }} />,
  );
  expect(container.innerHTML).toBe('Ben sent it to <b>ada@example.com</b>.');
});
