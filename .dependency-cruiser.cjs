/** The house's borders (ARCHITECTURE.md). Each rule is proved by a planted violation in tests/architecture.test.ts. */
const module_ = 'src/server/modules/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'contracts-stay-pure',
      severity: 'error',
      from: { path: '^src/contracts/' },
      to: { pathNot: '^(src/contracts/|src/shared/|node_modules/zod/)' },
    },
    {
      name: 'shared-imports-nothing',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/shared/' },
    },
    {
      name: 'web-and-server-meet-in-contracts',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/server/' },
    },
    { name: 'server-knows-no-web', severity: 'error', from: { path: '^src/server/' }, to: { path: '^src/web/' } },
    {
      name: 'platform-has-no-domain',
      severity: 'error',
      from: { path: '^src/server/(platform|gateways)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/server/(modules|demo)/' },
    },
    {
      name: 'modules-meet-through-index',
      severity: 'error',
      from: { path: `^${module_}`, pathNot: '\\.test\\.ts$' },
      to: { path: `^${module_}`, pathNot: ['^src/server/modules/$1/', '/index\\.ts$'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: `^${module_}rules(\\.ts|/)`, pathNot: '\\.test\\.ts$' },
      to: { path: '^(src/server/platform/(?!calendar/working-days)|src/server/gateways/|node:|node_modules/(pg|kysely|fastify)/)' },
    },
    {
      name: 'sql-only-in-db-files',
      severity: 'error',
      from: { path: `^${module_}(rules|access|routes)` },
      to: { path: 'node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^src/web/features/([^/]+)/' },
      to: { path: '^src/web/features/([^/]+)/', pathNot: '^src/web/features/$1/' },
    },
    { name: 'ui-is-domain-free', severity: 'error', from: { path: '^src/web/ui/' }, to: { path: '^src/(web/(features|portals)|contracts/(?!errors|nouns|lifecycle|forms/|confidence))' } },
    { name: 'product-needs-no-tests', severity: 'error', from: { path: '^src/', pathNot: '\\.test\\.ts$' }, to: { path: '^(tests|bench|scripts|simulators)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js'] },
  },
};
