import { Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react'
import { Plural, Trans, useLingui as useMacro } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { Button } from '~/ui/Button'
import { DrawerForm } from '~/ui/DrawerForm'
import { Forbidden } from '~/ui/EmptyState'
import { Fact, Facts } from '~/ui/Facts'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { toast } from '~/ui/toast'
import { useConflict } from '../customers/form/use-conflict'
import { useCan } from '../session/SessionProvider'
import { TicketStatusMark } from '../tickets/Marks'
import { useAssetCardQuery, type AssetCardQuery } from './__generated__/AssetCard'
import { useUpdateAssetMutation } from './__generated__/UpdateAsset'
import { AssetFormFields, useAssetFieldNames } from './AssetFormFields'
import css from './assets.module.css'
import { DeleteAsset } from './DeleteAsset'
import { forgetAssets } from './forget-assets'
import { orNull, valuesOf, type AssetValues } from './values'
import { assetKindWords } from './words'

type Asset = NonNullable<AssetCardQuery['asset']>
interface Props {
  id: string
  mayEdit: boolean
  onClose: () => void
}

/** An asset or service in a drawer: its facts and the tickets about it. */
export function AssetDrawer(props: Props) {
  return (
    <QueryBoundary resetKey={props.id}>
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, mayEdit, onClose }: Props) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const tickets = useCan('TICKETS_READ')
  const contracts = useCan('CONTRACTS_READ')
  const { asset } = useAssetCardQuery({ variables: { id, tickets, contracts } }).data
  if (!asset)
    return (
      <SidePanel title={t`Asset or service`} onClose={onClose}>
        <Forbidden title={<Trans>This asset or service is not here</Trans>}>
          <Trans>It was deleted, or you are not authorized for its customer.</Trans>
        </Forbidden>
      </SidePanel>
    )
  if (mayEdit) return <Editor asset={asset} onClose={onClose} />
  return (
    <SidePanel title={asset.name} onClose={onClose}>
      <Facts>
        <Fact name={<Trans>Kind</Trans>}>{i18n._(assetKindWords[asset.kind])}</Fact>
        <Fact name={<Trans>Serial number</Trans>}>{asset.serialNumber}</Fact>
        <Fact name={<Trans>State</Trans>}>{asset.status}</Fact>
        {contracts ? (
          <Fact name={<Trans>Contract</Trans>}>
            {asset.contract ? (
              <Link to="/contracts/$id" params={{ id: asset.contract.id }}>
                {asset.contract.name}
              </Link>
            ) : null}
          </Fact>
        ) : null}
      </Facts>
      <AssetTickets asset={asset} />
    </SidePanel>
  )
}

function Editor({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useMacro()
  const { id, name, customer } = asset
  // The version that was on screen when the drawer opened: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(asset.version)
  const [deleting, setDeleting] = useState(false)
  const contracts = useCan('CONTRACTS_READ')
  const form = useForm<AssetValues>({ defaultValues: valuesOf(asset), mode: 'onTouched' })
  const { contested, meet, hintOf } = useConflict(form, useAssetFieldNames(), (_field, value) => `“${value}”`)
  const [update, { loading, error }] = useUpdateAssetMutation({ update: forgetAssets(customer.id) })

  const save = async (values: AssetValues) => {
    const input = {
      name: values.name,
      serialNumber: orNull(values.serialNumber),
      status: orNull(values.status),
      ...(contracts ? { contractId: orNull(values.contractId) } : {}),
    }
    const { data } = await update({ variables: { input: { id, version, ...input }, contracts } })
    const { asset: now, errors = [] } = data?.updateAsset ?? {}
    if (now && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(now.version)
      return meet(valuesOf(now))
    }
    return errors
  }
  if (deleting) return <DeleteAsset asset={asset} onClose={() => setDeleting(false)} onDeleted={onClose} />
  return (
    <DrawerForm
      title={t`Edit ${name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={contested ? t`Save over it` : t`Save`}
      draftKey={`asset:${id}`}
      footer={
        <Button look="danger" onClick={() => setDeleting(true)}>
          <Trans>Delete…</Trans>
        </Button>
      }
    >
      <AssetFormFields
        form={form}
        fixedKind
        hintOf={hintOf}
        customerId={customer.id}
        contracts={asset.contract ? [asset.contract] : []}
      />
      <AssetTickets asset={asset} />
    </DrawerForm>
  )
}

/** The latest tickets about it. */
function AssetTickets({ asset }: { asset: Asset }) {
  const mayOpen = useCan('TICKETS_WRITE')
  if (!asset.tickets) return null
  const { nodes, totalCount } = asset.tickets
  return (
    <section className={css.tickets}>
      <h3>
        <Plural value={totalCount} _0="No ticket is about it" one="# ticket about it" other="# tickets about it" />
      </h3>
      <ul>
        {nodes.map(({ id, number, subject, status }) => (
          <li key={id} className="row">
            <Link to="/tickets/$id" params={{ id }} className="grow trunc" title={subject}>
              {number} {subject}
            </Link>
            <TicketStatusMark status={status} />
          </li>
        ))}
      </ul>
      <p className="wrap">
        {totalCount > nodes.length ? (
          <Link to="/tickets" search={{ asset: asset.id }}>
            <Trans>Show all</Trans>
          </Link>
        ) : null}
        {mayOpen ? (
          <Link to="/tickets/new" search={{ customer: asset.customer.id, asset: asset.id }}>
            <Trans>New ticket about it</Trans>
          </Link>
        ) : null}
      </p>
    </section>
  )
}
