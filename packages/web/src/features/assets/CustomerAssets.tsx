import { lazy, Suspense, useDeferredValue, useEffect, useMemo, type ReactNode } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Trans, useLingui as useMacro } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { FIRST_PAGE, neighbours, offsetOf } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { announce } from '~/ui/announce'
import { Button } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState, NoMatch } from '~/ui/EmptyState'
import { None } from '~/ui/Facts'
import type { FilterField } from '~/ui/filter-text'
import { FilterBar } from '~/ui/FilterBar'
import { ListFoot, PageLink } from '~/ui/ListFoot'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useCustomerHeadQuery } from '../customers/detail/__generated__/CustomerHead'
import { TabBody } from '../customers/detail/TabBody'
import { useCan } from '../session/SessionProvider'
import { useAssetListQuery, type AssetFieldsFragment } from './__generated__/AssetList'
import { assetVariables, type AssetSearch } from './asset-variables'
import { assetKindWords } from './words'

const NewAssetDrawer = lazy(() => import('./NewAssetDrawer').then((module) => ({ default: module.NewAssetDrawer })))
const AssetDrawer = lazy(() => import('./AssetDrawer').then((module) => ({ default: module.AssetDrawer })))

interface Props {
  id: string
  search: AssetSearch
  /** The asset in the drawer, or `new`. */
  open: string | undefined
  onOpen: (asset: string | undefined) => void
}

function useColumns(customerId: string): Column<AssetFieldsFragment>[] {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const seesContracts = useCan('CONTRACTS_READ')
  return useMemo(
    (): Column<AssetFieldsFragment>[] => [
      {
        id: 'name',
        header: t`Name`,
        name: true,
        cell: ({ id, name }) => (
          <Link
            to="/customers/$id/assets"
            params={{ id: customerId }}
            search={(before) => ({ ...before, asset: id }) as never}
          >
            {name}
          </Link>
        ),
      },
      { id: 'kind', header: t`Kind`, width: '112px', phone: 'end', cell: ({ kind }) => i18n._(assetKindWords[kind]) },
      {
        id: 'serialNumber',
        header: t`Serial number`,
        width: '200px',
        phone: 'second',
        cell: ({ serialNumber }) => serialNumber ?? <None />,
      },
      { id: 'status', header: t`State`, width: '180px', cell: ({ status }) => status ?? <None /> },
      ...(seesContracts
        ? [
            {
              id: 'contract',
              header: t`Contract`,
              width: '116px',
              cell: ({ contract }: AssetFieldsFragment) =>
                contract ? (
                  <Link to="/contracts/$id" params={{ id: contract.id }} title={contract.name}>
                    {contract.reference}
                  </Link>
                ) : (
                  <None />
                ),
            },
          ]
        : []),
    ],
    [t, i18n, customerId, seesContracts],
  )
}

/** What a customer has: things and services, each in a drawer. */
export function CustomerAssets({ id, search, open, onOpen }: Props) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const navigate = useNavigate()
  const { customer } = useCustomerHeadQuery({ variables: { id } }).data
  const columns = useColumns(id)
  const mayAdd = customer?.viewerCanEdit === true && customer.active
  useShortcuts(mayAdd ? [{ key: 'c', label: t`New asset or service`, run: () => onOpen('new') }] : [])
  if (!customer) return null
  const create = mayAdd ? (
    <Button look="primary" onClick={() => onOpen('new')}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>New asset or service</Trans>
    </Button>
  ) : null
  const fields: FilterField[] = [
    {
      key: 'kind',
      label: t`Kind`,
      words: ['kind', 'type', 'tür'],
      options: [
        { value: 'ASSET', label: i18n._(assetKindWords.ASSET), words: ['asset', 'varlık'] },
        { value: 'SERVICE', label: i18n._(assetKindWords.SERVICE), words: ['service', 'hizmet'] },
      ],
    },
  ]
  const narrow = (part: AssetSearch) =>
    void navigate({
      to: '/customers/$id/assets',
      params: { id },
      search: { ...search, ...FIRST_PAGE, ...part },
      replace: true,
    })
  return (
    <>
      <FilterBar
        label={t`Filter assets and services`}
        placeholder={t`Name or serial number`}
        text={search.q ?? ''}
        values={{ kind: search.kind }}
        fields={fields}
        onChange={({ text, values = {} }) =>
          narrow({ ...(text === undefined ? {} : { q: text || undefined }), ...(values as AssetSearch) })
        }
        end={create}
      />
      <TabBody>
        <QueryBoundary resetKey={search}>
          <Suspense fallback={<TableSkeleton columns={columns} rows={4} inColumn />}>
            <Rows
              id={id}
              search={search}
              columns={columns}
              create={create}
              onClear={() => narrow({ q: undefined, kind: undefined })}
            />
          </Suspense>
        </QueryBoundary>
      </TabBody>
      <Suspense>
        {open === 'new' && mayAdd ? <NewAssetDrawer customer={customer} onClose={() => onOpen(undefined)} /> : null}
        {open && open !== 'new' ? (
          <AssetDrawer key={open} id={open} mayEdit={customer.viewerCanEdit} onClose={() => onOpen(undefined)} />
        ) : null}
      </Suspense>
    </>
  )
}

interface RowsProps {
  id: string
  search: AssetSearch
  columns: Column<AssetFieldsFragment>[]
  create: ReactNode
  onClear: () => void
}

function Rows({ id, search, columns, create, onClear }: RowsProps) {
  const { t } = useMacro()
  const format = useFormat()
  const shown = useDeferredValue(search)
  const { nodes, totalCount, pageInfo } = useAssetListQuery({
    variables: assetVariables(shown, id, useCan('CONTRACTS_READ')),
  }).data.assets
  useEffect(() => announce(plural(totalCount, { one: '# row', other: '# rows' })), [totalCount])
  if (nodes.length === 0)
    return shown.q || shown.kind ? (
      <NoMatch
        filters={[shown.q && `“${shown.q}”`, shown.kind && t`Kind`].flatMap((name) => name || [])}
        onClear={onClear}
      />
    ) : (
      <EmptyState title={<Trans>No assets or services yet</Trans>} action={create}>
        <Trans>Once they are entered, tickets can say what they are about, and you see what fails often.</Trans>
      </EmptyState>
    )
  const from = offsetOf(shown)
  const { next, previous } = neighbours(pageInfo, shown)
  const [first, last, total] = [format.number(from + 1), format.number(from + nodes.length), format.number(totalCount)]
  return (
    <>
      <DataTable
        caption={t`Assets and services`}
        rows={nodes}
        columns={columns}
        rowId={(asset) => asset.id}
        rowName={(asset) => asset.name}
        total={totalCount}
        offset={from}
        dimmed={shown !== search}
        inColumn
      />
      {previous || next ? (
        <ListFoot
          pages={
            <>
              <PageLink
                to="/customers/$id/assets"
                params={{ id }}
                search={{ ...search, ...previous }}
                disabled={!previous}
              >
                <Trans>Previous</Trans>
              </PageLink>
              <PageLink to="/customers/$id/assets" params={{ id }} search={{ ...search, ...next }} disabled={!next}>
                <Trans>Next</Trans>
              </PageLink>
            </>
          }
        >
          <Trans>
            {first}–{last} of {total}
          </Trans>
        </ListFoot>
      ) : null}
    </>
  )
}
