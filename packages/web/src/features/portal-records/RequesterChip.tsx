import { Trans, useLingui } from '@lingui/react/macro'
import { IconX } from '@tabler/icons-react'
import { Button } from '~/ui/Button'
import { usePortalRequesterQuery } from './__generated__/PortalRecords'
import css from './Records.module.css'

/** Only what one person has opened is shown: who, and away with it. Suspends. */
export function RequesterChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useLingui()
  const { data } = usePortalRequesterQuery({ variables: { id } })
  const name = data.contact?.name ?? t`somebody else`
  return (
    <p className={css.chip}>
      <span className="grow">
        <Trans>Opened by {name}</Trans>
      </span>
      <Button size="large" look="quiet" icon aria-label={t`Show the records of everybody`} onClick={onRemove}>
        <IconX size={18} stroke={1.8} aria-hidden />
      </Button>
    </p>
  )
}
