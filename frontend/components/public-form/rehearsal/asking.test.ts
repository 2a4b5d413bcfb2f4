import { getForm, getFormChoices } from '@/lib/api/endpoints/forms/forms';
import { uploadFile } from '@/lib/http/upload';
import type { FromForm, ToForm } from '@/lib/forms/rehearsal';
import { answerFromEditor } from './asking';

const real = window.fetch;
afterAll(() => {
  window.fetch = real;
});

test('choices come from the editor, and all else is refused', async () => {
  const told = jest.spyOn(window.parent, 'postMessage').mockReturnValue();
  answerFromEditor();
  const asked = getFormChoices('order', 'lines.part', { search: 'desk' });
  const [[sought]] = told.mock.calls as unknown as [[FromForm & { id: number }]];
  expect(sought).toMatchObject({ waybill: 'sought', path: 'lines.part', search: 'desk' });
  const items = [{ value: 'DESK', label: 'Desk', detail: '' }];
  const data: ToForm = { waybill: 'found', id: sought.id, items, message: '' };
  const source = window.parent;
  window.dispatchEvent(new MessageEvent('message', { data, source, origin: 'https://x.example' }));
  const { origin } = window.location;
  window.dispatchEvent(new MessageEvent('message', { data, source, origin }));
  expect(await asked).toEqual({ items, stale: false, message: '' });
  await expect(getForm('order')).rejects.toThrow();
  expect(told).toHaveBeenCalledTimes(1);
});

test('a file stays in the browser, and is answered as one that was sent', async () => {
  const sent = jest.spyOn(XMLHttpRequest.prototype, 'send');
  answerFromEditor();
  const kept = await uploadFile('/api/v1/forms/order/uploads', {
    fields: { field: 'plan' },
    file: new File(['abc'], 'plan.pdf', { type: 'application/pdf' }),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(kept).toMatchObject({ name: 'plan.pdf', size: 3, type: 'application/pdf' });
  expect(kept.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent).not.toHaveBeenCalled();
});
