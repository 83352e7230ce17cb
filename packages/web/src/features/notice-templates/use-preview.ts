import type { NoticeTemplatePreviewInput } from '~/lib/__generated__/schema'
import { useServerPreview, type Refusal } from '~/lib/graphql/use-server-preview'
import { TemplatePreviewDocument } from './__generated__/TemplatePreview'

const PAUSE_MS = 300

/** The mail as its recipient would read it, filled by the server with an example. */
export function usePreview(input: NoticeTemplatePreviewInput | null, onRefused: (refusal: Refusal) => void) {
  const { answer, ...rest } = useServerPreview(TemplatePreviewDocument, input && { input }, PAUSE_MS, onRefused)
  return { ...rest, preview: answer?.data.noticeTemplatePreview ?? null }
}
