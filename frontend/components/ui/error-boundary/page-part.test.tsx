import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { ComponentType } from 'react';
import { meAs } from '@/lib/testing/me';
import { parts, type Part } from '@/lib/testing/parts';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

type Component = ComponentType<Record<string, unknown>>;
type Module = Record<string, Component>;

const PARTS = parts();
const keyOf = ({ module, name }: { module: string; name: string }) => `${module}#${name}`;

/** What stands in for the parts of the file under test: their names, and one that fails. */
const acting = { named: new Set<string>(), broken: '' };

for (const path of new Set(PARTS.map((part) => part.module)))
  jest.doMock(`@/${path}`, () => {
    const actual = jest.requireActual<Module>(`@/${path}`);
    const names = PARTS.filter((part) => part.module === path).map(({ name }) => name);
    return {
      ...actual,
      ...Object.fromEntries(names.map((name) => [name, acted(actual, path, name)])),
    };
  });
for (const layout of ['operator', 'settings', 'public'])
  jest.doMock(`@/components/layouts/${layout}-layout`, () => {
    const name = `${layout[0]?.toUpperCase() ?? ''}${layout.slice(1)}Layout`;
    return { [name]: ({ children }: { children: React.ReactNode }) => <main>{children}</main> };
  });

function acted(actual: Module, module: string, name: string) {
  const key = keyOf({ module, name });
  const Actual = actual[name] as Component;
  return function Acted(props: Record<string, unknown>) {
    if (acting.broken === key) throw new Error(`${name} cannot be drawn`);
    return acting.named.has(key) ? <p>{`[${name}]`}</p> : <Actual {...props} />;
  };
}

/** Whatever is asked for: enough for the files that put parts together, which draw none of it. */
const ANSWER = {
  ...meAs('owner'),
  status: 'succeeded',
  wait: null,
  steps: [],
  items: [{ state: 'active' }, { state: 'revoked' }],
  next_cursor: null,
  days: 90,
  permissions: [...meAs('owner').permissions, 'connections:manage'],
  health: { state: 'working' },
};

/** What a file's component is given. */
const GIVEN: Record<string, Record<string, unknown>> = {
  'components/submissions/bulk/progress/bulk-progress.tsx': { id: 'bulk-1' },
  'components/submissions/detail/submission-detail.tsx': { id: 'submission-1' },
  'components/connections/detail/connection-detail.tsx': { name: 'erp' },
  'components/keys/credential-section.tsx': { kind: 'key' },
  'components/invitation/invitation.tsx': { token: 'token-1' },
  'components/device/device.tsx': { given: 'ABCD-EFGH' },
};

/** Parts that a page has only after somebody did something, or hands to another part. */
const AFTER_AN_ACTION = [
  'CorrectAnswers',
  'CreateCredential',
  'Differences',
  'EntryDetail',
  'InviteDialog',
  'Made',
  'MemberDialog',
  'PublishDialog',
  'RetentionDialog',
  'SaidCondition',
  'SecretOnce',
  'SetUp',
];

beforeEach(() => {
  resetRouter({ request: 'request-1', id: 'submission-1', token: 'token-1' });
  server.use(
    http.all('*', () =>
      HttpResponse.json(ANSWER, { headers: { 'x-request-id': 'request-of-the-answer' } }),
    ),
  );
});

test('every part of a page has a boundary', () => {
  expect(PARTS.length).toBeGreaterThan(35);
  expect(
    PARTS.filter(({ guarded }) => !guarded).map(({ file, name }) => `${file}: ${name}`),
  ).toEqual([]);
});

const BREAKABLE = PARTS.filter(({ name }) => !AFTER_AN_ACTION.includes(name));

test.each(BREAKABLE.map((part) => [`${part.file}: ${part.name}`, part] as const))(
  '%s fails and the rest of the page stays',
  async (_, part) => {
    const beside = PARTS.filter(({ file }) => file === part.file);
    acting.named = new Set(beside.map(keyOf));
    acting.broken = keyOf(part);
    const others = shownBeside(part);
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { user } = renderApp(<Whole file={part.file} />);

    const [notice] = await screen.findAllByRole('alert');
    expect(notice).toHaveTextContent('this part stopped working');
    expect(notice).toHaveTextContent('The rest of the page works on');
    for (const name of others) expect((await screen.findAllByText(`[${name}]`))[0]).toBeVisible();

    acting.broken = '';
    for (const again of screen.getAllByRole('button', { name: 'Try again' }))
      await user.click(again);
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(screen.getAllByText(`[${part.name}]`)[0]).toBeVisible();
    quiet.mockRestore();
  },
);

test('a part that fails tells the request that its data came with', async () => {
  acting.named = new Set();
  acting.broken = keyOf(PARTS.find(({ name }) => name === 'MemberTable') as Part);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  renderApp(<Whole file="pages/settings/members.tsx" />);
  expect(await screen.findByText('request-of-the-answer')).toBeVisible();
});

/** The parts that are there with it; another of the same name fails with it. */
function shownBeside(part: Part): string[] {
  const names = BREAKABLE.filter(({ file, name }) => file === part.file && name !== part.name);
  return names.map(({ name }) => name);
}

function Whole({ file }: { file: string }) {
  const exported = jest.requireActual<Module>(`@/${file.replace(/\.tsx$/, '')}`);
  const Drawn = (exported.default ?? Object.values(exported)[0]) as Component;
  return <Drawn {...GIVEN[file]} />;
}
