import { getImageProps } from 'next/image';
import type { Form, Logo } from '../../form';

/** Pixels. The picture stands inside this space as a whole, whatever its own shape is. */
const SPACE = { width: 192, height: 40 };

/** The form's logo as Next.js makes it smaller, worked out here: a light page has none of its script. */
export function logoOf({ look, organization }: Form): { logo?: Logo } {
  if (look.logo === null) return {};
  const { props } = getImageProps({ src: look.logo, alt: organization.name, ...SPACE });
  return { logo: { ...SPACE, src: props.src, srcSet: props.srcSet ?? props.src } };
}
