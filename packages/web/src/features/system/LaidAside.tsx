import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { problemOf } from '~/lib/problem'
import { Button } from '~/ui/Button'
import { Section } from '~/ui/Page'
import { toast, toastError } from '~/ui/toast'
import { When } from '~/ui/When'
import { useTryContractAgainMutation } from './__generated__/TryContractAgain'
import css from './System.module.css'
import type { Health } from './use-health'

interface Props {
  contracts: Health['laidAside']
  onTried: () => void
}

/** Contracts that kept failing and are left alone until somebody says otherwise. */
export function LaidAside({ contracts, onTried }: Props) {
  return (
    <Section title={<Trans>Laid aside</Trans>}>
      {contracts.length === 0 ? (
        <p className="dim">
          <Trans>None. A contract on which work keeps failing would stand here.</Trans>
        </p>
      ) : (
        <ul className={css.list}>
          {contracts.map((contract) => (
            <li key={contract.id}>
              <One contract={contract} onTried={onTried} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function One({ contract, onTried }: { contract: Props['contracts'][number]; onTried: () => void }) {
  const { t } = useLingui()
  const [tried, setTried] = useState(false)
  const [again, { loading }] = useTryContractAgainMutation()
  const { id, reference, failure, at } = contract
  const name = reference ?? t`A contract`
  const retry = async () => {
    try {
      const refusal = (await again({ variables: { id } })).data?.tryContractAgain.errors[0]
      if (refusal) return toastError(refusal.message)
      setTried(true)
      onTried()
      toast(t`${name} is tried again within a minute`)
    } catch (error) {
      toastError(t`It was not tried again. Try once more.`, problemOf(error).id)
    }
  }
  return (
    <>
      <div className={css.what}>
        <b>{name}</b>{' '}
        <span className="muted">
          <When at={at} />
        </span>
        {failure ? <small>{failure}</small> : null}
      </div>
      <Button
        size="small"
        pending={loading}
        disabled={tried}
        onClick={() => void retry()}
        aria-label={t`Try ${name} again`}
      >
        <Trans>Try again</Trans>
      </Button>
    </>
  )
}
