import { fileURLToPath } from 'node:url';

/** The clone's top folder, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
