/** Where operators begin: after signing in, and behind the brand. */
export const START = '/overview';
