/** Leaves the form for another page, as a link does. */
export const leaveTo = (address: string): void => window.location.assign(address);

/** Whether the form stands in another page. */
export const isFramed = (): boolean => window.self !== window.top;
