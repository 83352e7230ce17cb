import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * Turns the committed `.graphql` files of the SPA into typed documents and one hook per operation.
 * Documents are printed as ready objects: parsing them in the browser would ship graphql's parser.
 */
const config: CodegenConfig = {
  schema: 'packages/schema/schema.graphql',
  documents: 'packages/web/src/**/*.graphql',
  ignoreNoDocuments: true,
  config: {
    scalars: { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string' },
    enumType: 'string-literal',
    enumsAsTypes: true,
    useTypeImports: true,
    skipTypename: false,
    documentNodeImport: '@apollo/client#TypedDocumentNode',
    dedupeFragments: true,
    immutableTypes: false,
  },
  generates: {
    'packages/web/src/lib/__generated__/schema.ts': { plugins: ['typescript'] },
    'packages/web/src/lib/__generated__/possible-types.ts': { plugins: ['./packages/web/codegen/possible-types.mjs'] },
    'packages/web/src/': {
      preset: 'near-operation-file',
      presetConfig: {
        extension: '.ts',
        folder: '__generated__',
        baseTypesPath: 'lib/__generated__/schema.ts',
      },
      plugins: ['typescript-operations', 'typed-document-node', './packages/web/codegen/hooks.mjs'],
    },
  },
}

export default config
