/** The whole model: every feature's cases in one. A new feature adds its file to this list. */
import { assets } from './assets.ts'
import { attachments } from './attachments.ts'
import { audit } from './audit.ts'
import { contracts } from './contracts.ts'
import { customers } from './customers.ts'
import { forecasts } from './forecast.ts'
import type { Feature, FieldCase, FilterCase, MutationCase, NodeCase, TypeCase } from './feature.ts'
import { jobs } from './jobs.ts'
import { mail } from './mail.ts'
import type { Order } from './orders.ts'
import { organization } from './organization.ts'
import { partners } from './partners.ts'
import { plans } from './plans.ts'
import { anybody, type Rule } from './rules.ts'
import { system } from './system.ts'
import { tickets } from './tickets.ts'
import { time } from './time.ts'
import { usages } from './usage.ts'
import { viewer } from './viewer.ts'

const features: readonly Feature[] = [
  customers,
  organization,
  assets,
  attachments,
  jobs,
  tickets,
  plans,
  contracts,
  usages,
  forecasts,
  time,
  system,
  partners,
  mail,
  audit,
  viewer,
]

export interface Model {
  nodes: Readonly<Record<string, NodeCase>>
  /** `Query` and `Subscription` among them. */
  types: Readonly<Record<string, TypeCase>>
  filters: Readonly<Record<string, Readonly<Record<string, FilterCase>>>>
  orders: Readonly<Record<string, Readonly<Record<string, Order>>>>
  choices: Readonly<Record<string, Readonly<Record<string, Rule>>>>
  mutations: Readonly<Record<string, MutationCase>>
}

function joined<Case>(part: (feature: Feature) => Readonly<Record<string, Case>> | undefined): Record<string, Case> {
  const all: Record<string, Case> = {}
  for (const feature of features) {
    for (const [name, each] of Object.entries(part(feature) ?? {})) {
      if (name in all) throw new Error(`Two cases for ${name}`)
      all[name] = each
    }
  }
  return all
}

/** Nobody works out what is told: it is a row that is there, or silence. */
const told = (cases: Feature['subscriptions']) =>
  Object.fromEntries(
    Object.entries(cases ?? {}).map(([name, each]): [string, FieldCase] => [name, { ...each, value: () => null }]),
  )

export const model: Model = {
  nodes: joined((feature) => feature.nodes),
  types: {
    ...joined((feature) => feature.types),
    Query: { rule: anybody, fields: joined<FieldCase>((feature) => feature.roots) },
    Subscription: { rule: anybody, fields: joined((feature) => told(feature.subscriptions)) },
  },
  filters: joined((feature) => feature.filters),
  orders: joined((feature) => feature.orders),
  choices: joined((feature) => feature.choices),
  mutations: joined((feature) => feature.mutations),
}
