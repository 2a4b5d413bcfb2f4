import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';

const GUIDE = join(__dirname, '../../../docs/guides/your-first-workflow.md');
const SERVER = join(__dirname, '../../node_modules/yaml-language-server/bin/yaml-language-server');
const FOLDER = 'file:///workflows';

type Diagnostic = { message: string; range: { start: { line: number } } };

/** What VS Code and others ask about YAML, with the schema of the server under test. */
let editor: MessageConnection;
let server: ChildProcessWithoutNullStreams;
let parts: string;

test.beforeAll(async () => {
  const shown = /^```yaml\n(# parts\.yaml\n.*?)^```$/ms.exec(readFileSync(GUIDE, 'utf8'))?.[1];
  if (!shown) throw new Error('The guide shows no parts.yaml.');
  parts = shown.replace('https://waybill.example.com', test.info().project.use.baseURL ?? '');
  server = spawn(process.execPath, [SERVER, '--stdio']);
  editor = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  editor.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => null),
  );
  editor.listen();
  await editor.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  await editor.sendNotification('initialized', {});
});

test.afterAll(() => {
  editor.dispose();
  server.kill();
});

/** What it marks in this text. */
async function marked(name: string, text: string): Promise<Diagnostic[]> {
  const uri = `${FOLDER}/${name}.yaml`;
  const told = new Promise<Diagnostic[]>((resolve) => {
    const listening = editor.onNotification(
      'textDocument/publishDiagnostics',
      (about: { uri: string; diagnostics: Diagnostic[] }) => {
        if (about.uri !== uri) return;
        listening.dispose();
        resolve(about.diagnostics);
      },
    );
  });
  await editor.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  return told;
}

/** The keys that it offers at the end of this text. */
async function offered(name: string, text: string): Promise<string[]> {
  await marked(name, text);
  const lines = text.split('\n');
  const { items } = await editor.sendRequest<{ items: { label: string }[] }>(
    'textDocument/completion',
    {
      textDocument: { uri: `${FOLDER}/${name}.yaml` },
      position: { line: lines.length - 1, character: lines.at(-1)?.length },
    },
  );
  return items.map((item) => item.label);
}

test('the workflow of the guide has nothing that an editor marks', async () => {
  expect(parts).toMatch(/yaml-language-server: \$schema=http/);
  expect(await marked('good', parts)).toEqual([]);
});

test('a wrong key and a wrong value are marked in their lines', async () => {
  const wrong = parts
    .replace('      minimum: 1\n', '      minimun: 1\n')
    .replace('kind: email', 'kind: e-mail');
  const lines = wrong.split('\n');
  const found = await marked('wrong', wrong);
  const words = found.map(({ message, range }) => `${lines[range.start.line]}: ${message}`);
  expect(words).toContainEqual(expect.stringMatching(/minimun: 1: .*minimun/));
  expect(words).toContainEqual(expect.stringMatching(/kind: e-mail.*: /));
});

test('keys are completed where they belong', async () => {
  const [before] = parts.split('\nsteps:');
  expect(await offered('keys', `${before}\n`)).toContain('steps');
  const step = `${before}\nsteps:\n  customer:\n    `;
  expect(await offered('step', step)).toEqual(
    expect.arrayContaining(['use', 'with', 'needs', 'when', 'title']),
  );
});
