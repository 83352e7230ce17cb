import { lazy, Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useApolloClient } from '@apollo/client/react'
import { Trans, useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { Button } from '~/ui/Button'
import { Body, Section } from '~/ui/Page'
import { Note } from '~/ui/Note'
import { toast } from '~/ui/toast'
import { forgetOf } from '../forget-of'
import { useUpdateCustomerMutation } from '../form/__generated__/UpdateCustomer'
import { useCustomerHeadQuery, type CustomerHeadQuery } from './__generated__/CustomerHead'
import { useDeleteCustomerMutation } from './__generated__/DeleteCustomer'

const ConfirmDelete = lazy(() => import('./CustomerConfirms').then((module) => ({ default: module.ConfirmDelete })))
const ConfirmPassive = lazy(() => import('./CustomerConfirms').then((module) => ({ default: module.ConfirmPassive })))

type Customer = NonNullable<CustomerHeadQuery['customer']>

/** What is done to a customer as a whole: passive, active again, deleted. */
export function CustomerSettings({ id }: { id: string }) {
  const { customer } = useCustomerHeadQuery({ variables: { id } }).data
  return customer?.viewerCanEdit ? <Settings customer={customer} /> : null
}

function useActive({ id, version }: Customer) {
  const [update, { loading, error }] = useUpdateCustomerMutation({
    update: (cache) => {
      forgetOf('Customer', id, 'timeline', 'contacts')(cache)
      forget('customers', 'contacts')(cache)
    },
  })
  const [refusals, setRefusals] = useState<string[]>([])
  const set = async (active: boolean): Promise<boolean> => {
    const result = await update({ variables: { input: { id, version, active } } }).catch(() => null)
    const errors = result?.data?.updateCustomer.errors
    setRefusals(errors?.map(({ message }) => message) ?? [])
    return errors?.length === 0
  }
  return { set, pending: loading, error, refusals }
}

function Settings({ customer }: { customer: Customer }) {
  const { t } = useLingui()
  const { id, name, active } = customer
  const [asking, setAsking] = useState<'passive' | 'delete' | null>(null)
  const state = useActive(customer)
  const removal = useDeletion(customer)
  const turn = async (to: boolean) => {
    if (!(await state.set(to))) return
    setAsking(null)
    toast(to ? t`${name} is active again` : t`${name} is passive now`)
  }
  return (
    <Body>
      <Section title={<Trans>State</Trans>}>
        <div className="stack">
          <p className="dim">
            {active ? (
              <Trans>
                The customer is active. A passive one keeps its whole history, but its contacts cannot sign in and
                nothing new is opened for it.
              </Trans>
            ) : (
              <Trans>
                The customer is passive: its contacts cannot sign in and nothing new is opened for it. Its history
                stands.
              </Trans>
            )}
          </p>
          <p>
            {active ? (
              <Button onClick={() => setAsking('passive')}>
                <Trans>Make passive…</Trans>
              </Button>
            ) : (
              <Button look="primary" pending={state.pending} onClick={() => void turn(true)}>
                <Trans>Make active</Trans>
              </Button>
            )}
          </p>
          {asking === null
            ? state.refusals.map((message) => (
                <Note key={message} tone="error" role="alert">
                  {message}
                </Note>
              ))
            : null}
        </div>
      </Section>
      <Section title={<Trans>Delete</Trans>}>
        <div className="stack">
          <p className="dim">
            <Trans>
              Only a customer without contracts, tickets, time entries and invoices can be deleted; its contacts and
              groups go with it. Others are made passive.
            </Trans>
          </p>
          {removal.refusals.map((message) => (
            <Note key={message} tone="warning" role="alert">
              {message}{' '}
              {active ? (
                <Button size="small" onClick={() => setAsking('passive')}>
                  <Trans>Make passive instead…</Trans>
                </Button>
              ) : null}
            </Note>
          ))}
          <p>
            <Button look="danger" onClick={() => setAsking('delete')}>
              <Trans>Delete customer…</Trans>
            </Button>
          </p>
        </div>
      </Section>
      <Suspense>
        {asking === 'passive' ? (
          <ConfirmPassive
            {...state}
            id={id}
            name={name}
            onConfirm={() => void turn(false)}
            onClose={() => setAsking(null)}
          />
        ) : null}
        {asking === 'delete' ? (
          <ConfirmDelete
            {...removal}
            id={id}
            name={name}
            onConfirm={() =>
              void removal.run().then(
                () => setAsking(null),
                () => undefined,
              )
            }
            onClose={() => setAsking(null)}
          />
        ) : null}
      </Suspense>
    </Body>
  )
}

function useDeletion({ id, version, name }: Customer) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { cache } = useApolloClient()
  const [remove, { loading, error }] = useDeleteCustomerMutation()
  const [refusals, setRefusals] = useState<string[]>([])
  const run = async () => {
    const { data } = await remove({ variables: { input: { id, version } } })
    const errors = data?.deleteCustomer.errors ?? []
    setRefusals(errors.map(({ message }) => message))
    if (errors.length > 0) return
    await navigate({ to: '/customers' })
    // Once nobody shows it any more: else the page would ask for what is gone.
    cache.evict({ id: cache.identify({ __typename: 'Customer', id }) })
    forget('customers', 'contacts', 'groups')(cache)
    toast(t`${name} was deleted`)
  }
  return { run, pending: loading, error, refusals }
}
