import { lazy, Suspense, useState } from 'react'
import { createPortal } from 'react-dom'
import { Trans } from '@lingui/react/macro'
import { IconUserCheck } from '@tabler/icons-react'
import { Button } from '~/ui/Button'

const AuthorizeMany = lazy(() => import('./AuthorizeMany').then((module) => ({ default: module.AuthorizeMany })))

interface Props {
  customers: { id: string; name: string }[]
  onDone: () => void
}

/** What can be done to the selected customers. */
export function CustomerBulk({ customers, onDone }: Props) {
  const [assigning, setAssigning] = useState(false)
  return (
    <>
      <Button onClick={() => setAssigning(true)}>
        <IconUserCheck size={16} stroke={1.8} aria-hidden />
        <Trans>Authorize technicians</Trans>
      </Button>
      {assigning
        ? // Not inside the bar: its colours are for what stands on it.
          createPortal(
            <Suspense>
              <AuthorizeMany customers={customers} onClose={() => setAssigning(false)} onDone={onDone} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  )
}
