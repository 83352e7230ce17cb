/** The operations that are measured. */
export const list = `query Customers {
  customers(first: 20) {
    nodes {
      id name code active
      contacts(first: 10) { nodes { id name email } }
      technicians(first: 10) { nodes { id name } }
      groups(first: 10) { nodes { id name } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

export const count = `query CustomerCount { customers { totalCount } }`

/** The same list as PostGraphile calls it; nested lists are plain ones there, which is its faster form. */
export const postgraphileList = `query Customers {
  customers: allCustomers(first: 20, orderBy: [NAME_TURKISH_ASC]) {
    nodes {
      id name code active
      contacts: contactsByCustomerIdList(first: 10, orderBy: [NAME_TURKISH_ASC]) { id name email }
      technicians: technicianCustomersByCustomerIdList(first: 10) { technician: technicianByTechnicianId { id name } }
      groups: customerGroupsByCustomerIdList(first: 10) { id name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

export const contactList = `query Contacts {
  contacts(first: 25) {
    nodes { id name email title active customer { id name } group { id name } }
    pageInfo { hasNextPage endCursor }
  }
}`

export const contactCount = `query ContactCount { contacts { totalCount } }`

/** Searches; each takes `$text`. */
export const searches = {
  'customers by text': `query CustomersByText($text: String!) {
    customers(first: 25, filter: { text: $text }) { nodes { id name code } pageInfo { hasNextPage endCursor } }
  }`,
  'contacts by text': `query ContactsByText($text: String!) {
    contacts(first: 25, filter: { text: $text }) { nodes { id name email customer { id name } } pageInfo { hasNextPage endCursor } }
  }`,
  'both, ranked': `query Search($text: String!) {
    search(text: $text, first: 10) { id ... on Customer { name } ... on Contact { name customer { name } } }
  }`,
}
