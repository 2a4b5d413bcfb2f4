/**
 * The page's own address, to come back to. The router tells a page with a name in its path by the
 * path's pattern until its query is known (`/connections/[slug]`).
 */
export const addressHere = (): string => location.pathname + location.search + location.hash;
