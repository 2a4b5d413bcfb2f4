/** Where the waybill stands in its page. */
export const ROOT_ID = 'tracking';
/** Where the page says what it was drawn from. */
export const PROPS_ID = 'tracking-props';
