/** Columns that many tables share. */
import { p } from '@mikro-orm/core'
import { newId } from './ids.ts'

export const id = () => p.uuid().primary().onCreate(newId)
export const createdAt = () => p.datetime().onCreate(() => new Date())
export const updatedAt = () =>
  p
    .datetime()
    .onCreate(() => new Date())
    .onUpdate(() => new Date())
