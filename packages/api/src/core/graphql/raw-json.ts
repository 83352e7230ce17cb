/**
 * JSON that PostgreSQL has already written. It is carried as text and printed as it is: parsing it only to print it
 * again would cost more than everything else this process does for a read.
 */
export class RawJson {
  constructor(readonly text: string) {}
}
