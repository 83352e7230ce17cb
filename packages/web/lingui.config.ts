import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

/** English is the source and stands in the code; Turkish is translated in the `tr.po` of each folder. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'tr'],
  orderBy: 'messageId',
  // Without line numbers a moved line changes no catalog.
  format: formatter({ lineNumbers: false }),
  catalogs: [
    { path: '<rootDir>/src/ui/locales/{locale}', include: ['<rootDir>/src/ui', '<rootDir>/src/lib'] },
    {
      path: '<rootDir>/src/app/locales/{locale}',
      include: ['<rootDir>/src/app', '<rootDir>/src/routes', '<rootDir>/src/portal-routes'],
    },
    { path: '<rootDir>/src/features/{name}/locales/{locale}', include: ['<rootDir>/src/features/{name}'] },
  ],
})
