import type { NextApiHandler } from 'next';
import { refusalOf } from '@/lib/http/revalidate';

export const config = { api: { bodyParser: { sizeLimit: '1kb' } } };

/** Builds the page of a form anew, when the backend says that it changed. Embedded it is the same page. */
const handler: NextApiHandler = async (request, response) => {
  const refusal = refusalOf(request, process.env.WAYBILL_REVALIDATE_SECRET);
  response.setHeader('Cache-Control', 'no-store');
  if (refusal) {
    const { status, allow, ...problem } = refusal;
    if (allow) response.setHeader('Allow', allow);
    response.setHeader('Content-Type', 'application/problem+json');
    return response.status(status).end(JSON.stringify({ type: 'about:blank', status, ...problem }));
  }
  const { slug } = request.body as { slug: string };
  await response.revalidate(`/f/${slug}`);
  return response.json({ revalidated: true });
};

export default handler;
