import { Trans, useLingui } from '@lingui/react/macro'
import { IconEdit } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { TitleBar } from '~/ui/Page'
import { Tag } from '~/ui/Status'
import { ActiveStatus } from '../ActiveStatus'
import type { CustomerHeadQuery } from './__generated__/CustomerHead'

interface Props {
  customer: NonNullable<CustomerHeadQuery['customer']>
  /** Absent for those who may not. */
  onEdit: (() => void) | undefined
}

/** Name, state and the few facts that tell customers apart. */
export function CustomerTitle({ customer, onEdit }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { name, active, kind, code, taxNumber, createdAt } = customer
  const since = format.date(createdAt)
  useShortcuts(onEdit ? [{ key: 'e', label: t`Edit the customer`, run: onEdit }] : [])
  return (
    <TitleBar
      title={name}
      meta={
        <>
          <ActiveStatus active={active} />
          {kind === 'INTERNAL' ? (
            <Tag>
              <Trans>Own department</Trans>
            </Tag>
          ) : null}
          {code ? <span>{code}</span> : null}
          {taxNumber ? (
            <span>
              <Trans>Tax number {taxNumber}</Trans>
            </span>
          ) : null}
          <span className="muted">
            <Trans>Customer since {since}</Trans>
          </span>
        </>
      }
      actions={
        onEdit ? (
          <Button onClick={onEdit} aria-keyshortcuts="E">
            <IconEdit size={16} stroke={1.8} aria-hidden />
            <Trans>Edit</Trans>
            <kbd aria-hidden>E</kbd>
          </Button>
        ) : null
      }
    />
  )
}
