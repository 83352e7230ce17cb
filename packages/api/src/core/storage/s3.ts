/** Files in a bucket of S3, or of anything that speaks like it (MinIO, Ceph, R2 …). */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import type { Storage } from './storage.ts'

export interface S3Settings {
  /** Such as https://s3.example.com. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

const nothing = () => undefined
const quiet = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Keeps files in the bucket, which has to be there. */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // A bucket in the host's name needs DNS of its own, which servers of one's own rarely have.
    forcePathStyle: true,
    // The checksums of newer SDKs are not understood everywhere; the size is checked, and TLS carries the bytes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    // What goes wrong is thrown, and told where it is caught.
    logger: quiet,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  })
  return {
    async put(key, body, size) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentLength: size,
          ContentType: 'application/octet-stream',
        }),
      )
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        // In Node it is a stream of Node.
        return (Body as Readable | undefined) ?? null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
    },
    async *list() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket }))
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key && LastModified) yield { key: Key, changedAt: LastModified }
    },
  }
}
