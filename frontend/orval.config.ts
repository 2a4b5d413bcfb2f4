import { defineConfig } from 'orval';

const output = process.env.WAYBILL_API_OUTPUT ?? './lib/api';

const input = { target: process.env.WAYBILL_OPENAPI ?? '../backend/api/openapi.json' };

export default defineConfig({
  waybill: {
    input,
    output: {
      mode: 'tags-split',
      target: `${output}/endpoints`,
      schemas: `${output}/model`,
      client: 'react-query',
      httpClient: 'fetch',
      clean: true,
      urlEncodeParameters: true,
      mock: true,
      formatter: 'prettier',
      override: {
        mutator: { path: './lib/http/fetcher.ts', name: 'fetcher' },
        fetch: { includeHttpResponseReturnType: false },
        query: { signal: true },
        mock: { required: true },
      },
    },
  },
  /** What the API takes, one file a tag: `lib/forms` gives it to the console's forms. */
  bodies: {
    input,
    output: {
      mode: 'tags-split',
      target: `${output}/zod`,
      client: 'zod',
      clean: true,
      formatter: 'prettier',
      override: {
        zod: {
          version: 4,
          variant: 'mini',
          generateDiscriminatedUnion: true,
          generate: { body: true, response: false, param: false, query: false, header: false },
        },
      },
    },
  },
});
