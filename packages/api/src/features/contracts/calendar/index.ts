export * from './chain.ts'
export * from './notices.ts'
export * from './status.ts'
