import { createFileRoute } from '@tanstack/react-router'
import { TemplateListDocument } from '~/features/notice-templates/__generated__/TemplateList'
import { readTemplateSearch } from '~/features/notice-templates/search'
import { TemplateScreen } from '~/features/notice-templates/TemplateScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** The texts of notices; `side` and `locale` say which one is shown. */
export const Route = createFileRoute('/_app/admin/service/notice-templates')({
  validateSearch: readTemplateSearch,
  loader: ({ context: { client, viewer } }) => {
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, TemplateListDocument, {})
  },
  component: TemplatesRoute,
})

function TemplatesRoute() {
  return <TemplateScreen search={Route.useSearch()} />
}
