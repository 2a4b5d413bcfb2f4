import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import {
  getGetMeMockHandler,
  getGetMeResponseMock,
} from '@/lib/api/endpoints/accounts/accounts.msw';
import type { NoteOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Notes } from './notes';

const note = (over: Partial<NoteOut>): NoteOut => ({
  id: '0193a3f0-7c3e-7d10-8f00-0000000000e1',
  text: 'Called them back.',
  author: 'Ada Berg',
  mine: true,
  created_at: '2026-11-24T12:00:00Z',
  edited_at: null,
  ...over,
});

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

let kept: NoteOut[] = [];

beforeEach(() => {
  kept = [];
  server.use(
    getGetMeMockHandler(
      getGetMeResponseMock({ permissions: ['submissions:read', 'submissions:operate'] }),
    ),
    http.get('*/api/v1/submissions/:id/notes', () => HttpResponse.json({ items: kept })),
    http.post('*/api/v1/submissions/:id/notes', async ({ request }) => {
      const { text } = (await request.json()) as { text: string };
      kept = [...kept, note({ text })];
      return HttpResponse.json(kept.at(-1), { status: 201 });
    }),
    http.put('*/api/v1/submissions/:id/notes/:note', async ({ request }) => {
      const { text } = (await request.json()) as { text: string };
      kept = [note({ text, edited_at: '2026-11-24T13:00:00Z' })];
      return HttpResponse.json(kept[0]);
    }),
    http.delete('*/api/v1/submissions/:id/notes/:note', () => {
      kept = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

test('a note is written, changed and deleted', async () => {
  const { user } = renderApp(<Notes submissionId="1" />);
  expect(await screen.findByText(/No notes yet/)).toBeVisible();
  await user.type(await screen.findByLabelText('A note for your organization'), '<b>Called</b>');
  await user.click(screen.getByRole('button', { name: 'Add the note' }));
  const edit = await screen.findByRole('button', { name: 'Edit note 1' });
  expect(screen.getByRole('list')).toHaveTextContent('<b>Called</b>');

  await user.click(edit);
  const field = screen.getByLabelText('The note');
  await user.clear(field);
  await user.type(field, 'They call back.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/edited/)).toBeVisible();
  expect(screen.getByRole('list')).toHaveTextContent('They call back.');

  await user.click(screen.getByRole('button', { name: 'Delete note 1' }));
  await user.click(screen.getByRole('button', { name: 'Delete it for good' }));
  expect(await screen.findByText(/No notes yet/)).toBeVisible();
});

test('what others wrote is read and not changed', async () => {
  kept = [note({ mine: false })];
  renderApp(<Notes submissionId="1" />);
  const list = await screen.findByRole('list');
  expect(list).toHaveTextContent('Ada Berg');
  expect(within(list).queryByRole('button')).not.toBeInTheDocument();
});

test('a note that is not saved stays in its field', async () => {
  server.use(
    http.post('*/api/v1/submissions/:id/notes', () =>
      HttpResponse.json({ title: 'Away', detail: 'Not now.' }, { status: 503 }),
    ),
  );
  const { user } = renderApp(<Notes submissionId="1" />);
  const field = await screen.findByLabelText('A note for your organization');
  await user.type(field, 'Keep me');
  await user.click(screen.getByRole('button', { name: 'Add the note' }));
  expect(await screen.findByText('Not now.')).toBeVisible();
  expect(field).toHaveValue('Keep me');
});
