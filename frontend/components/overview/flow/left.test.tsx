import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { Left } from './left';

const VIEW = { period: 'day', workflow: 'customers', connection: null } as const;

function counting(count: number, exact = true): URL[] {
  const asked: URL[] = [];
  server.use(
    http.get('*/api/v1/submissions/count', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json({ count, exact });
    }),
  );
  return asked;
}

test('what is left to repair is counted as its list counts it', async () => {
  const asked = counting(5);
  renderApp(<Left view={VIEW} />);
  const link = await screen.findByRole('link', { name: '5 still to repair' });
  const list = new URL(link.getAttribute('href') ?? '', 'http://localhost').searchParams;
  expect([...list].toSorted()).toEqual([...(asked[0]?.searchParams ?? [])].toSorted());
  expect(list.getAll('status')).toEqual(['failed', 'needs_attention']);
  expect(list.get('continued')).toBe('false');
});

test('more than can be counted is said as such', async () => {
  counting(10_000, false);
  renderApp(<Left view={VIEW} />);
  expect(
    await screen.findByRole('link', { name: 'more than 10,000 still to repair' }),
  ).toBeVisible();
});

test('where all is repaired there is no list', async () => {
  counting(0);
  renderApp(<Left view={VIEW} />);
  expect(await screen.findByText('none still to repair')).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
});
