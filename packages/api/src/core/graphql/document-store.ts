import type { ApolloServerOptions, BaseContext } from '@apollo/server'
import type { DocumentNode } from 'graphql'

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>

/** What a parsed document is thought to weigh when the parser did not count its tokens. */
const unknownTokens = 200

/**
 * Parsed and validated documents by the hash of their text, the least recently used going first. Its measure is
 * tokens, since that is what a document weighs in memory (about half a kilobyte each), not the number of documents.
 */
export class RecentDocuments implements DocumentStore {
  readonly #documents = new Map<string, DocumentNode>()
  #tokens = 0

  constructor(private readonly most: { tokens: number; documents: number } = { tokens: 150_000, documents: 1_000 }) {}

  async get(hash: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(hash)
    if (document) {
      this.#documents.delete(hash)
      this.#documents.set(hash, document)
    }
    return document
  }

  async set(hash: string, document: DocumentNode): Promise<void> {
    await this.delete(hash)
    this.#documents.set(hash, document)
    this.#tokens += tokensOf(document)
    for (const [oldest] of this.#documents) {
      if (this.#tokens <= this.most.tokens && this.#documents.size <= this.most.documents) break
      await this.delete(oldest)
    }
  }

  async delete(hash: string): Promise<boolean> {
    const document = this.#documents.get(hash)
    if (!document) return false
    this.#tokens -= tokensOf(document)
    return this.#documents.delete(hash)
  }
}

const tokensOf = (document: DocumentNode) => (document as { tokenCount?: number }).tokenCount ?? unknownTokens
