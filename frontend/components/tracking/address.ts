/** The page of a submission. */
export const addressOf = (token: string): string => `/t/${encodeURIComponent(token)}`;
