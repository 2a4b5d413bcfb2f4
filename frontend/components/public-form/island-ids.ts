/** Where the form stands in its page. */
export const ROOT_ID = 'public-form';
/** Where the page says what it was drawn from. */
export const PROPS_ID = 'public-form-props';
/** Where a form stands that the editor shows. */
export const REHEARSAL_ID = 'rehearsed-form';
