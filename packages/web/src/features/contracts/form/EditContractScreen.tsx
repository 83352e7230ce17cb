import { Suspense, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { PageError } from '~/ui/ErrorState'
import { Crumbs, PageHead, TitleBar } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { toast } from '~/ui/toast'
import { Door } from '../../session/Door'
import { useCan } from '../../session/SessionProvider'
import { ContractMissing } from '../ContractMissing'
import { ContractStatusMark } from '../Marks'
import type { ContractFieldsFragment } from './__generated__/ContractFields'
import { useContractFormQuery } from './__generated__/ContractForm'
import { useUpdateContractMutation } from './__generated__/UpdateContract'
import { ContractForm, type SaveTools } from './ContractForm'
import { changesOf, valuesOf, type ContractValues } from './values'

/** Changes a contract. Who saves second sees the first one's words beside the own. */
export function EditContractScreen({ id }: { id: string }) {
  const { t } = useLingui()
  return (
    <Door permission="CONTRACTS_WRITE" title={t`Edit contract`}>
      <QueryBoundary
        resetKey={id}
        fallback={(error, retry) => <PageError title={t`Edit contract`} error={error} onRetry={retry} />}
      >
        <Suspense fallback={<Waiting />}>
          <Loaded id={id} />
        </Suspense>
      </QueryBoundary>
    </Door>
  )
}

function Waiting() {
  const { t } = useLingui()
  return (
    <>
      <PageHead title={t`Edit contract`} />
      <SkeletonLines lines={8} />
    </>
  )
}

function Loaded({ id }: { id: string }) {
  const plans = useCan('PLANS_READ')
  const { contract } = useContractFormQuery({ variables: { id, plans } }).data
  return contract ? <Editor contract={contract} plans={plans} /> : <ContractMissing />
}

function Editor({ contract, plans }: { contract: ContractFieldsFragment; plans: boolean }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  // The version that was on screen when the form began: what others save meanwhile must not pass unseen.
  const [version, setVersion] = useState(contract.version)
  const [start] = useState(() => valuesOf(contract))
  const [update, { loading, error }] = useUpdateContractMutation({ update: forget('contracts') })
  const { id, name, reference, customer } = contract

  const save = async (values: ContractValues, { before, meet }: SaveTools) => {
    const changes = changesOf(values, before)
    if (Object.keys(changes).length === 0) return []
    const { data } = await update({ variables: { input: { id, version, ...changes }, plans } })
    const { contract: current, errors = [] } = data?.updateContract ?? {}
    if (current && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(current.version)
      return meet(valuesOf(current))
    }
    return errors
  }
  const back = () => void navigate({ to: '/contracts/$id', params: { id }, ignoreBlocker: true })
  return (
    <ContractForm
      label={t`Edit contract`}
      start={start}
      contract={contract}
      head={
        <>
          <Crumbs
            label={t`Place`}
            links={[
              <Link key="contracts" to="/contracts">
                <Trans>Contracts</Trans>
              </Link>,
              <Link key="contract" to="/contracts/$id" params={{ id }}>
                {reference}
              </Link>,
            ]}
            here={t`Edit`}
          />
          <TitleBar
            divided
            title={name}
            meta={
              <>
                <span className="muted">{reference}</span>
                <ContractStatusMark status={contract.status} />
                <Link to="/customers/$id" params={{ id: customer.id }}>
                  {customer.name}
                </Link>
              </>
            }
          />
        </>
      }
      onSave={save}
      onSaved={() => {
        toast(t`Contract saved`)
        back()
      }}
      onCancel={back}
      pending={loading}
      error={error}
      draftKey={`contract:${id}`}
    />
  )
}
