import { screen, waitFor } from '@testing-library/react';
import { resetRouter } from '@/lib/testing/router';
import { opened, serving } from '../../testing/detail';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => resetRouter({ slug: 'leads' }));

test('protection is saved as a whole, one site a line', async () => {
  const sent = serving();
  const user = await opened();
  await user.click(await screen.findByLabelText('A task for the browser'));
  await user.type(screen.getByLabelText('Sites that may show the form'), '\nhttps://b.example');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findAllByText('Saved.'))[0]).toBeVisible();
  expect(sent).toEqual([
    [
      'PUT',
      'protection',
      {
        honeypot: true,
        proof_of_work: true,
        min_seconds: 3,
        allowed_origins: ['https://www.shop.example', 'https://b.example'],
      },
    ],
  ]);
});

test.each(['61', '1.5', 'soon', '-1'])('%s is no time to fill in a form', async (seconds) => {
  const sent = serving();
  const user = await opened();
  const field = await screen.findByLabelText('Shortest time to fill it in');
  await user.clear(field);
  await user.type(field, seconds);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(field).toBeInvalid());
  expect(sent).toEqual([]);
});
