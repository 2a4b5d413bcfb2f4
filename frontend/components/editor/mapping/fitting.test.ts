import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPick, writePick } from '../expressions/picks';
import type { Question } from '../model/draft';
import { answerItem } from '../scope/model/answers';
import { flat } from '../scope/model/item';
import { outputItems } from '../scope/model/outputs';
import {
  fits,
  freshTreatment,
  pickFor,
  resultType,
  settledPick,
  treatmentsFor,
} from './picks/fitting';
import { freeInput, type Takes } from './schema/inputs';

const FILE = join(__dirname, 'samples.json');
const SPEECH = { language: 'en', languages: ['en'], part: (key: string) => key };
const OUTPUT = {
  type: 'object',
  required: ['id', 'rate'],
  properties: { id: { type: 'integer' }, rate: { type: 'number' }, record: { type: 'string' } },
};
const KINDS = ['text', 'email', 'integer', 'decimal', 'date', 'time', 'datetime', 'boolean'];
const MORE = ['choices', 'file', 'money', 'address', 'rating', 'consent', 'signature', 'country'];
const TAKES: Takes[] = ['text', 'int', 'double', 'bool', 'record', 'texts', 'scalar', 'anything'];

function samples(): { within: string; text: string }[] {
  const questions = [...KINDS, ...MORE].flatMap((kind): [string, Question][] => [
    [`a_${kind}`, { kind }],
    [`maybe_${kind}`, { kind, required: false }],
  ]);
  const items = flat([
    ...questions.map(([key, question]) => answerItem(key, question, ['input'], SPEECH)),
    ...outputItems(OUTPUT, ['steps', 'customer'], false),
    ...outputItems(OUTPUT, ['steps', 'maybe'], true),
  ]);
  const found = items.flatMap((item) =>
    TAKES.flatMap((takes) =>
      [true, false].flatMap((required) =>
        (['whole', 'text', 'row'] as const).flatMap((within) => {
          const input = { ...freeInput('x', takes), required };
          const target = { input, within };
          if (!fits(item, target)) return [];
          const first = pickFor(item, target);
          const type = first.treatments.length > 0 ? resultType(first, item) : item.type;
          const treated = treatmentsFor(type, true).map((kind) => {
            const next = freshTreatment(kind, 'regions', false);
            const treatments = [...first.treatments, next];
            return settledPick({ ...first, treatments }, item, target);
          });
          return [first, ...treated].map((pick) => ({ within, text: writePick(pick) }));
        }),
      ),
    ),
  );
  return [...new Map(found.map((each) => [`${each.within} ${each.text}`, each])).values()];
}

test('every value that can be picked is read back, and is what the server compiles in its tests', () => {
  const made = samples();
  expect(made.filter(({ text }) => !readPick(text))).toEqual([]);
  if (process.env.WRITE_SAMPLES) writeFileSync(FILE, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(made);
});
