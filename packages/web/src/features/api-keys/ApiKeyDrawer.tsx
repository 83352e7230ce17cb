import { Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { Button } from '~/ui/Button'
import { Fact, Facts } from '~/ui/Facts'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { SkeletonLines } from '~/ui/Skeleton'
import { permissionWords } from '../roles/permission-words'
import { useCan } from '../session/SessionProvider'
import { useApiKeyListQuery } from './__generated__/ApiKeyList'
import css from './api-keys.module.css'
import { keyState } from './key-state'
import { KeyStatus } from './KeyStatus'
import type { KeyRow, KeySearch } from './list'
import { RevokeDialog } from './RevokeDialog'

/** All about one key but its secret, which nobody can see again. */
export function ApiKeyDrawer({ id, search }: { id: string; search: KeySearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/admin/api-keys', search })
  const waiting = (
    <SidePanel title={t`API key`} onClose={close}>
      <SkeletonLines lines={8} />
    </SidePanel>
  )
  return (
    <QueryBoundary resetKey={id}>
      <Suspense fallback={waiting}>
        <Loaded id={id} onClose={close} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const customers = useCan('CUSTOMERS_READ')
  const { apiKeys } = useApiKeyListQuery({ variables: { customers } }).data
  const apiKey = apiKeys.find((each) => each.id === id)
  if (apiKey) return <Card apiKey={apiKey} onClose={onClose} />
  return (
    <SidePanel title={t`API key`} onClose={onClose}>
      <p>
        <Trans>There is no such key, or you may not see it.</Trans>
      </p>
    </SidePanel>
  )
}

function Card({ apiKey, onClose }: { apiKey: KeyRow; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const [revoking, setRevoking] = useState(false)
  const { prefix } = apiKey
  return (
    <SidePanel
      title={apiKey.name}
      onClose={onClose}
      actions={
        keyState(apiKey) === 'live' ? (
          <Button look="danger" onClick={() => setRevoking(true)}>
            <Trans>Revoke key</Trans>
          </Button>
        ) : null
      }
    >
      <Facts>
        <Fact name={t`Status`}>
          <KeyStatus state={keyState(apiKey)} />
        </Fact>
        <Fact name={t`Begins with`}>
          <code className={css.mono}>{prefix}…</code>
        </Fact>
        <Fact name={t`May`}>
          <ul className={css.words}>
            {apiKey.permissions.map((permission) => (
              <li key={permission}>{i18n._(permissionWords[permission])}</li>
            ))}
          </ul>
        </Fact>
        <Fact name={t`Customers`}>
          {apiKey.allCustomers ? (
            <Trans>all, and those that come</Trans>
          ) : apiKey.customers ? (
            <ul className={css.words}>
              {apiKey.customers.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          ) : (
            <Trans>some customers</Trans>
          )}
        </Fact>
        <Fact name={t`Made by`}>{apiKey.createdBy?.name}</Fact>
        <Fact name={t`Made on`}>{format.exact(apiKey.createdAt)}</Fact>
        <Fact name={t`Last used`}>{apiKey.lastUsedAt ? format.exact(apiKey.lastUsedAt) : t`never`}</Fact>
        <Fact name={t`Expires`}>{apiKey.expiresAt ? format.exact(apiKey.expiresAt) : t`no end`}</Fact>
        {apiKey.revokedAt ? <Fact name={t`Revoked on`}>{format.exact(apiKey.revokedAt)}</Fact> : null}
      </Facts>
      <p className="muted">
        <Trans>A key never does more than its maker may do at that moment.</Trans>
      </p>
      {revoking ? <RevokeDialog apiKey={apiKey} onClose={() => setRevoking(false)} /> : null}
    </SidePanel>
  )
}
