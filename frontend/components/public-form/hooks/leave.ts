/** Leaves the form for another page, as a link does. */
export const leaveTo = (address: string): void => window.location.assign(address);
