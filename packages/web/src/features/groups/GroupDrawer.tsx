import { Suspense, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { Button } from '~/ui/Button'
import { DrawerForm } from '~/ui/DrawerForm'
import { Note } from '~/ui/Note'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TextField } from '~/ui/TextField'
import { toast } from '~/ui/toast'
import { useConflict } from '../customers/form/use-conflict'
import { useGroupDetailQuery } from './__generated__/GroupDetail'
import type { GroupFieldsFragment } from './__generated__/GroupFields'
import { useUpdateGroupMutation } from './__generated__/UpdateGroup'
import { DeleteGroup } from './DeleteGroup'
import { forgetGroup } from './forget-group'
import { GroupPanel, NoGroup } from './GroupPanel'
import { membersNow } from './members-now'
import { MemberPicker } from './MemberPicker'

interface Props {
  id: string
  onClose: () => void
}

/** A group in a drawer: its name and its people. */
export function GroupDrawer(props: Props) {
  return (
    <QueryBoundary resetKey={props.id}>
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, onClose }: Props) {
  const { group } = useGroupDetailQuery({ variables: { id } }).data
  if (!group) return <NoGroup onClose={onClose} />
  return group.customer.viewerCanEdit ? (
    <Editor group={group} onClose={onClose} />
  ) : (
    <GroupPanel group={group} onClose={onClose} />
  )
}

interface Values {
  name: string
  contactIds: string[]
}

function Editor({ group, onClose }: { group: GroupFieldsFragment; onClose: () => void }) {
  const { t } = useLingui()
  const client = useApolloClient()
  const { id, name, customer, members } = group
  const [version, setVersion] = useState(group.version)
  const form = useForm<Values>({
    defaultValues: { name, contactIds: members.nodes.map((member) => member.id) },
    mode: 'onTouched',
  })
  const [deleting, setDeleting] = useState(false)
  const [update, { loading, error }] = useUpdateGroupMutation()
  const names = { name: t`Name`, contactIds: t`Members` }
  const { contested, meet, hintOf } = useConflict<Values>(form, names, (_field, value) => `“${String(value)}”`)
  const before = (form.formState.defaultValues?.contactIds ?? []).filter(
    (contact): contact is string => contact !== undefined,
  )
  const chosen = useWatch({ control: form.control, name: 'contactIds' })
  const leaving = members.nodes.filter((member) => before.includes(member.id) && !chosen.includes(member.id))
  const losing = leaving.filter(
    ({ seesGroupRecords, seesCompanyRecords }) => seesGroupRecords && !seesCompanyRecords,
  ).length

  const save = async (values: Values) => {
    const add = values.contactIds.filter((contact) => !before.includes(contact))
    const remove = before.filter((contact) => !values.contactIds.includes(contact))
    const contactIds = add.length + remove.length > 0 ? await membersNow(client, id, { add, remove }) : undefined
    const { data } = await update({
      variables: {
        input: {
          id,
          version,
          name: values.name === form.formState.defaultValues?.name ? undefined : values.name,
          contactIds,
        },
      },
      update: forgetGroup(customer.id, [...add, ...remove]),
    })
    const { group: current, errors = [] } = data?.updateGroup ?? {}
    if (current && errors.some(({ code }) => code === 'CONFLICT')) {
      setVersion(current.version)
      return meet({ name: current.name, contactIds: before })
    }
    return errors
  }
  if (deleting) return <DeleteGroup group={group} onClose={() => setDeleting(false)} onDeleted={onClose} />
  return (
    <DrawerForm
      title={t`Edit group ${name}`}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Group saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={contested ? t`Save over it` : t`Save group`}
      draftKey={`group:${id}`}
      footer={
        <Button look="danger" onClick={() => setDeleting(true)}>
          <Trans>Delete…</Trans>
        </Button>
      }
    >
      <p className="dim">{customer.name}</p>
      <TextField
        label={names.name}
        hint={hintOf('name')}
        error={form.formState.errors.name?.message}
        autoComplete="off"
        maxLength={200}
        {...form.register('name', { required: t`Enter the group’s name.` })}
      />
      <Controller
        control={form.control}
        name="contactIds"
        render={({ field, fieldState }) => (
          <MemberPicker
            label={names.contactIds}
            hint={t`Somebody is in one group or in none: who is chosen here leaves another group.`}
            error={fieldState.error?.message}
            customerId={customer.id}
            groupId={id}
            value={field.value}
            onChange={field.onChange}
            known={members.nodes}
          />
        )}
      />
      {leaving.length > 0 ? (
        <Note tone="warning" role="status">
          <Plural value={leaving.length} one="# person leaves the group." other="# people leave the group." />{' '}
          {losing > 0 ? (
            <Plural
              value={losing}
              one="# of them sees the group’s records now and will see own ones only."
              other="# of them see the group’s records now and will see own ones only."
            />
          ) : null}
        </Note>
      ) : null}
    </DrawerForm>
  )
}
