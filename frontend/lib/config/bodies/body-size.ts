const MIB = 1024 * 1024;
const DEFAULT_UPLOAD = 10 * MIB;

/**
 * The largest body, in bytes, that is passed on to the API: more than the API itself takes for a
 * file of the largest size, so that it is the API that refuses. Next.js keeps a body in memory
 * while it passes it on, and passes on a piece of one that is larger than this.
 *
 * @param upload `WAYBILL_MAX_UPLOAD_BYTES` as the API has it; anything but a whole number: its
 *   default.
 */
export function largestBody(upload: string | undefined): number {
  const bytes = /^\d+$/.test(upload ?? '') ? Number(upload) : DEFAULT_UPLOAD;
  return bytes + MIB;
}
