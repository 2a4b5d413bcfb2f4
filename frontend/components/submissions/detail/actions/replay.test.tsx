import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { getGetSubmissionResponseMock } from '@/lib/api/endpoints/submissions/submissions.msw';
import type { SentAgainOut } from '@/lib/api/model';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { ReplayDialog } from './replay-dialog';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const step = (over: Partial<SentAgainOut>): SentAgainOut => ({
  position: 1,
  title: 'Create the customer',
  system: 'Tryton',
  delivered: true,
  record: '1042',
  record_url: null,
  effect: 'readable',
  same_by: null,
  ...over,
});

const submission = getGetSubmissionResponseMock({ id: '1', reference: 'WB-7K3M9QXD01' });

beforeEach(() => {
  resetRouter();
  openableDialogs();
});

test('each system that would have it twice is named before it is sent', async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.get('*/api/v1/submissions/:id/replay', () =>
      HttpResponse.json({
        steps: [
          step({}),
          step({
            position: 2,
            title: 'Send the mail',
            system: 'Mail',
            record: null,
            effect: 'blind',
          }),
          step({ position: 3, title: 'Find the party', same_by: 'its e-mail address' }),
          step({ position: 4, title: 'Offer', delivered: false, record: null }),
        ],
      }),
    ),
    http.post('*/api/v1/submissions/:id/replay', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return HttpResponse.json(getGetSubmissionResponseMock({ id: '2' }), { status: 201 });
    }),
    http.get('*/api/v1/submissions/:id', () => HttpResponse.json(submission)),
  );
  const { user } = renderApp(<ReplayDialog submission={submission} onClose={jest.fn()} />);
  expect(await screen.findByText('2 likely duplicates')).toBeVisible();
  const dialog = screen.getByRole('dialog', { name: 'Send WB-7K3M9QXD01 once more?' });
  expect(dialog).toHaveTextContent('Tryton has it as 1042, and will make another one.');
  expect(dialog).toHaveTextContent('Mail cannot tell that it had this before.');
  expect(dialog).toHaveTextContent('Tryton recognizes it by its e-mail address');
  expect(dialog).toHaveTextContent('Its condition is judged anew.');
  expect(keys).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Send once more' }));
  expect(router.push).toHaveBeenCalledWith('/submissions/2');
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
});
