import type { Client } from 'pg';
import { parentOf } from '../process-tree';

/** The process that all of a server's sessions are children of. */
export async function serverOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ readonly id: number }>('SELECT pg_backend_pid() AS id');
  return parentOf(rows[0]?.id ?? 0);
}
