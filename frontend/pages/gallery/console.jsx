/** Only while developing: `next.config.ts` takes `.jsx` for a page then, and at no other time. */
export { Gallery as default } from '@/components/gallery/gallery';
