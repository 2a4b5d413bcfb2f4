import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getGetMeMockHandler,
  getGetMeResponseMock,
} from '@/lib/api/endpoints/accounts/accounts.msw';
import { getGetSubmissionResponseMock } from '@/lib/api/endpoints/submissions/submissions.msw';
import type { Permission } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Answers } from './answers';

const MASKED = getGetSubmissionResponseMock({
  data: { company: 'Acme Ltd', iban: '••••••••' },
  sensitive: ['iban'],
});

function signedInWith(permissions: Permission[]) {
  server.use(getGetMeMockHandler(getGetMeResponseMock({ permissions })));
}

test('sensitive answers are hidden until somebody who may see them asks, and hidden again', async () => {
  const asked = jest.fn();
  signedInWith(['submissions:read', 'submissions:read_sensitive']);
  server.use(
    http.post('*/api/v1/submissions/:id/reveal', () => {
      asked();
      return HttpResponse.json({ data: { iban: 'DE89 3704' } });
    }),
  );
  const { user } = renderApp(<Answers submission={MASKED} />);
  expect(await screen.findByText('Hidden')).toBeVisible();
  const show = await screen.findByRole('button', { name: 'Show sensitive answers' });
  expect(asked).not.toHaveBeenCalled();
  await user.click(show);
  expect(await screen.findByText('DE89 3704')).toBeVisible();
  expect(asked).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Hide sensitive answers' }));
  expect(screen.queryByText('DE89 3704')).not.toBeInTheDocument();
});

test('whoever may not see sensitive answers is told so and has nothing to press', async () => {
  signedInWith(['submissions:read']);
  renderApp(<Answers submission={MASKED} />);
  expect(await screen.findByText(/Your role does not include seeing them/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /sensitive/ })).not.toBeInTheDocument();
});

test('a refusal to show them says why', async () => {
  signedInWith(['submissions:read_sensitive']);
  server.use(
    http.post('*/api/v1/submissions/:id/reveal', () =>
      HttpResponse.json({ title: 'Away', detail: 'A key is missing.' }, { status: 503 }),
    ),
  );
  const { user } = renderApp(<Answers submission={MASKED} />);
  await user.click(await screen.findByRole('button', { name: 'Show sensitive answers' }));
  expect(await screen.findByText('A key is missing.')).toBeVisible();
  expect(screen.getByText('Hidden')).toBeVisible();
});
