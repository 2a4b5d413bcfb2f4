import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const BOUNDARY = 'PagePart';
/** Shells around parts; they draw nothing of their own that data could break. */
const SHELLS = /^components\/(ui|layouts)\//;
/** Pages of light scripts go back to what was served: `components/ui/light-frame/as-served.tsx`. */
const LIGHT =
  /^pages\/(f|t|confirm)\/|^pages\/workflows\/\[slug\]\/form\.tsx$|^pages\/(_app|_document|index|with-demo|404|500|sign-in)\.tsx$/;

/** The others ask for one thing each, and are one part. */
const CONSOLE = /^pages\/(connections|overview|submissions|settings)\//;

export type Part = {
  /** The file that puts it into a page. */
  file: string;
  name: string;
  /** The module that it comes from, as Jest resolves it. */
  module: string;
  guarded: boolean;
};

/** Every component that a page, or the feature that a page of operators opens, puts together. */
export function parts(): Part[] {
  const pages = filesOf('pages').filter((file) => !LIGHT.test(file));
  const drawn = pages.flatMap(partsIn);
  const opened = new Set(
    drawn.filter(({ file }) => CONSOLE.test(file)).map(({ module }) => `${module}.tsx`),
  );
  return [...drawn, ...[...opened].flatMap(partsIn)];
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name))
    .sort();
}

function partsIn(file: string): Part[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const modules = importsOf(source, file);
  const found: Part[] = [];
  const visit = (node: ts.Node, guarded: boolean): void => {
    const name = nameOf(node);
    const from = name === undefined ? undefined : modules.get(name);
    if (name && from && !SHELLS.test(from) && !name.endsWith('Skeleton') && !holds(node))
      found.push({ file, name, module: from, guarded });
    ts.forEachChild(node, (child) => visit(child, guarded || name === BOUNDARY));
  };
  visit(source, false);
  return found;
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isJsxSelfClosingElement(node)) return node.tagName.getText();
  if (ts.isJsxElement(node)) return node.openingElement.tagName.getText();
  return undefined;
}

/** Whether an element stands around parts that are guarded each for itself. */
const holds = (node: ts.Node): boolean =>
  ts.isJsxElement(node) && node.getText().includes(BOUNDARY);

function importsOf(source: ts.SourceFile, file: string): Map<string, string> {
  const modules = new Map<string, string>();
  for (const each of source.statements)
    for (const [name, path] of [...importedBy(each), ...loadedBy(each)]) {
      if (!/^(@\/components\/|\.)/.test(path)) continue;
      const from = path.startsWith('@/')
        ? path.slice(2)
        : relative(ROOT, join(ROOT, file, '..', path));
      modules.set(name, from);
    }
  return modules;
}

type Named = [name: string, path: string];

function importedBy(each: ts.Statement): Named[] {
  if (!ts.isImportDeclaration(each) || !ts.isStringLiteral(each.moduleSpecifier)) return [];
  const path = each.moduleSpecifier.text;
  const names = each.importClause?.namedBindings;
  if (!names || !ts.isNamedImports(names)) return [];
  return names.elements.map(({ name }) => [name.text, path]);
}

/** What is loaded when it is drawn: `const Part = dynamic(() => import('./part')…)`. */
function loadedBy(each: ts.Statement): Named[] {
  if (!ts.isVariableStatement(each)) return [];
  return each.declarationList.declarations.flatMap(({ name, initializer }) => {
    const [, path] =
      /^dynamic\(\s*\(\) => import\('([^']+)'\)/.exec(initializer?.getText() ?? '') ?? [];
    return path ? [[name.getText(), path] satisfies Named] : [];
  });
}
