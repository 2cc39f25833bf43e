/** Who may import whom. A rule's comment is what the person who broke it reads. */

const PURE_PACKAGES = '^node_modules/(luxon|@types/luxon|@noble/hashes|@stdlib)/';
const CODE = '^(app|extensions|batch|dev-store|scripts|simulate|demo|browser|bench|bundling|tests)/';

/** A package of one outside thing, and the only folder that speaks to it. */
const VENDORS = [
  ['prisma', '^node_modules/(@prisma|\\.prisma)/', '^app/adapters/database/'],
  ['pg', '^node_modules/(pg|@types/pg)/', '^app/adapters/(database|jobs)/'],
  ['pg-boss', '^node_modules/pg-boss/', '^app/adapters/jobs/'],
  ['sendgrid', '^node_modules/@sendgrid/', '^app/adapters/sendgrid/'],
  ['nodemailer', '^node_modules/(@types/)?nodemailer/', '^app/adapters/outbox/'],
  [
    'shopify-server',
    '^node_modules/@shopify/(shopify-api|shopify-app|api-codegen)',
    '^app/adapters/shopify/',
  ],
  ['polaris', '^node_modules/@shopify/polaris', '^app/(ui|routes|root\\.tsx$|entry)'],
  ['react-email', '^node_modules/@react-email/', '^app/(emails|adapters/rendering)/'],
  ['pino', '^node_modules/pino/', '^app/adapters/log/'],
];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or a third is missing.',
      {},
      { circular: true },
    ),
    forbid('unknown-import', 'This import leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'core-is-pure',
      'Core imports core, luxon, @noble/hashes and @stdlib only; hand in what it needs.',
      { path: '^app/core/' },
      { pathNot: ['^app/core/', PURE_PACKAGES] },
    ),
    forbid(
      'flows-see-ports',
      'A flow knows core and flows/ports; the outside comes in through its tools.',
      { path: '^app/flows/' },
      { pathNot: ['^app/(core|flows)/', PURE_PACKAGES] },
    ),
    forbid(
      'emails-draw',
      'E-mail components draw core types with React and nothing else.',
      { path: '^app/emails/' },
      { pathNot: ['^app/(core|emails)/', '^node_modules/(react|@types/react|@react-email)/'] },
    ),
    forbid(
      'ui-draws',
      'Screen pieces take core types; what acts on the server stays in routes.',
      { path: '^app/ui/' },
      {
        pathNot: [
          '^app/(core|ui)/',
          '^node_modules/(react|react-dom|@types/react|@types/react-dom|@remix-run/react|use-intl|d3-[a-z]+|@types/d3-[a-z]+)/',
          '^node_modules/@shopify/(polaris|polaris-icons|app-bridge-react|app-bridge-types)/',
        ],
      },
    ),
    forbid(
      'adapters-stay-apart',
      'An adapter knows core, the ports and its vendor, not the other adapters.',
      { path: '^app/adapters/([^/]+)/', pathNot: '^app/adapters/rendering/' },
      { path: '^app/', pathNot: ['^app/core/', '^app/flows/', '^app/adapters/($1|env|settings)/'] },
    ),
    forbid(
      'rendering-compiles-emails',
      'The e-mail components are what the rendering adapter compiles; the rest of the app is not its business.',
      { path: '^app/adapters/rendering/' },
      { path: '^app/', pathNot: ['^app/(core|flows|emails)/', '^app/adapters/(rendering|env)/'] },
    ),
    forbid(
      'adapters-know-ports-only',
      'An adapter implements a port; it starts no flow. Cutting a long calculation into slices is none.',
      { path: '^app/adapters/[^/]+/' },
      { path: '^app/flows/', pathNot: ['^app/flows/((ports|records|in-slices)\\.ts$|ports/)'] },
    ),
    forbid(
      'routes-stay-thin',
      'A route calls flows through the wiring; it knows no adapter.',
      { path: '^app/(routes/|root\\.tsx$|entry\\.)' },
      {
        path: '^app/',
        pathNot: ['^app/(core|flows|ui|routes)/', '^app/adapters/wiring\\.server\\.ts$', '^app/[^/]+$'],
      },
    ),
    forbid(
      'runner-shares-flows',
      'The runner reads the environment and starts flows with the wired tools; it knows no web code and no other adapter.',
      { path: '^app/runner/' },
      { path: '^app/', pathNot: ['^app/(core|flows|runner)/', '^app/adapters/(wiring\\.server\\.ts$|env/)'] },
    ),
    forbid(
      'dev-store-stands-alone',
      'The dev store plays Shopify: it may share no code with the app it is to test.',
      { path: '^dev-store/' },
      { path: '^(app|batch|simulate|demo|browser|bench|tests)/' },
    ),
    forbid(
      'nothing-imports-the-dev-store',
      'The app speaks to the dev store over HTTP only.',
      { path: '^app/' },
      { path: '^(extensions|dev-store|batch|simulate|demo|browser|bench|tests|scripts)/' },
    ),
    forbid(
      'extensions-stand-alone',
      'Shopify bundles an extension by itself and runs it in its own sandbox; it speaks to the app over HTTP only.',
      { path: '^extensions/([^/]+)/' },
      { pathNot: '^extensions/$1/' },
    ),
    forbid(
      'shipped-code-has-no-development-packages',
      'This package is not there in production: move it to dependencies.',
      { path: '^app/', pathNot: '\\.test\\.' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    ),
    forbid(
      'names-that-say-something',
      'Name the file for the one thing that it holds.',
      { path: CODE },
      { path: '(^|/)(utils?|helpers?|common|misc|service|index)(/|\\.[a-z]+$)', pathNot: 'node_modules' },
    ),
    forbid(
      'no-orphans',
      'Nobody imports this file and it imports nobody: delete it.',
      { orphan: true, path: '^app/', pathNot: '^app/routes/' },
      {},
    ),
    ...VENDORS.map(([name, vendor, folder]) =>
      forbid(
        `only-its-adapter-knows-${name}`,
        `Only ${folder.slice(1)} speaks to this package.`,
        { path: '^app/', pathNot: folder },
        { path: vendor },
      ),
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^generated/', '^build/'] },
    exclude: { path: ['^build/', '^generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
