import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { showNotices } from '@/lib/hooks/work/use-notices';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { speak } from '@/lib/words/languages';
import { prefer, preference } from '@/lib/words/preference';
import { You } from './you';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => resetRouter());
afterEach(() => {
  prefer({ language: null, timeZone: null });
  speak('en');
});

const keeping = (kept: unknown[]) =>
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('viewer'))),
    http.put('*/api/v1/me/preferences', async ({ request }) => {
      const body = (await request.json()) as Record<string, string | null>;
      kept.push(body);
      return HttpResponse.json(meAs('viewer', body));
    }),
  );

test('a language and a zone are kept in the account and used at once', async () => {
  const kept: unknown[] = [];
  const told = jest.fn();
  const stop = showNotices(told);
  keeping(kept);
  const { user } = renderApp(<You />);
  await user.selectOptions(await screen.findByLabelText('Language'), 'Deutsch');
  await user.selectOptions(screen.getByLabelText('Time zone'), 'Asia/Tokyo');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(kept).toEqual([{ language: 'de', time_zone: 'Asia/Tokyo' }]));
  await waitFor(() => expect(preference()).toEqual({ language: 'de', timeZone: 'Asia/Tokyo' }));
  await waitFor(() =>
    expect(told).toHaveBeenCalledWith({
      text: 'Gespeichert. So spricht Waybill von jetzt an mit Ihnen.',
    }),
  );
  stop();
});

test('the clock of the chosen zone is shown before anything is saved', async () => {
  keeping([]);
  const { user } = renderApp(<You />);
  const zone = await screen.findByLabelText('Time zone');
  await screen.findByRole('option', { name: 'Asia/Tokyo' });
  await user.selectOptions(zone, 'Asia/Tokyo');
  const hour = new Date().toLocaleString('en-GB', { hour: '2-digit', timeZone: 'Asia/Tokyo' });
  expect(await screen.findByText(/Now it is/)).toHaveTextContent(hour);
});

test('a refusal says that nothing was saved, and keeps the choice', async () => {
  keeping([]);
  server.use(
    http.put('*/api/v1/me/preferences', () =>
      HttpResponse.json({ title: 'x', detail: 'There is no such time zone.' }, { status: 422 }),
    ),
  );
  const { user } = renderApp(<You />);
  await user.selectOptions(await screen.findByLabelText('Language'), 'Deutsch');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no such time zone.');
  expect(screen.getByLabelText('Language')).toHaveValue('de');
  expect(preference().language).toBeNull();
});
