import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { ConfirmDialog } from '~/ui/ConfirmDialog'
import { toast } from '~/ui/toast'
import { forgetTime } from '../forget-time'
import { minutesOf } from '../grid/week-rows'
import { useDeleteTimeEntryMutation } from './__generated__/SaveTime'
import type { TimeEntryCardFragment } from './__generated__/TimeEntryCard'

interface Props {
  entry: TimeEntryCardFragment
  onClose: () => void
  onDeleted: () => void
}

/** Deletes an entry for good: it counts for nothing any more. */
export function DeleteTimeDialog({ entry, onClose, onDeleted }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [refusals, setRefusals] = useState<string[]>([])
  const [remove, { loading, error }] = useDeleteTimeEntryMutation({
    update: (cache, { data }) => {
      if (data?.deleteTimeEntry.errors.length === 0) forgetTime(entry)(cache)
    },
  })
  const spent = format.minutes(minutesOf(entry))
  const [day, where] = [format.date(entry.workedOn), entry.ticket?.number ?? entry.contract?.reference ?? '']
  const confirm = async () => {
    const { id, version } = entry
    const result = await remove({ variables: { id, version } }).catch(() => null)
    const errors = result?.data?.deleteTimeEntry.errors
    if (!errors) return
    if (errors.length > 0) return setRefusals(errors.map(({ message }) => message))
    onDeleted()
    toast(t`${spent} deleted`)
  }
  return (
    <ConfirmDialog
      title={t`Delete ${spent} of ${day}?`}
      consequences={[
        where ? (
          <Trans key="where">They go from {where} and from the week.</Trans>
        ) : (
          <Trans key="where">They go from the week.</Trans>
        ),
        entry.billable ? (
          <Trans key="bill">They are not billed.</Trans>
        ) : (
          <Trans key="bill">They were not to be billed.</Trans>
        ),
      ]}
      confirmLabel={t`Delete the entry`}
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={loading}
      error={error}
      refusals={refusals}
    />
  )
}
