/** The header that says to proxy.ts how long a body was that nobody reads. */
export const TOO_LONG = 'x-waybill-body-too-long';
