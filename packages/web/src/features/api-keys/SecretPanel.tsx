import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCopy } from '@tabler/icons-react'
import type { Permission } from '~/lib/__generated__/schema'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { SidePanel } from '~/ui/SidePanel'
import css from './api-keys.module.css'

export interface MadeKey {
  name: string
  permissions: Permission[]
  secret: string
}

/** A request that this key may make, to be pasted into a terminal. */
function curlExample({ permissions, secret }: MadeKey): string {
  const query = permissions.includes('CUSTOMERS_READ')
    ? '{ customers(first: 5) { nodes { id name } } }'
    : '{ me { kind permissions } }'
  return [
    `curl -s ${location.origin}/graphql \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H 'authorization: Bearer ${secret}' \\`,
    `  -d '${JSON.stringify({ query })}'`,
  ].join('\n')
}

/** The secret, the one time that it can be seen. */
export function SecretPanel({ made, onClose }: { made: MadeKey; onClose: () => void }) {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  const [asking, setAsking] = useState(false)
  const { name } = made
  return (
    <SidePanel
      title={name}
      onClose={() => (copied || asking ? onClose() : setAsking(true))}
      actions={
        <>
          <Button look="primary" onClick={onClose}>
            <Trans>I have kept it</Trans>
          </Button>
          {asking ? (
            <p className="amber" role="alert">
              <Trans>It has not been copied yet, and cannot be shown again.</Trans>
            </p>
          ) : null}
        </>
      }
    >
      <Note tone="good" role="status">
        <Trans>The key is made. Copy it now and keep it where secrets are kept: it is shown this one time only.</Trans>
      </Note>
      <Copyable first label={t`Secret`} text={made.secret} onCopied={() => setCopied(true)} />
      <Copyable label={t`Try it in a terminal`} text={curlExample(made)} onCopied={() => setCopied(true)} />
    </SidePanel>
  )
}

interface CopyableProps {
  label: string
  text: string
  /** Its button takes the focus when the panel opens. */
  first?: boolean
  onCopied: () => void
}

function Copyable({ label, text, first, onCopied }: CopyableProps) {
  const [outcome, setOutcome] = useState<'done' | 'refused'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('done')
      onCopied()
    } catch {
      setOutcome('refused')
    }
  }
  return (
    <section className={css.block} aria-label={label}>
      <h3>{label}</h3>
      <pre className={css.code} tabIndex={0}>
        {text}
      </pre>
      <span className="row">
        <Button size="small" data-first={first} onClick={() => void copy()}>
          <IconCopy size={14} stroke={1.8} aria-hidden />
          <Trans>Copy</Trans>
        </Button>
        <span className="muted" role="status">
          {outcome === 'done' ? <Trans>Copied</Trans> : null}
          {outcome === 'refused' ? <Trans>The browser did not allow copying. Mark the text and copy it.</Trans> : null}
        </span>
      </span>
    </section>
  )
}
