// A command that uses an embedded database and then hangs, for the tests that kill it.
import { startDatabase, startThrowAwayDatabase } from '../../scripts/database.mjs';

const [dataDir] = process.argv.slice(2);
const { url } = await (dataDir
  ? startDatabase({ dataDir, name: 'encore' })
  : startThrowAwayDatabase({ name: 'encore' }));
process.stdout.write(`${url}\n`);
setInterval(() => {}, 60_000);
