/** Whether the process answers; nothing else, so that a slow database does not get it killed. */
export const loader = () => new Response('ok', { headers: { 'Cache-Control': 'no-store' } });
