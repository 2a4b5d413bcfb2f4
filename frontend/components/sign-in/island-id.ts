/** The element that the sign-in's script takes over. */
export const ISLAND_ID = 'sign-in';
