/** The first page, in words. */
export const words = {
  title: 'Waybill: from a form to the systems behind it',
  description:
    'Waybill takes what people and systems submit and delivers it to CRM, ERP and other business systems, visibly, once, and without losing any of it.',
  signIn: 'Sign in',
  heading: 'What people send arrives. You can watch it.',
  lead: 'Waybill takes a form or an API call and carries it, step by step, into your CRM, your ERP and the other systems behind it. Each submission is accepted once, never lost, and never entered twice.',
  openDemo: 'Open the demo form',
  signInAsOperator: 'Sign in as an operator',
  promises: [
    {
      term: 'Accepted means stored',
      text: 'The answer to a submission goes out after it is committed to the database, together with every step it needs.',
    },
    {
      term: 'A lost answer is looked up',
      text: 'When a system does not say whether it took a record, Waybill asks it, or asks you. It does not send blindly a second time.',
    },
    {
      term: 'Waiting has a reason',
      text: 'Each step says what it waits for and when it tries next, to the sender and to the operator.',
    },
  ],
  specimen: {
    form: 'New customer',
    label: 'Example of a submission under way',
    caption: 'An example: one submission under way.',
    customer: {
      title: 'Create the customer',
      system: 'Tryton',
      sentence: 'Nordwind Trading was created in Tryton as party 1042.',
    },
    opportunity: {
      title: 'Open the opportunity',
      system: 'Tryton',
      sentence: 'Tryton is busy. Nothing is lost: Waybill tries again by itself.',
      reason: 'Next try 14:32:10',
    },
    welcome: {
      title: 'Send the welcome e-mail',
      system: 'E-mail',
      sentence: 'Goes out when the opportunity is open.',
    },
  },
};

export type Words = typeof words;
