import { HttpResponse, http } from 'msw';
import type { ConnectionOut, ConnectionHealthOut, Permission } from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { server } from '@/lib/testing/server';
import { REST, TRYTON } from './connectors';

export const HEALTH: ConnectionHealthOut = {
  state: 'working',
  since: null,
  paused_by: null,
  last_success_at: '2026-11-28T12:00:00Z',
  sent: 200,
  failed: 3,
  error_rate: 0.015,
  in_flight: 2,
  waiting: 0,
  oldest_waiting_at: null,
};

export const ERP: ConnectionOut = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000c1',
  slug: 'erp',
  name: 'Our ERP',
  connector: 'tryton',
  settings: { base_url: 'https://erp.example.com', company: 1 },
  revision: 4,
  changed_at: '2026-11-20T12:00:00Z',
  changed_by: 'Olga Berg',
  tested_at: '2026-11-20T12:00:00Z',
  test_ok: true,
  test_message: 'Tryton 8.0 answers.',
  test_problem: null,
  max_in_flight: 32,
  rate_per_second: null,
  rate_burst: 1,
  credentials_set_at: '2026-11-20T12:00:00Z',
  credentials_end_at: null,
  gate: {
    paused_at: null,
    pause_reason: null,
    pause_message: null,
    cooling_until: null,
    breaker: 'closed',
    breaker_until: null,
  },
  health: HEALTH,
};

export const PAUSED: ConnectionOut = {
  ...ERP,
  gate: {
    ...ERP.gate,
    paused_at: '2026-11-28T11:00:00Z',
    pause_reason: 'operator',
    pause_message: 'The ERP moves.',
  },
  health: { ...HEALTH, state: 'paused', since: '2026-11-28T11:00:00Z', paused_by: 'Ida Lund' },
};

const READS: Permission[] = ['connections:read', 'submissions:read', 'workflows:read'];
export const ADMIN: Permission[] = [...READS, 'connections:operate', 'connections:manage'];
export const OPERATOR: Permission[] = [...READS, 'connections:operate'];

export type Seen = { method: string; path: string; match: string | null; body: unknown };

/** The API of a test: one connection, its parts, and a note of whatever is asked to change. */
export function serving(permissions: Permission[] = ADMIN, connection: ConnectionOut = ERP) {
  const seen: Seen[] = [];
  const state = {
    connection,
    uses: [] as object[],
    errors: [] as object[],
    events: [] as object[],
  };
  const at = `*/api/v1/connections/${connection.slug}`;
  const note = async (request: Request) => {
    const text = await request.text();
    seen.push({
      method: request.method,
      path: new URL(request.url).pathname.replace('/api/v1/', ''),
      match: request.headers.get('if-match'),
      body: text ? JSON.parse(text) : null,
    });
  };
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('viewer', { permissions }))),
    http.get('*/api/v1/connectors', () => HttpResponse.json({ items: [REST, TRYTON] })),
    http.get('*/api/v1/connections', () =>
      HttpResponse.json({ items: [state.connection], next_cursor: null }),
    ),
    http.get(`${at}/history`, () => HttpResponse.json({ items: state.events, next_before: null })),
    http.get(`${at}/errors`, () => HttpResponse.json({ days: 7, items: state.errors })),
    http.get(`${at}/uses`, () => HttpResponse.json({ items: state.uses })),
    http.get(at, () => HttpResponse.json(state.connection)),
    http.all(`${at}/*`, async ({ request }) => {
      await note(request);
      return HttpResponse.json(state.connection);
    }),
    http.all(at, async ({ request }) => {
      await note(request);
      return request.method === 'DELETE'
        ? new HttpResponse(null, { status: 204 })
        : HttpResponse.json(state.connection);
    }),
  );
  return { seen, state, at };
}

/** A refusal of the API. */
export const problem = (status: number, detail: string, errors: object[] = []) =>
  HttpResponse.json(
    { title: 'x', status, detail, code: 'x', request_id: 'req-7', errors },
    { status },
  );
