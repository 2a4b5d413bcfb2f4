import { screen, within } from '@testing-library/react';
import { getGetSubmissionResponseMock } from '@/lib/api/endpoints/submissions/submissions.msw';
import type { EventOut } from '@/lib/api/model';
import { renderApp } from '@/lib/testing/render';
import { speak } from '@/lib/words/languages';
import type { useLog } from '../hooks/use-log';
import { Timeline } from './timeline';

const event = (over: Partial<EventOut>): EventOut => ({
  id: 1,
  at: '2026-11-24T12:00:00Z',
  kind: 'submission.accepted',
  step_run_id: null,
  detail: {},
  ...over,
});

const asked = (key: string, label: string) => ({
  key,
  kind: 'text',
  label,
  row_label: '',
  live: false,
  choices: [],
  questions: [],
});

const submission = getGetSubmissionResponseMock({
  steps: [],
  asked: [asked('company', 'Company')],
});

const log = (events: EventOut[]) =>
  ({ events, isPending: false, isError: false, hasNextPage: false }) as unknown as ReturnType<
    typeof useLog
  >;

afterEach(() => speak('en'));

const RESUMED = event({
  id: 4,
  kind: 'submission.resumed',
  detail: {
    from: 'WB-FIRST',
    by: 'Ada Berg',
    changed: [
      { field: 'company', before: 'Acme', after: '=1+1' },
      { field: 'iban', before: '••••••••', after: '••••••••' },
      { field: 'note', before: null, after: 'شكرا' },
    ],
  },
});

test('what was corrected is told before and after, as text', () => {
  renderApp(<Timeline submission={submission} log={log([event({}), RESUMED])} />);
  const list = screen.getByRole('list', { name: 'Log of this submission' });
  const [, line] = within(list).getAllByRole('listitem');
  expect(line).toHaveTextContent('Takes up WB-FIRST again');
  expect(line).toHaveTextContent('by Ada Berg');
  expect(line).toHaveTextContent('CompanyAcme → =1+1');
  expect(line).toHaveTextContent('(empty) → شكرا');
});

test('the log speaks German too', () => {
  speak('de');
  renderApp(<Timeline submission={submission} log={log([event({}), RESUMED])} />);
  expect(screen.getByText('Angenommen')).toBeVisible();
  expect(screen.getByText('Nimmt WB-FIRST wieder auf')).toBeVisible();
});

test('what this page does not know is shown by its name, and breaks nothing', () => {
  const odd = event({ id: 9, kind: 'submission.frobbed', detail: { step: 99, changed: 'x' } });
  renderApp(<Timeline submission={submission} log={log([odd])} />);
  expect(screen.getByText('submission.frobbed')).toBeVisible();
});

test.each([
  [90, 'Step 2: to be tried again after 1 min 30 s'],
  [0, 'Step 2: to be tried again at once'],
  [undefined, 'Step 2: to be tried again'],
])('a step that waits %s seconds says so', (seconds, said) => {
  const waits = event({ kind: 'step.waiting', detail: { step: 2, retry_in: seconds } });
  renderApp(<Timeline submission={submission} log={log([waits])} />);
  expect(screen.getByText(said)).toBeVisible();
});
