import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newSecrets } from '../simulate/app-environment';

const ROOM_NEEDED_BYTES = 500 * 1024 ** 2;

const memoryShape = z.object({
  secrets: z.object({ apiSecret: z.string(), encryptionKey: z.string(), linkSigningKey: z.string() }),
  webPort: z.number().nullable(),
  storePort: z.number().nullable(),
  isImported: z.boolean(),
});

/** What a demo remembers from one start to the next, beside its database, journal and e-mails. */
export type DemoMemory = z.infer<typeof memoryShape>;

export type DataFolder = {
  readonly path: string;
  readonly databaseFolder: string;
  readonly journal: string;
  readonly outbox: string;
  readonly memory: DemoMemory;
  readonly remember: (change: Partial<DemoMemory>) => void;
};

/** The folder of one source of orders: each has its own, so that changing over loses nothing. */
export function folderOf(root: string, ordersFolder: string | null): string {
  if (ordersFolder === null) return join(root, 'demo');
  return join(root, `orders-${createHash('sha256').update(ordersFolder).digest('hex').slice(0, 8)}`);
}

/** Opens the folder, or makes it. With `isFresh` all but the database server's own files go. */
export function openDataFolder(path: string, isFresh: boolean): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  requireRoom(path);
  const file = join(path, 'demo.json');
  const journal = join(path, 'store.jsonl');
  const outbox = join(path, 'outbox');
  if (isFresh) for (const old of [file, journal, outbox]) rmSync(old, { recursive: true, force: true });
  const known = readMemory(file);
  const write = (next: DemoMemory) => writeFileSync(file, JSON.stringify(next), { mode: 0o600 });
  if (known === null && existsSync(journal)) rmSync(journal);
  const folder = {
    path,
    databaseFolder: join(path, 'database'),
    journal,
    outbox,
    memory: known ?? { secrets: newSecrets(randomBytes), webPort: null, storePort: null, isImported: false },
    remember(change: Partial<DemoMemory>) {
      folder.memory = { ...folder.memory, ...change };
      write(folder.memory);
    },
  };
  if (known === null) write(folder.memory);
  return folder;
}

function readMemory(file: string): DemoMemory | null {
  if (!existsSync(file)) return null;
  try {
    return memoryShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`${file} cannot be read: start over with npm run demo -- --fresh`);
  }
}

function requireRoom(path: string): void {
  const { bavail, bsize } = statfsSync(path);
  if (bavail * bsize >= ROOM_NEEDED_BYTES) return;
  const freeMb = Math.floor((bavail * bsize) / 1024 ** 2);
  throw new Error(`the disk of ${path} has ${freeMb} MB free and the demo needs 500 MB: make room`);
}
