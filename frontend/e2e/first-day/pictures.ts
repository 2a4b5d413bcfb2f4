import { picturesOf } from '../pictures';

export { FOLDER } from '../pictures';
export const { picture, part } = picturesOf('first-day');
