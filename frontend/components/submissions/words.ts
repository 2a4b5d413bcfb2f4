/** What the list of submissions says. */
export const words = {
  sources: { api: 'API', form: 'Form' },
  list: {
    title: 'Submissions',
    loading: 'Loading the submissions',
    failed: 'The submissions could not be loaded',
    stale: 'The list could not be refreshed',
    columns: {
      reference: 'Reference',
      about: 'About',
      state: 'State',
      steps: 'Steps',
      source: 'Source',
      received: 'Received',
    },
    steps: (done: number, total: number) => `${done} of ${total}`,
    /** Follows the count on a card, which has no heads. */
    stepsUnit: ' steps',
    filters: 'Filters',
    search: 'Search',
    searchFor: 'Reference, company, e-mail or id',
    state: 'State',
    allStates: 'All states',
    unmatched: 'No submission fits these filters',
    clear: 'Clear the filters',
    empty: {
      title: 'Nothing has been submitted yet',
      next: 'Send the form {form}, or submit through the API. It shows up here at once.',
      without:
        'Publish a workflow and submit to it, by its form or through the API. It shows up here at once.',
    },
  },
};

export type Words = typeof words;
