import { act, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { FromForm } from '@/lib/forms/rehearsal';
import { server } from '@/lib/testing/server';
import { change } from '../store/editor-store';
import { LiveForm } from './live-form';
import { ORDER, editing } from './testing/editor';

const FORM = { title: 'Order', questions: [] };

function drawing(answer: () => Response) {
  const asked: { document: string; language: string }[] = [];
  server.use(
    http.post('*/api/v1/workflows/preview/form', async ({ request }) => {
      asked.push((await request.json()) as (typeof asked)[number]);
      return answer();
    }),
  );
  return asked;
}

async function live(text = ORDER) {
  const view = editing(<LiveForm />, text);
  const frame = screen.getByTitle<HTMLIFrameElement>('The form as people see it');
  const post = jest.spyOn(frame.contentWindow as Window, 'postMessage').mockReturnValue();
  await waitFor(() => expect(frame).toHaveAttribute('data-drawn'));
  const say = (data: FromForm, origin = window.location.origin, source = frame.contentWindow) =>
    act(() => {
      window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
    });
  return { ...view, frame, post, say };
}

test('the frame is told the form, once it is ready', async () => {
  const asked = drawing(() => HttpResponse.json(FORM));
  const { frame, post, say } = await live();
  expect(frame).toHaveAttribute('src', '/workflows/order/form');
  post.mockClear();
  say({ waybill: 'ready' });
  expect(post).toHaveBeenCalledWith({ waybill: 'form', form: FORM }, 'http://localhost');
  expect(asked).toEqual([{ document: ORDER, language: 'en' }]);
});

test('what is answered is the sample, and only where our own frame says it', async () => {
  drawing(() => HttpResponse.json(FORM));
  const { say, store } = await live();
  say({ waybill: 'answers', data: { company: 'Evil' } }, 'https://evil.example');
  say({ waybill: 'answers', data: { company: 'Evil' } }, undefined, window);
  expect(store.getState().sample.data).toEqual({});
  say({ waybill: 'answers', data: { company: 'Acme' } });
  expect(store.getState().sample).toEqual({ data: { company: 'Acme' }, reference: null });
  say({ waybill: 'sent' });
  expect(screen.getByText('Nothing was sent: this is only a preview.')).toBeVisible();
});

test('while there is a mistake the form stays as it was', async () => {
  let answer: () => Response = () => HttpResponse.json(FORM);
  const asked = drawing(() => answer());
  const { store, frame } = await live();
  answer = () =>
    HttpResponse.json({ status: 422, code: 'invalid_definition', detail: 'No.' }, { status: 422 });
  act(() => change(store, 'form.title', (draft) => void (draft.form.title = '')));
  expect(await screen.findByText(/as it was before the problem/)).toBeVisible();
  expect(frame).toHaveAttribute('data-drawn');
  expect(asked).toHaveLength(2);
});

test('the form is asked for in the language that is chosen, also in the form itself', async () => {
  const asked = drawing(() => HttpResponse.json(FORM));
  const text = ORDER.replace('  title: Order', '  languages: [en, de]\n  title: Order');
  const { say, user } = await live(text);
  say({ waybill: 'language', language: 'de' });
  await waitFor(() => expect(asked.at(-1)?.language).toBe('de'));
  expect(screen.getByLabelText('Language')).toHaveValue('de');
  await user.selectOptions(screen.getByLabelText('Width'), 'Desktop');
  expect(screen.getByTitle('The form as people see it')).toHaveStyle({ width: '1024px' });
});
