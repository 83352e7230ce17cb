import { Trans, useLingui } from '@lingui/react/macro'
import { Composer } from '~/ui/Composer'
import { FILES, uploadIds } from '../files/upload'
import { useSendKey } from '../portal-tickets/send-key'
import { useViewer } from '../session/SessionProvider'
import { PortalRecordDocument, usePortalCommentMutation, type PortalRecordFragment } from './__generated__/PortalRecord'
import css from './Record.module.css'

/** Where one answers; who may only read learns why. */
export function Reply({ ticket }: { ticket: PortalRecordFragment }) {
  const { t } = useLingui()
  const { customer } = useViewer()
  const keyOf = useSendKey()
  const [comment] = usePortalCommentMutation({ refetchQueries: [PortalRecordDocument], awaitRefetchQueries: true })
  const { id, viewerCanComment } = ticket
  const company = ticket.customer.name
  const locked = viewerCanComment ? null : ticket.customer.id === customer?.id ? (
    <Trans>This record is a colleague’s: you can read it, not write on it.</Trans>
  ) : (
    <Trans>This record belongs to {company}, where you no longer work: you can read it, not write on it.</Trans>
  )
  return (
    <div className={css.reply}>
      <Composer
        size="large"
        label={t`Write your reply`}
        sendLabel={t`Send the reply`}
        draftKey={`reply ${id}`}
        locked={locked}
        files={FILES}
        send={async (body, { files }) => {
          const content = { ticketId: id, body, attachmentIds: uploadIds(files) }
          const { data } = await comment({ variables: { input: { ...content, idempotencyKey: keyOf(content) } } })
          return data?.addComment.errors
        }}
      />
    </div>
  )
}
