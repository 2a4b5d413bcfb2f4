/** The page of a connection. One that is called like the page that makes them goes by its id. */
export function connectionPage({ slug, id }: { slug: string; id: string }): string {
  return `/connections/${slug === 'new' ? id : slug}`;
}
