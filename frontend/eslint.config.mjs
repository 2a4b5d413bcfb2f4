import js from '@eslint/js';
import next from '@next/eslint-plugin-next';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SHARED = new Set(['ui', 'layouts']);
const components = `${import.meta.dirname}/components`;
const features = readdirSync(components).filter((name) => !SHARED.has(name));

/** Imports point down only: pages → features → layouts → components/ui → lib. */
const zones = [
  {
    target: './lib',
    from: ['./components', './pages'],
    message: 'lib is below everything: it imports only lib.',
  },
  {
    target: './components/ui',
    from: ['./pages', './components/layouts', ...features.map((name) => `./components/${name}`)],
    message: 'components/ui knows no feature, layout or page.',
  },
  {
    target: './components/layouts',
    from: ['./pages', ...features.map((name) => `./components/${name}`)],
    message: 'A layout knows no feature and no page.',
  },
  ...features.map((name) => ({
    target: `./components/${name}`,
    from: ['./pages', './components/layouts', ...others(name)],
    message: 'A feature imports components/ui and lib, never another feature, a layout or a page.',
  })),
];

function others(name) {
  return features.filter((other) => other !== name).map((other) => `./components/${other}`);
}

const generated = {
  group: ['@/lib/api/endpoints/*'],
  message: 'Only hooks (use-*.ts) ask the API: they state the intent and hide the generated name.',
};

const nextLink = {
  name: 'next/link',
  message: 'The Link of components/ui/link does not load pages that nobody asked for.',
};

/** What a person reads or hears, in these attributes or as text of an element. */
const SPOKEN =
  '/^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|legend|description|term|text|what|word|here|heading|lead|hint|message|emptyLabel|nothingFoundMessage)$/';
/** The name of a sentence that comes from the server, in the visitor's language. */
const SAID = ':not(CallExpression[callee.name="say"] *)';
const TEXT = `[value=/[a-z]/iu]${SAID}`;
const TEMPLATE = `TemplateElement[value.raw=/[a-z]/iu]${SAID}`;
const CHILD = ':matches(JSXElement, JSXFragment) > JSXExpressionContainer';
const CHOICE = ':matches(ConditionalExpression, LogicalExpression)';

/** Words stand in the catalogue of their feature, so that another language can replace them. */
const words = [
  `JSXText${TEXT}`,
  `${CHILD} > Literal${TEXT}`,
  `${CHILD} > ${CHOICE} > Literal${TEXT}`,
  `${CHILD} > TemplateLiteral > ${TEMPLATE}`,
  `${CHILD} > ${CHOICE} > TemplateLiteral > ${TEMPLATE}`,
  `JSXAttribute[name.name=${SPOKEN}] Literal${TEXT}`,
  `JSXAttribute[name.name=${SPOKEN}] ${TEMPLATE}`,
].map((selector) => ({
  selector,
  message: 'Words go into words.ts of the feature, or into lib/words where several say them.',
}));

/** A catalogue answers in the language of the moment: what a module keeps of it stays in one. */
const kept = [
  'Program > VariableDeclaration > VariableDeclarator > :not(:function).init Identifier[name=/^(words|pages)$/]:not(:function *)',
  'Program > VariableDeclaration > VariableDeclarator > MemberExpression.init > Identifier[name=/^(words|pages)$/]',
  'Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > :not(:function).init Identifier[name=/^(words|pages)$/]:not(:function *)',
].map((selector) => ({
  selector,
  message:
    'Read words while rendering: here they stay in the language in which the page was loaded.',
}));

export default defineConfig(
  globalIgnores([
    '.next/',
    // What scripts/light.mjs builds.
    'public/light/',
    'public/embed.js',
    'lib/api/',
    'coverage/',
    'next-env.d.ts',
    'test-results/',
    'playwright-report/',
  ]),
  js.configs.recommended,
  tseslint.configs.strict,
  reactHooks.configs.flat.recommended,
  next.configs['core-web-vitals'],
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } },
    settings: {
      // Without these two, import-x/no-cycle reads no TypeScript.
      'import-x/extensions': ['.ts', '.tsx', '.js', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        importX.createNodeResolver({
          extensions: ['.ts', '.tsx', '.js', '.mjs'],
          alias: { '@': [import.meta.dirname] },
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': 'error',
      'import-x/no-extraneous-dependencies': 'off',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    // A catalogue is read by its names, not from top to bottom.
    files: ['**/words.*.ts'],
    rules: { 'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['components/**/*.{ts,tsx}', 'pages/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', '**/use-*.ts', 'components/ui/link/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [generated], paths: [nextLink] }] },
  },
  {
    files: ['components/**/*.tsx', 'pages/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...words, ...kept] },
  },
  {
    // These speak one language, or the visitor's.
    files: ['components/{landing,public-form,tracking,confirmation}/**/*.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...words] },
  },
  {
    // Pictures for those who build it.
    files: ['components/gallery/**/*.tsx'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Here runs no script of Next.js: its links and images are the browser's own.
    files: [
      'components/{confirmation,public-form,tracking}/**',
      'components/ui/light-frame/**',
      'components/layouts/light-page.tsx',
      'pages/{confirm,f,t}/**',
      'pages/_document.tsx',
    ],
    rules: {
      '@next/next/no-img-element': 'off',
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-head-element': 'off',
      '@next/next/no-sync-scripts': 'off',
    },
  },
  {
    files: ['scripts/**'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
);
