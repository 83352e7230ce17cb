/**
 * Which way imports may point. Each rule is proved to bite by packages/api/test/directions.test.ts.
 *
 *   api:  core ← features ← app ← main        between features one acyclic order, through index.ts only
 *   web:  ui, lib ← features ← routes, app     ui knows no GraphQL; the portal and the app for staff do not meet
 */
const api = '^packages/api/src'
const web = '^packages/web/src'

/** Type imports vanish when built, so two files may name each other's types. */
const atRunTime = { dependencyTypesNot: ['type-only'] }

module.exports = {
  forbidden: [
    rule('api-core-knows-nothing-above', 'core has no word of the domain', `${api}/core/`, {
      path: `${api}/(features|app|main)`,
    }),
    rule('api-features-know-no-app', 'a feature is composed by app, never the other way', `${api}/features/`, {
      path: `${api}/(app|main)`,
    }),
    rule('api-app-knows-no-main', 'nothing imports the entry', `${api}/app/`, { path: `${api}/main` }),
    rule(
      'api-features-meet-at-index',
      'another feature is reached through its index.ts only',
      `${api}/features/([^/]+)/`,
      {
        path: `${api}/features/[^/]+/`,
        pathNot: [`${api}/features/$1/`, `${api}/features/[^/]+/index\\.ts$`],
      },
    ),
    {
      ...rule('api-features-have-one-order', 'features stand in one order, types included', `${api}/features/[^/]+$`, {
        circular: true,
        viaOnly: { path: `${api}/features/` },
      }),
      scope: 'folder',
    },
    rule(
      'web-foundation-knows-nothing-above',
      'ui and lib are used by features, not the other way',
      `${web}/(ui|lib)/`,
      {
        path: `${web}/(features|routes|portal-routes|app)/`,
      },
    ),
    rule('web-features-know-no-app', 'features are used by routes and app', `${web}/features/`, {
      path: `${web}/(routes|portal-routes|app)/`,
    }),
    rule('web-ui-knows-no-graphql', 'the design system knows no data', `${web}/ui/`, {
      path: '@apollo/client|/graphql/|__generated__',
    }),
    rule('web-never-imports-api', 'both know the schema only', '^packages/web/', { path: '^packages/api/' }),
    rule('api-never-imports-web', 'both know the schema only', '^packages/api/', { path: '^packages/web/' }),
    rule('schema-depends-on-nothing', 'the contract is data', '^packages/schema/', { path: '.' }),
    rule('no-cycle', 'two files that need each other are one', '^packages/', { circular: true, viaOnly: atRunTime }),
    rule('no-dev-dependency-in-program', 'what a user runs is a dependency', '^packages/api/src/', {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
    }),
    rule('nothing-unresolvable', 'every import leads somewhere', '^packages/', {
      couldNotResolve: true,
      // Made by a plugin of the build.
      pathNot: '^virtual:',
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Tests look at everything. That the program never looks at a test is a rule of .oxlintrc.json.
    exclude: { path: '(^|/)(dist|dist\\.new)/|\\.(test|fixture)\\.tsx?$|^packages/[^/]+/(test|e2e|bench|oracle)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/packages/web/tsconfig.app.json` },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from: { path: from }, to }
}
