type Files = Readonly<Record<string, string>>;

type PlantedFault = {
  readonly rule: string;
  readonly claim: string;
  /** The file that is to be blamed. */
  readonly at: string;
  readonly files: Files;
};

const imports = (...specifiers: ReadonlyArray<string>) =>
  specifiers.map((from) => `import '${from}';`).join('\n');

const plant = (rule: string, claim: string, at: string, from: string): PlantedFault => ({
  rule,
  claim,
  at,
  files: { [at]: imports(from) },
});

/** One file for each rule that breaks it. */
export const FAULTS: ReadonlyArray<PlantedFault> = [
  {
    rule: 'no-cycles',
    claim: 'two files of core need each other',
    at: 'app/core/egg.ts',
    files: { 'app/core/egg.ts': imports('./hen'), 'app/core/hen.ts': imports('./egg') },
  },
  {
    rule: 'no-orphans',
    claim: 'a file nobody knows',
    at: 'app/core/alone.ts',
    files: { 'app/core/alone.ts': 'export const alone = 1;' },
  },
  {
    rule: 'names-that-say-something',
    claim: 'a file called utils',
    at: 'app/core/uses-utils.ts',
    files: { 'app/core/uses-utils.ts': imports('./utils'), 'app/core/utils.ts': 'export {};' },
  },
  {
    rule: 'nothing-imports-the-dev-store',
    claim: 'the app reads the dev store',
    at: 'app/flows/reads-store.ts',
    files: {
      'app/flows/reads-store.ts': imports('../../dev-store/model'),
      'dev-store/model.ts': 'export {};',
    },
  },
  {
    rule: 'adapters-know-ports-only',
    claim: 'an adapter starts a flow',
    at: 'app/adapters/jobs/starts-flow.ts',
    files: {
      'app/adapters/jobs/starts-flow.ts': imports('../../flows/enrol'),
      'app/flows/enrol.ts': 'export {};',
    },
  },
  {
    rule: 'dev-store-stands-alone',
    claim: 'the dev store borrows from core',
    at: 'dev-store/borrows.ts',
    files: { 'dev-store/borrows.ts': imports('#core/money'), 'app/core/money.ts': imports('luxon') },
  },
  {
    rule: 'extensions-stand-alone',
    claim: 'the pixel borrows from core',
    at: 'extensions/pixel/src/borrows.ts',
    files: {
      'extensions/pixel/src/borrows.ts': imports('#core/money'),
      'app/core/money.ts': imports('luxon'),
    },
  },
  plant('unknown-import', 'an import that leads nowhere', 'app/core/lost.ts', './nowhere'),
  plant('core-is-pure', 'core reads files', 'app/core/reads.ts', 'node:fs'),
  plant('flows-see-ports', 'a flow knows an adapter', 'app/flows/skips-port.ts', '../adapters/outbox/mailer'),
  plant('emails-draw', 'an email starts a flow', 'app/emails/starts-flow.tsx', '../flows/enrol'),
  plant('ui-draws', 'a screen piece reads the database', 'app/ui/reads.tsx', '../adapters/wiring.server'),
  plant(
    'adapters-stay-apart',
    'one adapter uses another',
    'app/adapters/links/borrows.ts',
    '../outbox/mailer',
  ),
  plant(
    'rendering-compiles-emails',
    'rendering sends',
    'app/adapters/rendering/sends.ts',
    '../outbox/mailer',
  ),
  plant(
    'routes-stay-thin',
    'a route knows an adapter',
    'app/routes/thick/route.tsx',
    '../../adapters/outbox/mailer',
  ),
  plant('runner-shares-flows', 'the runner uses a route', 'app/runner/web.ts', '../routes/thick/route'),
  plant(
    'shipped-code-has-no-development-packages',
    'the app needs a build tool',
    'app/flows/builds.ts',
    'vite',
  ),
  plant('only-its-adapter-knows-prisma', 'jobs use Prisma', 'app/adapters/jobs/prisma.ts', '@prisma/client'),
  plant('only-its-adapter-knows-pg', 'the outbox speaks SQL', 'app/adapters/outbox/pg.ts', 'pg'),
  plant('only-its-adapter-knows-pg-boss', 'a flow adds a job itself', 'app/flows/boss.ts', 'pg-boss'),
  plant('only-its-adapter-knows-sendgrid', 'a flow sends itself', 'app/flows/sendgrid.ts', '@sendgrid/mail'),
  plant('only-its-adapter-knows-nodemailer', 'a flow writes MIME', 'app/flows/mime.ts', 'nodemailer'),
  plant(
    'only-its-adapter-knows-shopify-server',
    'a flow calls Shopify',
    'app/flows/shopify.ts',
    '@shopify/shopify-api',
  ),
  plant('only-its-adapter-knows-polaris', 'the runner draws', 'app/runner/draws.ts', '@shopify/polaris'),
  plant('only-its-adapter-knows-react-email', 'a screen draws email', 'app/ui/mail.tsx', '@react-email/text'),
  plant('only-its-adapter-knows-pino', 'a flow picks its log', 'app/flows/pino.ts', 'pino'),
  {
    rule: 'flows-see-ports',
    claim: 'a flow reads the clock of Node',
    at: 'app/flows/waits.ts',
    files: {
      'app/flows/waits.ts': imports('node:timers'),
      'app/adapters/outbox/mailer.ts': imports('zod'),
      'app/adapters/wiring.server.ts': imports('zod'),
    },
  },
];

/** The same reach, one step shorter: what each part is meant to import. */
export const TWINS: ReadonlyArray<Files> = [
  {
    'app/core/money.ts': imports('luxon'),
    'app/core/order.ts': imports('./money'),
    'app/flows/ports.ts': imports('#core/order'),
    'app/flows/enrol.ts': imports('./ports', '#core/money'),
    'app/emails/offer.tsx': imports('react', '@react-email/text', '#core/money'),
    'app/ui/card.tsx': imports('react', '@shopify/polaris', '#core/money'),
    'app/adapters/env/read.ts': imports('zod'),
    'app/adapters/database/store.ts': imports('@prisma/client', 'pg', '../../flows/ports', '../env/read'),
    'app/adapters/jobs/queue.ts': imports('pg-boss', 'pg', '../../flows/ports'),
    'app/adapters/sendgrid/mailer.ts': imports('@sendgrid/mail', '../../flows/ports'),
    'app/adapters/outbox/mailer.ts': imports('nodemailer', 'node:fs'),
    'app/adapters/shopify/admin.ts': imports('@shopify/shopify-api'),
    'app/adapters/rendering/compile.ts': imports('../../emails/offer', '@react-email/text'),
    'app/adapters/log/log.ts': imports('pino'),
    'app/adapters/wiring.server.ts': imports('./database/store', './outbox/mailer', '../flows/enrol'),
    'app/routes/app.offers/route.tsx': imports(
      '../../adapters/wiring.server',
      '../../flows/enrol',
      './screen',
    ),
    'app/routes/app.offers/screen.tsx': imports('../../ui/card', '@shopify/polaris'),
    'app/runner/tick.ts': imports('../flows/enrol', '../adapters/wiring.server'),
    'dev-store/model.ts': imports('zod', 'vite'),
    'extensions/pixel/src/start.ts': imports('./beacon'),
    'extensions/pixel/src/beacon.ts': 'export {};',
  },
];
