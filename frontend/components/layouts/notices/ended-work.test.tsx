import { waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { followWork, forgetWork } from '@/lib/hooks/work/use-background-work';
import { showNotices } from '@/lib/hooks/work/use-notices';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { EndedWork } from './ended-work';

const WORK = {
  address: '/api/v1/bulk-actions/0193a3f0',
  what: 'Retry 500 submissions',
  href: '/submissions?status=failed',
};
const ADDRESS = `*${WORK.address}`;
const state = { status: 'done', total: 500, done: 498, refused: 2, finished_at: null };

afterEach(() => {
  forgetWork(WORK.address);
  sessionStorage.clear();
});

test('work is followed, and said to be over on whichever page one is then', async () => {
  server.use(
    http.get(ADDRESS, () => HttpResponse.json({ ...state, finished_at: '2026-11-24T13:32:07Z' })),
  );
  followWork(WORK);
  expect(sessionStorage.getItem('waybill:work')).toContain('Retry 500 submissions');
  const told = jest.fn();
  const stop = showNotices(told);
  renderApp(<EndedWork />);
  await waitFor(() =>
    expect(told).toHaveBeenCalledWith({
      text: 'Retry 500 submissions: done, 498 of 500; 2 were refused.',
      failed: true,
      way: { href: WORK.href, label: 'See the outcome' },
    }),
  );
  stop();
  expect(sessionStorage.getItem('waybill:work')).toBe('[]');
});

test('work that nobody can look at any more is forgotten in silence', async () => {
  server.use(http.get(ADDRESS, () => HttpResponse.json({}, { status: 404 })));
  followWork(WORK);
  renderApp(<EndedWork />);
  await waitFor(() => expect(sessionStorage.getItem('waybill:work')).toBe('[]'));
});
