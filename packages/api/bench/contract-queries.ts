/** Operations about contracts and time that are measured. */
export const customersWithContracts = `query CustomersWithContracts {
  customers(first: 20) {
    nodes {
      id name
      contacts(first: 10) { nodes { id name email } }
      contracts(first: 10) { nodes { id reference name endsOn plan { id title } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

/** The same as PostGraphile calls it; it has no plan of today, so it takes the newest: here every contract has one. */
export const postgraphileCustomersWithContracts = `query CustomersWithContracts {
  customers: allCustomers(first: 20, orderBy: [NAME_TURKISH_ASC]) {
    nodes {
      id name
      contacts: contactsByCustomerIdList(first: 10, orderBy: [NAME_TURKISH_ASC]) { id name email }
      contracts: contractsByCustomerIdList(first: 10, orderBy: [ENDS_ON_ASC, ID_ASC]) {
        id reference name endsOn
        plans: contractPlansByCustomerIdAndContractIdList(first: 1, orderBy: [FROM_ON_DESC]) {
          revision: servicePlanRevisionByPlanIdAndRevision { plan: servicePlanByPlanId { id title } }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

/** Running contracts that end within 60 days, the first to end first. */
export const expiring = `query Expiring($before: Date!) {
  contracts(first: 50, filter: { status: [ACTIVE], endsBefore: $before }, orderBy: ENDS_ON_ASC) {
    nodes { id reference name endsOn daysLeft status customer { id name } plan { id title } }
    pageInfo { hasNextPage endCursor }
  }
}`

export const newestTime = `query NewestTime {
  timeEntries(first: 50) {
    nodes { id workedOn minutes billable customer { id name } technician { id name } ticket { id number } }
    pageInfo { hasNextPage endCursor }
  }
}`

export const timeCount = `query TimeCount { timeEntries { totalCount } }`
