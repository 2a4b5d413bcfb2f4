import type { FormServer, Verdict } from '@/lib/http/server/form-server';
import { dataOf, type Data } from '../../answers/data';
import type { Typed } from '../../answers/typed';
import { issuesOf } from '../../check/issues';
import type { Form, Issue } from '../../form';

/** What is sent for these answers, and what the API says of it. */
export type Judged = {
  data: Data;
  hidden: ReadonlySet<string>;
  calculated: Record<string, unknown>;
  faults: Issue[];
};

/** How often it is asked anew because an answer that was sent is itself not asked. */
const MOST_ROUNDS = 4;

const bare = (path: string) => path.replace(/^data\./, '');

/** The API's verdict, where the form has conditions; else the answers alone, for it to judge later. */
export async function judge(
  form: Form,
  typed: Typed,
  api: FormServer,
  asked: ReadonlySet<string>,
): Promise<Judged> {
  let hidden = asked;
  let data = read(hidden);
  if (!form.has_expressions) return { data, hidden: NONE, calculated: {}, faults: [] };
  for (let round = 1; ; round += 1) {
    const verdict: Verdict = await api.check({
      data,
      version: form.version,
      language: form.language,
    });
    const next = new Set(verdict.hidden.map(bare));
    const same = next.size === hidden.size && [...next].every((path) => hidden.has(path));
    if (same || round === MOST_ROUNDS) {
      const calculated = Object.entries(verdict.calculated).map(([at, value]) => [bare(at), value]);
      return {
        data,
        hidden: next,
        calculated: Object.fromEntries(calculated) as Record<string, unknown>,
        faults: issuesOf(verdict.errors),
      };
    }
    hidden = next;
    data = read(hidden);
  }
  function read(without: ReadonlySet<string>): Data {
    const { questions, language } = form;
    return dataOf(questions, typed, { language, asked: (_, path) => !without.has(path) });
  }
}

const NONE: ReadonlySet<string> = new Set();
