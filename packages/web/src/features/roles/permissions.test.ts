import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLEnumType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { ALL_PERMISSIONS, togglePermission } from './permissions'

describe('ticking permissions', () => {
  it('changing brings seeing along', () => {
    expect(togglePermission([], 'CUSTOMERS_WRITE', true)).toEqual(['CUSTOMERS_READ', 'CUSTOMERS_WRITE'])
  })
  it('without seeing nothing can be changed', () => {
    expect(togglePermission(['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'TICKETS_READ'], 'CUSTOMERS_READ', false)).toEqual([
      'TICKETS_READ',
    ])
    expect(togglePermission(['CUSTOMERS_READ', 'CUSTOMERS_WRITE'], 'CUSTOMERS_WRITE', false)).toEqual([
      'CUSTOMERS_READ',
    ])
  })
  it('offers every permission of the API exactly once', () => {
    const schema = buildSchema(readFileSync('../schema/schema.graphql', 'utf8'))
    const known = (schema.getType('Permission') as GraphQLEnumType).getValues().map(({ name }) => name)
    expect(ALL_PERMISSIONS.toSorted()).toEqual(known.toSorted())
  })
})
