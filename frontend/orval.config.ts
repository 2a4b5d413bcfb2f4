import { defineConfig } from 'orval';

const output = process.env.WAYBILL_API_OUTPUT ?? './lib/api';

export default defineConfig({
  waybill: {
    input: { target: process.env.WAYBILL_OPENAPI ?? '../backend/api/openapi.json' },
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
});
